import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FrequencyFigures } from '#shared/contract/reports.ts';
import figureClasses from './figures.module.css';

/** A change against the period before, as the reports give it. */
export type ChangeFigures = FrequencyFigures['meanChange'];

/** An arrow only where the change is beyond chance; `shown` writes the size of a difference. */
export const ChangeWords = ({
  change,
  shown,
}: {
  change: ChangeFigures;
  shown: (difference: number) => string;
}) => {
  const { t } = useTranslation('month');
  if (change.kind === 'none') return null;
  if (change.kind === 'unclear') return <span>{t('figures.unclear')}</span>;
  const Arrow = change.kind === 'up' ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={figureClasses.trend} data-kind={change.kind}>
      <Arrow size={18} stroke={2.2} aria-hidden />
      {(change.kind === 'up' ? '+' : '\u2212') + shown(Math.abs(change.difference))}
    </span>
  );
};
