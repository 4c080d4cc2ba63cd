import { useTranslation } from 'react-i18next';
import type { StepState } from '#shared/contract/month-close.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { booksClose } from './step-facts.ts';

/** What was found in a step, in one line. */
export const useStepLine = (): ((step: StepState) => string) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const counted = (count: number) => ({ count, n: format.number(count) });
  const moment = (at: number) => ({ date: format.date(format.dayAt(at)), time: format.time(at) });
  return (step) => {
    switch (step.step) {
      case 'unfinished':
        return step.parked.length === 0
          ? t('line.unfinishedNone')
          : t('line.unfinished', counted(step.parked.length));
      case 'duplicates':
        return step.pairs.length === 0
          ? t('line.duplicatesNone', counted(step.entered))
          : t('line.duplicates', counted(step.pairs.length));
      case 'overdrawn':
        return step.wallets.length === 0
          ? t('line.overdrawnNone')
          : t('line.overdrawn', counted(step.wallets.length));
      case 'rollForward':
        if (step.units.length === 0) return t('line.rollForwardNone');
        return booksClose(step) ? t('line.rollForwardGood') : t('line.rollForwardBad');
      case 'oddDays':
        return step.days.length + step.amounts.length === 0
          ? t('line.oddNone')
          : t('line.odd', {
              days: t('line.oddDays', counted(step.days.length)),
              amounts: t('line.oddAmounts', counted(step.amounts.length)),
            });
      case 'figures':
        return t(step.state === 'done' ? 'line.figuresRead' : 'line.figures');
      case 'export':
        return step.at === null ? t('line.export') : t('line.exported', moment(step.at));
      case 'backup':
        return step.at === null ? t('line.backup') : t('line.backedUp', moment(step.at));
    }
  };
};
