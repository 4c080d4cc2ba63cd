import { Button } from '@mantine/core';
import { IconArrowRight, IconFileImport, IconPlayerPlay, IconSquarePlus } from '@tabler/icons-react';
import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { StepBack } from '../../components/step-back.tsx';
import { ChoiceCards } from './choice-cards.tsx';
import classes from './first-run.module.css';

/** Made-up customers, nothing, or the owner's own list. */
export type Start = 'demo' | 'empty' | 'import';

/** Step three: what the shop starts with. */
export const StartStep = ({
  start,
  failure,
  onChoose,
  onBack,
  onStart,
}: {
  start: Start;
  failure: unknown;
  onChoose: (start: Start) => void;
  onBack: () => void;
  onStart: () => void;
}) => {
  const { t } = useTranslation(['firstRun', 'common']);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onStart();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.middle}>
        <div>
          <h1 className={classes.title}>{t('start.title')}</h1>
          <p className={classes.subtitle}>{t('start.subtitle')}</p>
        </div>
        <ChoiceCards
          name="start"
          legend={t('start.title')}
          value={start}
          onChange={onChoose}
          choices={[
            { value: 'demo', icon: IconPlayerPlay, title: t('start.demo'), note: t('start.demoNote') },
            { value: 'empty', icon: IconSquarePlus, title: t('start.empty'), note: t('start.emptyNote') },
            { value: 'import', icon: IconFileImport, title: t('start.import'), note: t('start.importNote') },
          ]}
        />
        <FailureBanner error={failure} />
      </div>
      <div className={classes.foot}>
        <StepBack onClick={onBack}>{t('common:back')}</StepBack>
        <Button type="submit" size="xl" autoFocus rightSection={<IconArrowRight size={24} aria-hidden />}>
          {t(start === 'import' ? 'start.chooseFile' : 'start.openTill')}
        </Button>
      </div>
    </form>
  );
};
