import { IconFlask } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Experiment } from '#shared/contract/experiments.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Answers } from './answers.tsx';
import { ArmBars } from './arm-bars.tsx';
import classes from './experiments.module.css';
import { type Comparison, type OverExperiment, useVerdictWords } from './use-verdict-words.ts';

/**
 * One experiment: what was tried, what came of it by assigned group, and the verdict in words. While it is running, how
 * long it takes.
 */
export const ExperimentCard = ({
  experiment,
  brief = false,
}: {
  experiment: Experiment;
  /** For places that are not the campaign itself: it leads there, and leaves out what is only to be read there. */
  brief?: boolean;
}) => {
  const { t } = useTranslation('experiments');
  const format = useFormat();
  const { name, windowDays, startedDay, endDay } = experiment;
  const days = { from: format.date(startedDay), to: format.date(endDay) };
  return (
    <Card className={classes.card} aria-label={name}>
      <div className={classes.what}>
        <p className={classes.when}>
          <IconFlask size={20} stroke={1.8} aria-hidden /> {t('test', days)}
        </p>
        <h2 className={classes.name}>
          {brief ? (
            <Link to="/campaigns/$campaignId" params={{ campaignId: String(experiment.campaignId) }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        <p className={classes.quiet}>{t('within', { count: windowDays, n: format.number(windowDays) })}</p>
        {!brief && <Planned experiment={experiment} />}
      </div>
      {experiment.state === 'over' ? (
        <Over experiment={experiment} brief={brief} />
      ) : (
        <NoResult experiment={experiment} />
      )}
    </Card>
  );
};

const Planned = ({ experiment }: { experiment: Experiment }) => {
  const { t } = useTranslation('experiments');
  const format = useFormat();
  const { base, effectOf100, neededTreated, neededControl } = experiment;
  const figures = {
    effect: format.number(effectOf100),
    needed: format.number(neededTreated + neededControl),
  };
  return (
    <p className={`${classes.quiet} num`}>
      {base === null
        ? t('plan.frozen', figures)
        : t('plan.frozenBase', { ...figures, base: format.number(Math.round(base * 100)) })}
    </p>
  );
};

const NoResult = ({ experiment }: { experiment: Exclude<Experiment, { state: 'over' }> }) => {
  const { t } = useTranslation('experiments');
  const format = useFormat();
  const groups = experiment.arms.map(({ arm, name, assigned }) => (
    <li key={arm} className="num">
      {t('assigned', { name: name ?? t('held'), n: format.number(assigned) })}
    </li>
  ));
  return (
    <>
      <ul className={classes.groups} aria-label={t('drawn')}>
        {groups}
      </ul>
      <div className={classes.verdicts}>
        <p className={classes.chip} data-tone="quiet">
          {t(experiment.state)}
        </p>
        <p className={classes.text}>
          {experiment.state === 'running'
            ? t('daysLeft', { count: experiment.daysLeft, n: format.number(experiment.daysLeft) })
            : t('stoppedText', { day: format.date(experiment.stoppedDay) })}
        </p>
      </div>
    </>
  );
};

const Over = ({ experiment, brief }: { experiment: OverExperiment; brief: boolean }) => (
  <>
    <ArmBars arms={experiment.arms} />
    {brief ? (
      <BriefVerdicts experiment={experiment} />
    ) : (
      <div className={classes.verdicts}>
        {experiment.comparisons.map((comparison) => (
          <Verdict key={comparison.of} experiment={experiment} comparison={comparison} />
        ))}
      </div>
    )}
  </>
);

const Verdict = ({ experiment, comparison }: { experiment: OverExperiment; comparison: Comparison }) => {
  const { t } = useTranslation('experiments');
  const words = useVerdictWords()(experiment, comparison);
  return (
    <div>
      {experiment.comparisons.length > 1 && (
        <h3 className={classes.question}>{t(`question.${comparison.of}`)}</h3>
      )}
      <p className={classes.chip} data-tone={words.tone}>
        {words.chip}
      </p>
      <p className={classes.text}>{words.text}</p>
      <Spend comparison={comparison} />
    </div>
  );
};

/** Every question with its answer in a word, and what the last one means. */
const BriefVerdicts = ({ experiment }: { experiment: OverExperiment }) => {
  const words = useVerdictWords();
  const last = experiment.comparisons.at(-1);
  return (
    <div>
      <Answers experiment={experiment} />
      {last !== undefined && <p className={classes.text}>{words(experiment, last).text}</p>}
    </div>
  );
};

/** What the two groups spent apart, and how likely luck alone does as much. */
export const Spend = ({ comparison: { spend, p } }: { comparison: Pick<Comparison, 'spend' | 'p'> }) => {
  const { t } = useTranslation('experiments');
  const format = useFormat();
  if (spend === null) return null;
  const { difference, interval } = spend;
  // Where nobody came back nobody spent anything: a range from nothing to nothing tells less than a sentence.
  if ([difference, interval.low, interval.high].every((value) => Math.round(value) === 0)) {
    return <p className={classes.quiet}>{t('spendSame')}</p>;
  }
  // A minus at which no line ends.
  const money = (value: number) => format.money(Math.round(value)).replace(/^-/, '\u2212');
  const range =
    difference < 0
      ? { low: money(-interval.high), high: money(-interval.low) }
      : { low: money(interval.low), high: money(interval.high) };
  return (
    <p className={`${classes.quiet} num`}>
      {t(difference < 0 ? 'spendLess' : 'spend', { difference: money(Math.abs(difference)), ...range })}
      {p !== null && ` ${t('p', { p: format.percent(p, p < 0.1 ? 1 : 0) })}`}
    </p>
  );
};
