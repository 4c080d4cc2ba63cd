import { useTranslation } from 'react-i18next';
import type { RetentionFigures, RetentionGroup } from '#shared/contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import figureClasses from './figures.module.css';
import monthClasses from './month.module.css';
import { fewestForPercent, shareWords } from './share-words.ts';
import { useHeadlineTables } from './use-headline-tables.ts';
import { joined, useRange } from './use-range.ts';

/** How much of the shop the rates speak about: the identified share of check-ins and of money. */
export const BaseCard = ({ figures }: { figures: RetentionFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const tables = useHeadlineTables();
  const likely = useRange();
  const range = (part: number, whole: number) => {
    const words = shareWords(part, whole);
    return words.kind === 'percent' ? likely(words.interval, (share) => format.percent(share)) : '';
  };
  const { checkIns, identifiedCheckIns, amount, identifiedAmount, customers, seenOfS, S } = figures;
  return (
    <FigureCard
      title={t('base.title')}
      define={`${t('define.base')} ${t('define.seen')}`}
      table={tables.base(figures)}
    >
      <ShareRow
        label={t('base.checkIns')}
        group="customers"
        part={identifiedCheckIns}
        whole={checkIns}
        few={checkIns < fewestForPercent ? format.number(identifiedCheckIns) : null}
        count={customers}
        said={joined(
          t('retention.of', { part: format.number(identifiedCheckIns), whole: format.number(checkIns) }),
          range(identifiedCheckIns, checkIns),
        )}
      />
      {amount > 0 ? (
        <ShareRow
          label={t('base.money')}
          group="customers"
          part={identifiedAmount}
          whole={amount}
          few={checkIns < fewestForPercent ? format.money(identifiedAmount) : null}
          count={customers}
          said={t('retention.of', { part: format.money(identifiedAmount), whole: format.money(amount) })}
        />
      ) : (
        <p className={monthClasses.quiet}>{t('base.noMoney')}</p>
      )}
      {!figures.unfinished && (
        <ShareRow
          label={t('base.seen')}
          group="seenOfS"
          part={seenOfS}
          whole={S}
          few={S < fewestForPercent ? format.number(seenOfS) : null}
          count={seenOfS}
          said={joined(
            t('retention.of', { part: format.number(seenOfS), whole: format.number(S) }),
            range(seenOfS, S),
          )}
        />
      )}
      <p className={figureClasses.footNote}>{t('base.unnamed')}</p>
    </FigureCard>
  );
};

const ShareRow = ({
  label,
  part,
  whole,
  few,
  said,
  group,
  count,
}: {
  label: string;
  group: RetentionGroup;
  part: number;
  whole: number;
  /** Said instead of a percentage when there are too few for one. */
  few: string | null;
  said: string;
  /** People behind the share. */
  count: number;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return (
    <div className={figureClasses.share}>
      <div className={figureClasses.shareHead}>
        <p className={figureClasses.shareLabel}>{label}</p>
        <CountButton
          group={group}
          count={count}
          label={label}
          shape="inline"
          shown={whole <= 0 ? t('retention.noData') : (few ?? format.percent(part / whole))}
        />
      </div>
      <div className={figureClasses.bar} aria-hidden>
        <div
          className={figureClasses.barDone}
          style={{ width: `${whole > 0 ? (part / whole) * 100 : 0}%` }}
        />
      </div>
      {whole > 0 && <p className={`${figureClasses.shareOf} num`}>{said}</p>}
    </div>
  );
};
