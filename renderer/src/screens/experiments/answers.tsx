import { useTranslation } from 'react-i18next';
import classes from './experiments.module.css';
import { type OverExperiment, useVerdictWords } from './use-verdict-words.ts';

/** What an experiment says to each of its questions, in a word. */
export const Answers = ({ experiment }: { experiment: OverExperiment }) => {
  const { t } = useTranslation('experiments');
  const words = useVerdictWords();
  const { comparisons } = experiment;
  return comparisons.map((comparison) => {
    const { chip, tone } = words(experiment, comparison);
    return (
      <p key={comparison.of} className={classes.said}>
        {comparisons.length > 1 && <span>{t(`question.${comparison.of}`)}</span>}
        <span className={classes.chip} data-tone={tone}>
          {chip}
        </span>
      </p>
    );
  });
};
