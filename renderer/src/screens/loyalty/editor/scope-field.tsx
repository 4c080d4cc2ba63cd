import { MultiSelect, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ItemScope } from '#shared/domain/loyalty/programme.ts';
import { scopeOf, scopeValue } from './edit-rules.ts';
import classes from './editor.module.css';
import { useCatalogue } from './use-catalogue.ts';

/** Categories and items to choose from; those not sold any more only while a rule names them. */
const useChoices = (chosen: readonly ItemScope[]) => {
  const { t } = useTranslation('programme');
  const { items, categories } = useCatalogue();
  const isChosen = (id: number) => chosen.some((scope) => scope.kind === 'item' && scope.itemId === id);
  const offered = items.filter(({ id, active }) => active || isChosen(id));
  const groups = [
    {
      group: t('scope.categories'),
      items: categories.map((category) => ({
        value: scopeValue({ kind: 'category', category }),
        label: t('scope.all', { category }),
      })),
    },
    {
      group: t('scope.items'),
      items: offered.map(({ id, name }) => ({
        value: scopeValue({ kind: 'item', itemId: id }),
        label: name,
      })),
    },
  ];
  return groups.filter(({ items: choices }) => choices.length > 0);
};

/** Any number of items and categories; with `least` 1 the last one cannot be taken off. */
export const ScopesField = ({
  label,
  least = 0,
  value,
  onChange,
}: {
  readonly label: string;
  readonly least?: number;
  readonly value: readonly ItemScope[];
  readonly onChange: (scopes: readonly ItemScope[]) => void;
}) => {
  const { t } = useTranslation('programme');
  const data = useChoices(value);
  return (
    <MultiSelect
      size="md"
      className={classes.scopes ?? ''}
      aria-label={label}
      data={data}
      searchable
      hidePickedOptions
      placeholder={value.length === 0 ? t('scope.none') : ''}
      nothingFoundMessage={t('scope.nothing')}
      value={value.map(scopeValue)}
      onChange={(chosen) => {
        if (chosen.length >= least) onChange(chosen.map(scopeOf));
      }}
    />
  );
};

/** One item or category. */
export const ScopeField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: ItemScope;
  readonly onChange: (scope: ItemScope) => void;
}) => (
  <Select
    size="md"
    className={classes.scope ?? ''}
    aria-label={label}
    data={useChoices([value])}
    value={scopeValue(value)}
    onChange={(chosen) => {
      if (chosen !== null) onChange(scopeOf(chosen));
    }}
  />
);
