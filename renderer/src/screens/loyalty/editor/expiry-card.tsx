import { Select } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import type { ExpiryRule } from '#shared/domain/loyalty/programme.ts';
import { Card } from '../../../components/card.tsx';
import classes from './editor.module.css';
import type { EditorProps } from './editor-props.ts';
import { NumberField } from './number-field.tsx';

const kinds = ['never', 'months', 'endOf', 'inactivity'] as const;
const periods = ['month', 'quarter', 'year'] as const;

interface RuleProps {
  readonly unit: 'points' | 'stamps';
  readonly rule: ExpiryRule;
  readonly onChange: (rule: ExpiryRule) => void;
}

/** A rule of another kind with the usual figures; the grace is kept. */
const ruleOf = (kind: ExpiryRule['kind'], before: ExpiryRule): ExpiryRule => {
  const graceDays = before.kind === 'never' ? 30 : before.graceDays;
  switch (kind) {
    case 'never':
      return { kind };
    case 'months':
    case 'inactivity':
      return { kind, months: 12, graceDays };
    case 'endOf':
      return { kind, period: 'year', later: 1, graceDays };
  }
};

const Kind = ({ unit, rule, onChange }: RuleProps) => {
  const { t } = useTranslation('programme');
  return (
    <Select
      size="md"
      className={classes.expiry ?? ''}
      aria-label={t(`expiry.${unit}`)}
      data={kinds.map((value) => ({ value, label: t(`expiry.kind.${value}`) }))}
      value={rule.kind}
      onChange={(chosen) => {
        const kind = kinds.find((each) => each === chosen);
        if (kind !== undefined && kind !== rule.kind) onChange(ruleOf(kind, rule));
      }}
    />
  );
};

const Terms = ({ unit, rule, onChange }: RuleProps) => {
  const { t } = useTranslation('programme');
  if (rule.kind === 'never') return null;
  const grace = (
    <NumberField
      label={t(`expiry.graceOf.${unit}`)}
      min={0}
      max={366}
      value={rule.graceDays}
      onChange={(graceDays) => onChange({ ...rule, graceDays })}
    />
  );
  if (rule.kind === 'endOf') {
    return (
      <Trans
        t={t}
        i18nKey="expiry.endOf"
        components={{
          period: (
            <Select
              size="md"
              className={classes.period ?? ''}
              aria-label={t(`expiry.periodOf.${unit}`)}
              data={periods.map((value) => ({ value, label: t(`expiry.period.${value}`) }))}
              value={rule.period}
              onChange={(chosen) => {
                const period = periods.find((each) => each === chosen);
                if (period !== undefined) onChange({ ...rule, period });
              }}
            />
          ),
          later: (
            <NumberField
              label={t(`expiry.laterOf.${unit}`)}
              min={0}
              max={12}
              value={rule.later}
              onChange={(later) => onChange({ ...rule, later })}
            />
          ),
          grace,
        }}
      />
    );
  }
  return (
    <Trans
      t={t}
      i18nKey={`expiry.${rule.kind}`}
      components={{
        months: (
          <NumberField
            label={t(`expiry.monthsOf.${unit}`)}
            max={120}
            value={rule.months}
            onChange={(months) => onChange({ ...rule, months })}
          />
        ),
        grace,
      }}
    />
  );
};

/** When points and stamps end. */
export const ExpiryCard = ({ rules, onChange }: EditorProps) => {
  const { t } = useTranslation('programme');
  const units = [
    ...(rules.points === null ? [] : (['points'] as const)),
    ...(rules.stampCards.length === 0 ? [] : (['stamps'] as const)),
  ];
  if (units.length === 0) return null;
  return (
    <Card title={t('expiry.title')}>
      {units.map((unit) => {
        const props = {
          unit,
          rule: rules.expiry[unit],
          onChange: (rule: ExpiryRule) => onChange({ ...rules, expiry: { ...rules.expiry, [unit]: rule } }),
        };
        return (
          <div key={unit} className={classes.sentence}>
            <span className={classes.strong}>{t(`expiry.${unit}`)}</span>
            <Kind {...props} />
            <Terms {...props} />
          </div>
        );
      })}
      <p className={classes.quiet}>{t('expiry.note')}</p>
    </Card>
  );
};
