import { Slider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { orpc } from '../../../api/queries.ts';
import { Card } from '../../../components/card.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useShop } from '../../../shell/shop-context.tsx';
import classes from '../loyalty.module.css';
import { spendScale } from '../spend-scale.ts';
import { whatTheyGet } from './what-they-get.ts';

const Sentence = ({ stamps, points, spent }: { stamps: number; points: number; spent: string }) => {
  const { t } = useTranslation('loyalty');
  const strong = { b: <strong className={classes.strong} /> };
  const stampsText = t('preview.stamps', { count: stamps });
  const pointsText = t('preview.points', { count: points });
  if (stamps > 0 && points > 0) {
    const values = { amount: spent, stamps: stampsText, points: pointsText };
    return <Trans t={t} i18nKey="preview.both" values={values} components={strong} />;
  }
  if (stamps === 0 && points === 0) {
    return <Trans t={t} i18nKey="preview.nothing" values={{ amount: spent }} components={strong} />;
  }
  const values = { amount: spent, what: stamps > 0 ? stampsText : pointsText };
  return <Trans t={t} i18nKey="preview.one" values={values} components={strong} />;
};

const days = { week: 7, month: 30.4 } as const;

/** About how long it takes a regular to come so often. */
const useAbout = (): ((visits: number, rhythmDays: number | null) => string | null) => {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  return (visits, rhythmDays) => {
    if (rhythmDays === null) return null;
    const weeks = Math.max(1, Math.round((visits * rhythmDays) / days.week));
    const months = Math.round((visits * rhythmDays) / days.month);
    return weeks < 10
      ? t('preview.aboutWeeks', { count: weeks, n: format.number(weeks) })
      : t('preview.aboutMonths', { count: months, n: format.number(months) });
  };
};

/** What one visit earns under the draft, and how far each reward is: the till's own arithmetic. */
export const PreviewCard = ({ rules }: { rules: ProgrammeRules }) => {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const { shop, till, currencyDigits } = useShop();
  const { usual, largest, step } = spendScale(shop.kind, till.largestWithoutQuestion, currencyDigits);
  const [amount, setAmount] = useState(usual);
  const rhythmDays = useQuery(orpc.loyalty.cost.queryOptions()).data?.rhythmDays ?? null;
  const about = useAbout();
  const { stamps, points, rewards, givesBack } = whatTheyGet(rules, amount);
  const reached = (visits: number): string => {
    const counted = { count: visits, n: format.number(visits) };
    const time = about(visits, rhythmDays);
    return time === null ? t('preview.after', counted) : t('preview.afterAbout', { ...counted, time });
  };
  const spent = format.money(amount);
  return (
    <Card title={t('preview.title')} emphasis>
      <p className={classes.preview} role="status">
        <Sentence stamps={stamps} points={points} spent={spent} />
      </p>
      <Slider
        className={classes.slider}
        thumbLabel={t('preview.slider')}
        thumbSize={34}
        size={10}
        min={step}
        max={largest}
        step={step}
        label={null}
        value={amount}
        thumbProps={{ 'aria-valuetext': spent }}
        onChange={setAmount}
        marks={[0.25, 0.5, 0.75].map((share) => {
          const value = Math.round((largest * share) / step) * step;
          return { value, label: format.money(value) };
        })}
      />
      <dl className={classes.reach}>
        {rewards.map(({ id, name, visits }) => (
          <div key={id} className={classes.reachRow}>
            <dt>{name}</dt>
            <dd>{visits === null ? t('preview.never') : reached(visits)}</dd>
          </div>
        ))}
        {givesBack !== null && (
          <div className={classes.reachRow}>
            <dt>{t('preview.givesBack')}</dt>
            <dd>
              {givesBack === 0
                ? t('preview.noCosts')
                : t('preview.ofBill', { rate: format.percent(givesBack) })}
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
};
