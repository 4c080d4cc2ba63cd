import { AmountInput } from '../../../components/amount-input.tsx';
import classes from './editor.module.css';

/** Money inside a sentence, minor units. An empty field is nothing; with `min` 1 it is not reported. */
export const MoneyField = ({
  label,
  min = 0,
  value,
  onChange,
}: {
  readonly label: string;
  readonly min?: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) => (
  <AmountInput
    size="md"
    className={classes.money ?? ''}
    aria-label={label}
    value={value}
    onChange={(typed) => {
      const amount = typed ?? 0;
      if (amount >= min) onChange(amount);
    }}
  />
);
