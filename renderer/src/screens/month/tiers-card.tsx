import { useTranslation } from 'react-i18next';
import type { ValueFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { TierChip, tierWeight } from '../../components/tier-chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import { fewestForPercent } from './share-words.ts';
import classes from './tiers.module.css';
import { useValue } from './value-card.tsx';

/** How many people each tier holds and how much of the sales they bring. */
export const TiersCard = ({ from, to }: { from: string; to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const answer = useValue(from, to);
  const people = answer.data?.tiers.reduce((sum, { customers }) => sum + customers, 0) ?? 0;
  const money = answer.data?.tiers.reduce((sum, { spend }) => sum + spend, 0) ?? 0;
  // Of fewer people a percentage says more than is known; the counts stand beside it.
  const share = (value: number | null): string => {
    if (value === null) return t('retention.noData');
    return people < fewestForPercent ? '' : format.percent(value, 0);
  };
  const table = answer.data && {
    head: [
      t('figures.tiers.tier'),
      t('figures.tiers.people'),
      t('figures.tiers.ofPeople'),
      t('spend.title'),
      t('figures.tiers.ofSales'),
    ],
    rows: [
      ...answer.data.tiers.map(({ name, customers, customerShare, spend, spendShare }) => [
        name ?? t('figures.tiers.none'),
        format.number(customers),
        share(customerShare),
        format.money(spend),
        share(spendShare),
      ]),
      [t('figures.splits.total'), format.number(people), '', format.money(money), ''],
    ],
  };
  return (
    <FigureCard title={t('figures.tiers.title')} define={t('figures.define.tiers')} table={table}>
      <Asked answer={answer} queryKey={orpc.reports.value.key()}>
        {({ tiers }) =>
          tiers.some(({ tierId }) => tierId !== null) ? (
            <Mix tiers={tiers} />
          ) : (
            <p className={monthClasses.quiet}>{t('figures.tiers.noTiers')}</p>
          )
        }
      </Asked>
    </FigureCard>
  );
};

const Mix = ({ tiers }: { tiers: ValueFigures['tiers'] }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const named = tiers.filter(({ tierId }) => tierId !== null);
  const shown = tiers.filter(({ customers }) => customers > 0);
  const few = tiers.reduce((sum, { customers }) => sum + customers, 0) < fewestForPercent;
  const levelOf = (tierId: number | null) => named.findIndex((tier) => tier.tierId === tierId);
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {shown.map(({ tierId, customers }) => (
          <span
            key={tierId ?? 0}
            data-weight={tierId === null ? 'none' : tierWeight(levelOf(tierId), named.length)}
            style={{ flexGrow: customers }}
          />
        ))}
      </div>
      <ul className={classes.rows}>
        {tiers
          .filter(({ tierId, customers }) => tierId !== null || customers > 0)
          .map(({ tierId, name, customers, spend, spendShare }) => (
            <li key={tierId ?? 0}>
              <span>
                {tierId === null || name === null ? (
                  t('figures.tiers.none')
                ) : (
                  <TierChip name={name} index={levelOf(tierId)} of={named.length} />
                )}
              </span>
              <span className={classes.people}>
                <CountButton
                  shape="inline"
                  group={{ kind: 'tier', tierId }}
                  count={customers}
                  label={name ?? t('figures.tiers.none')}
                />
              </span>
              <span className={`${classes.sales} num`}>
                {few
                  ? format.money(spend)
                  : spendShare !== null &&
                    t('figures.value.ofSalesShort', { share: format.percent(spendShare, 0) })}
              </span>
            </li>
          ))}
      </ul>
    </>
  );
};
