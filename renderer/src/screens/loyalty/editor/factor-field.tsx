import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Factor } from '#shared/domain/loyalty/programme.ts';
import { factorText } from '../../../components/why-sentence.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from './editor.module.css';

const usual: readonly Factor[] = [
  { num: 1, den: 1 },
  { num: 11, den: 10 },
  { num: 5, den: 4 },
  { num: 3, den: 2 },
  { num: 2, den: 1 },
  { num: 3, den: 1 },
  { num: 4, den: 1 },
  { num: 5, den: 1 },
  { num: 10, den: 1 },
];

const choiceOf = ({ num, den }: Factor): string => `${num}/${den}`;

/** How often something counts, chosen from the usual multipliers. `least` leaves out those that give nothing more. */
export const FactorField = ({
  label,
  least,
  value,
  onChange,
}: {
  readonly label: string;
  /** The smallest that makes sense: 1 for a tier, more than that for a bonus. */
  readonly least: 'plain' | 'more';
  readonly value: Factor;
  readonly onChange: (factor: Factor) => void;
}) => {
  const { t } = useTranslation('programme');
  const format = useFormat();
  const offered = usual.filter(({ num, den }) => least === 'plain' || num > den);
  const all = offered.some((each) => choiceOf(each) === choiceOf(value)) ? offered : [...offered, value];
  return (
    <Select
      size="md"
      className={classes.factor ?? ''}
      aria-label={label}
      data={all.map((each) => ({
        value: choiceOf(each),
        label: t('factor', { n: factorText(each, format) }),
      }))}
      value={choiceOf(value)}
      onChange={(chosen) => {
        const factor = all.find((each) => choiceOf(each) === chosen);
        if (factor !== undefined) onChange(factor);
      }}
    />
  );
};
