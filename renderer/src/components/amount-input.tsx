import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { currencies, currencyDigits } from '#shared/domain/money/currencies.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useShop } from '../shell/shop-context.tsx';
import { parseAmount } from './parse-amount.ts';

/**
 * A field for money. Reports minor units; null for an empty field. While the text is not an amount
 * it is marked, and nothing is reported. With `commitOn="blur"` it reports when the field is left or on
 * Enter, for a value that is saved at once.
 */
export const AmountInput = ({
  value,
  onChange,
  commitOn = 'change',
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value: number | null;
  onChange: (minor: number | null) => void;
  commitOn?: 'change' | 'blur';
}) => {
  const { currency } = useShop().shop;
  const format = useFormat();
  const digits = currencyDigits(currency);
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : format.amountInput(value));
  const wrong = shown !== '' && parseAmount(shown, digits) === null;
  const report = (typed: string) => {
    const minor = typed.trim() === '' ? null : parseAmount(typed, digits);
    const isAmount = minor !== null || typed.trim() === '';
    if (isAmount && minor !== value) onChange(minor);
  };
  const leave = () => {
    if (commitOn === 'blur' && draft !== null) report(draft);
    setDraft(null);
  };
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      rightSection={currencies.find(({ code }) => code === currency)?.symbolHint ?? currency}
      rightSectionPointerEvents="none"
      {...rest}
      error={wrong || rest.error}
      value={shown}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        if (commitOn === 'change') report(event.currentTarget.value);
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && commitOn === 'blur') leave();
      }}
    />
  );
};
