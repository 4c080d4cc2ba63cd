import { NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type BusinessMonth, businessMonth } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { orpc } from '../../../api/queries.ts';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { HintRow } from '../../../components/hint-row.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useShop } from '../../../shell/shop-context.tsx';
import classes from '../loyalty.module.css';
import { draftCost } from './draft-cost.ts';

/** `YYYY-MM` as the calendar counts months; null for anything else. */
export const monthOfText = (text: string): BusinessMonth | null => {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match === null ? null : businessMonth(Number(match[1]) * 12 + Number(match[2]) - 1);
};

/** Most of the member sales that may be given back, per cent; empty = no limit. */
const LimitField = ({
  rules,
  onChange,
}: {
  rules: ProgrammeRules;
  onChange: (rules: ProgrammeRules) => void;
}) => {
  const { t } = useTranslation('loyalty');
  const { language } = useShop().shop;
  return (
    <NumberInput
      className={classes.limit ?? ''}
      aria-label={t('cost.limit')}
      placeholder={t('cost.noLimit')}
      suffix={'\u00a0%'}
      min={0}
      max={100}
      decimalScale={1}
      decimalSeparator={language === 'fi' ? ',' : '.'}
      allowNegative={false}
      value={rules.giveBackLimit === null ? '' : rules.giveBackLimit / 100}
      onChange={(typed) => {
        if (typed === '' || typed === 0) onChange({ ...rules, giveBackLimit: null });
        else if (typeof typed === 'number' && typed <= 100)
          onChange({ ...rules, giveBackLimit: Math.max(1, Math.round(typed * 100)) });
      }}
    />
  );
};

/** What the draft would cost the shop at most, what today's rules really cost, and what is owed. */
export const CostCard = ({
  today,
  rules,
  onChange,
}: {
  /** The rules in force. */
  today: ProgrammeRules;
  /** The draft. */
  rules: ProgrammeRules;
  onChange: (rules: ProgrammeRules) => void;
}) => {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const { data, error, refetch } = useQuery(orpc.loyalty.cost.queryOptions());
  if (data === undefined) return <FailureBanner error={error} onRetry={() => void refetch()} />;
  const { really, memberSales, owed, typicalAmount } = data;
  const atMost = draftCost(data, today, rules);
  const month = monthOfText(data.month);
  const share = memberSales === 0 ? null : atMost / memberSales;
  const limit = rules.giveBackLimit === null ? null : rules.giveBackLimit / 10_000;
  const isOver = share !== null && limit !== null && share > limit;
  const visits = typicalAmount === 0 ? null : Math.ceil(atMost / typicalAmount);
  return (
    <Card title={t('cost.title')}>
      <p className={`${classes.hero} num`}>
        {format.money(atMost)} <small>{t('cost.aMonth')}</small>
      </p>
      <p className={classes.quiet}>
        {t(atMost === data.atMost ? 'cost.atMost' : 'cost.atMostDraft', {
          month: month === null ? data.month : format.month(month),
          now: format.money(data.atMost),
          really: format.money(really),
        })}
      </p>
      <div className={`${classes.limitRow} num`}>
        <strong>
          {share === null ? t('cost.noSales') : t('cost.share', { share: format.percent(share) })}
        </strong>
        <LimitField rules={rules} onChange={onChange} />
      </div>
      {share !== null && limit !== null && (
        <div className={classes.bar} data-over={isOver || undefined} aria-hidden>
          <div style={{ width: `${Math.min(100, (share / limit) * 100)}%` }} />
        </div>
      )}
      {isOver && <HintRow tone="bad">{t('cost.over', { limit: format.percent(limit) })}</HintRow>}
      {visits !== null && visits > 0 && (
        <HintRow tone="quiet">
          {t('cost.visits', {
            count: visits,
            n: format.number(visits),
            amount: format.money(typicalAmount),
          })}
        </HintRow>
      )}
      <p className={`${classes.owed} num`}>
        <span>{t('cost.owed')}</span>
        <strong>{format.money(owed)}</strong>
      </p>
    </Card>
  );
};
