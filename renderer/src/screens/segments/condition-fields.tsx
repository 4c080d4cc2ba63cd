import { Checkbox, MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { useTranslation } from 'react-i18next';
import type { segments } from '#shared/contract/segments.ts';
import { businessMonth } from '#shared/domain/business-day/business-day.ts';
import { consentPurposes } from '#shared/domain/consent/consent.ts';
import { AmountInput } from '../../components/amount-input.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import type { BuiltCondition } from './conditions.ts';
import classes from './segments.module.css';

/** In the order in which they are offered: contact stands for any way. */
const consentChoices = ['contact', ...consentPurposes.filter((purpose) => purpose !== 'contact')] as const;

export type Choices = InferContractRouterOutputs<typeof segments>['choices'];

interface Range {
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** The fields of one condition. */
export const ConditionFields = ({
  condition,
  choices,
  onChange,
}: {
  condition: BuiltCondition;
  choices: Choices;
  onChange: (condition: BuiltCondition) => void;
}) => {
  const { t } = useTranslation('segments');
  switch (condition.kind) {
    case 'lastVisit':
    case 'firstVisit':
      return (
        <NumberRange
          range={condition.daysAgo}
          unit={t('unit.days')}
          onChange={(daysAgo) => onChange({ ...condition, daysAgo })}
        />
      );
    case 'visits':
      return (
        <>
          <NumberRange
            range={condition.count}
            unit={t('unit.visits')}
            onChange={(count) => onChange({ ...condition, count })}
          />
          <LastDays
            value={condition.lastDays}
            onChange={(lastDays) => onChange({ ...condition, lastDays })}
          />
        </>
      );
    case 'rhythm':
      return (
        <NumberRange
          range={condition.days}
          unit={t('unit.days')}
          onChange={(days) => onChange({ ...condition, days })}
        />
      );
    case 'spend':
    case 'averageSpend':
      return (
        <>
          <AmountInput
            className={classes.number}
            label={t('atLeast')}
            value={condition.amount.atLeast}
            onChange={(atLeast) => onChange({ ...condition, amount: { ...condition.amount, atLeast } })}
          />
          <AmountInput
            className={classes.number}
            label={t('atMost')}
            value={condition.amount.atMost}
            onChange={(atMost) => onChange({ ...condition, amount: { ...condition.amount, atMost } })}
          />
          <LastDays
            value={condition.lastDays}
            onChange={(lastDays) => onChange({ ...condition, lastDays })}
          />
        </>
      );
    case 'consent':
      return (
        <NativeSelect
          size="md"
          label={t('kind.consent')}
          value={`${condition.purpose}.${condition.given}`}
          data={consentChoices.flatMap((purpose) =>
            [true, false].map((given) => ({
              value: `${purpose}.${given}`,
              label: t(`consent.${purpose}.${given ? 'given' : 'notGiven'}`),
            })),
          )}
          onChange={(event) => {
            const [purpose, given] = event.currentTarget.value.split('.');
            onChange({
              ...condition,
              purpose: consentChoices.find((one) => one === purpose) ?? 'contact',
              given: given === 'true',
            });
          }}
        />
      );
    default:
      return <ListFields condition={condition} choices={choices} onChange={onChange} />;
  }
};

const NumberRange = ({
  range,
  unit,
  onChange,
}: {
  range: Range;
  unit: string;
  onChange: (range: Range) => void;
}) => {
  const { t } = useTranslation('segments');
  return (
    <>
      {(['atLeast', 'atMost'] as const).map((end) => (
        <NumberInput
          key={end}
          className={classes.number ?? ''}
          label={`${t(end)}, ${unit}`}
          min={0}
          max={36_500}
          allowDecimal={false}
          hideControls
          value={range[end] ?? ''}
          onChange={(value) => onChange({ ...range, [end]: typeof value === 'number' ? value : null })}
        />
      ))}
    </>
  );
};

const LastDays = ({ value, onChange }: { value: number | null; onChange: (days: number | null) => void }) => {
  const { t } = useTranslation('segments');
  return (
    <NumberInput
      className={classes.number ?? ''}
      label={t('lastDays')}
      placeholder={t('ever')}
      min={1}
      max={36_500}
      allowDecimal={false}
      hideControls
      value={value ?? ''}
      onChange={(days) => onChange(typeof days === 'number' && days >= 1 ? days : null)}
    />
  );
};

type ListCondition = Extract<
  BuiltCondition,
  { kind: 'bought' | 'askedAbout' | 'tag' | 'staff' | 'source' | 'tier' | 'birthdayMonth' | 'risk' }
>;

/** Tags to choose from, also those chosen that were removed since: they have no name any more. */
const withRemoved = (
  tags: Choices['tags'],
  chosen: readonly number[],
): readonly { readonly tagId: number; readonly name: string | null }[] => [
  ...tags,
  ...chosen.filter((id) => tags.every(({ tagId }) => tagId !== id)).map((tagId) => ({ tagId, name: null })),
];

const noTier = 'none';
const risks = ['high', 'medium', 'low'] as const;

const ListFields = ({
  condition,
  choices,
  onChange,
}: {
  condition: ListCondition;
  choices: Choices;
  onChange: (condition: BuiltCondition) => void;
}) => {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const select = (
    data: readonly { readonly value: string; readonly label: string }[],
    chosen: readonly string[],
    choose: (values: readonly string[]) => void,
  ) => (
    <MultiSelect
      size="md"
      className={classes.list ?? ''}
      label={t(`kind.${condition.kind}`)}
      data={[...data]}
      value={[...chosen]}
      searchable
      nothingFoundMessage={t('nothing')}
      onChange={choose}
    />
  );
  switch (condition.kind) {
    case 'bought':
      return select(
        choices.items.map(({ itemId, name }) => ({ value: String(itemId), label: name })),
        condition.itemIds.map(String),
        (values) => onChange({ ...condition, itemIds: values.map(Number) }),
      );
    case 'askedAbout':
      return (
        <>
          {select(
            choices.items.map(({ itemId, name }) => ({ value: String(itemId), label: name })),
            condition.itemIds.map(String),
            (values) => onChange({ ...condition, itemIds: values.map(Number) }),
          )}
          <Checkbox
            className={classes.check ?? ''}
            label={t('notBought')}
            checked={condition.notBought}
            onChange={({ currentTarget }) => onChange({ ...condition, notBought: currentTarget.checked })}
          />
        </>
      );
    case 'tag':
      return select(
        withRemoved(choices.tags, condition.tagIds).map(({ tagId, name }) => ({
          value: String(tagId),
          label: name ?? t('removedTag'),
        })),
        condition.tagIds.map(String),
        (values) => onChange({ ...condition, tagIds: values.map(Number) }),
      );
    case 'staff':
      return select(
        choices.staff.map(({ staffId, name }) => ({ value: String(staffId), label: name })),
        condition.staffIds.map(String),
        (values) => onChange({ ...condition, staffIds: values.map(Number) }),
      );
    case 'source':
      return select(
        choices.sources.map((source) => ({ value: source, label: source })),
        condition.anyOf,
        (values) => onChange({ ...condition, anyOf: [...values] }),
      );
    case 'tier':
      return select(
        [
          { value: noTier, label: t('noTier') },
          ...choices.tiers.map(({ tierId, name }) => ({ value: String(tierId), label: name })),
        ],
        condition.anyOf.map((tier) => (tier === null ? noTier : String(tier))),
        (values) =>
          onChange({ ...condition, anyOf: values.map((one) => (one === noTier ? null : Number(one))) }),
      );
    case 'risk':
      return select(
        risks.map((risk) => ({ value: risk, label: t(`risk.${risk}`) })),
        condition.anyOf,
        (values) => onChange({ ...condition, anyOf: risks.filter((risk) => values.includes(risk)) }),
      );
    case 'birthdayMonth':
      return select(
        Array.from({ length: 12 }, (_, index) => ({
          value: String(index + 1),
          label: format.monthName(businessMonth(2000 * 12 + index)),
        })),
        condition.anyOf.map(String),
        (values) => onChange({ ...condition, anyOf: values.map(Number) }),
      );
  }
};
