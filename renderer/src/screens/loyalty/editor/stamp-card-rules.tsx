import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { ItemScope, StampCard } from '#shared/domain/loyalty/programme.ts';
import classes from './editor.module.css';
import { MoneyField } from './money-field.tsx';
import { MoreRules } from './more-rules.tsx';
import { NumberField, OptionalNumberField } from './number-field.tsx';
import { ScopesField } from './scope-field.tsx';
import { TextField } from './text-field.tsx';
import { useCatalogue } from './use-catalogue.ts';

interface CardProps {
  readonly card: StampCard;
  readonly onChange: (part: Partial<StampCard>) => void;
}

/** For visits or for pieces of something: what the card is stamped for. */
const StampedFor = ({ card, onChange }: CardProps) => {
  const { t } = useTranslation('programme');
  const { items, categories } = useCatalogue();
  const [category] = categories;
  const [item] = items;
  const first: ItemScope | null =
    category !== undefined
      ? { kind: 'category', category }
      : item !== undefined
        ? { kind: 'item', itemId: item.id }
        : null;
  return (
    <SegmentedControl
      aria-label={t('stamps.for')}
      data={[
        { value: 'visit', label: t('stamps.forVisits') },
        { value: 'items', label: t('stamps.forItems'), disabled: first === null },
      ]}
      value={card.on.kind}
      onChange={(kind) => {
        if (kind === card.on.kind) return;
        if (kind === 'visit') onChange({ on: { kind: 'visit', minAmount: 0 } });
        else if (first !== null) onChange({ on: { kind: 'items', scopes: [first] } });
      }}
    />
  );
};

const StampSentence = ({ card, onChange }: CardProps) => {
  const { t } = useTranslation('programme');
  const { on, stamps, size } = card;
  const stampsField = (
    <NumberField
      label={t('stamps.stamps')}
      max={5}
      value={stamps}
      onChange={(value) => onChange({ stamps: value })}
    />
  );
  const sizeField = (
    <NumberField
      label={t('stamps.size')}
      min={2}
      max={50}
      value={size}
      onChange={(value) => onChange({ size: value })}
    />
  );
  return (
    <div className={classes.sentence}>
      <span className={classes.together}>
        {on.kind === 'visit' ? (
          <Trans t={t} i18nKey="stamps.visit" count={stamps} components={{ stamps: stampsField }} />
        ) : (
          <Trans
            t={t}
            i18nKey="stamps.items"
            count={stamps}
            components={{
              stamps: stampsField,
              scopes: (
                <ScopesField
                  label={t('stamps.itemsLabel')}
                  least={1}
                  value={on.scopes}
                  onChange={(scopes) => onChange({ on: { kind: 'items', scopes } })}
                />
              ),
            }}
          />
        )}
      </span>
      <span className={classes.together}>
        <Trans t={t} i18nKey="stamps.full" components={{ size: sizeField }} />
      </span>
    </div>
  );
};

/** One stamp card, as sentences with fields in them. */
export const StampCardRules = ({
  card,
  onChange,
  onRemove,
}: CardProps & { readonly onRemove: () => void }) => {
  const { t } = useTranslation('programme');
  const { name, on, perDay } = card;
  return (
    <section className={classes.part} aria-label={name}>
      <div className={classes.partHead}>
        <TextField
          label={t('stamps.name')}
          maxLength={40}
          value={name}
          onChange={(value) => onChange({ name: value })}
        />
        <StampedFor card={card} onChange={onChange} />
        <ActionIcon variant="default" size={48} aria-label={t('stamps.remove', { name })} onClick={onRemove}>
          <IconTrash size={22} stroke={1.8} aria-hidden />
        </ActionIcon>
      </div>
      <StampSentence card={card} onChange={onChange} />
      <MoreRules isSet={on.kind === 'visit' && on.minAmount > 0}>
        {on.kind === 'visit' && (
          <div className={classes.sentence}>
            <Trans
              t={t}
              i18nKey="stamps.minimum"
              components={{
                amount: (
                  <MoneyField
                    label={t('stamps.minAmount')}
                    value={on.minAmount}
                    onChange={(minAmount) => onChange({ on: { kind: 'visit', minAmount } })}
                  />
                ),
              }}
            />
          </div>
        )}
        <div className={classes.sentence}>
          <Trans
            t={t}
            i18nKey="stamps.cap"
            components={{
              cap: (
                <OptionalNumberField
                  label={t('stamps.perDay')}
                  max={1000}
                  placeholder={t('noLimit')}
                  value={perDay}
                  onChange={(cap) => onChange({ perDay: cap })}
                />
              ),
            }}
          />
        </div>
      </MoreRules>
    </section>
  );
};
