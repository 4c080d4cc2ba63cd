import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { currencies, currencyDigits } from '#shared/domain/money/currencies.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useShop } from '../shell/shop-context.tsx';
import { parseAmount } from './parse-amount.ts';

/**
 * A field for money. Reports minor units; null for an empty field. While the text is not an amount
 * it is marked, and nothing is reported.
 */
export const AmountInput = ({
  value,
  onChange,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value: number | null;
  onChange: (minor: number | null) => void;
}) => {
  const { currency } = useShop().shop;
  const format = useFormat();
  const digits = currencyDigits(currency);
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? '' : format.amountInput(value));
  const wrong = shown !== '' && parseAmount(shown, digits) === null;
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
        const typed = event.currentTarget.value;
        setDraft(typed);
        if (typed.trim() === '') onChange(null);
        else {
          const minor = parseAmount(typed, digits);
          if (minor !== null) onChange(minor);
        }
      }}
      onBlur={(event) => {
        setDraft(null);
        rest.onBlur?.(event);
      }}
    />
  );
};
