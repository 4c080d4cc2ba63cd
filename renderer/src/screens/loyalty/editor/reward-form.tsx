import { Button, Checkbox, Select, Switch } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { ProgrammeRules, Reward } from '#shared/domain/loyalty/programme.ts';
import { useShop } from '../../../shell/shop-context.tsx';
import { DayField } from './day-field.tsx';
import { priceIn, rewardOfKind } from './edit-rules.ts';
import classes from './editor.module.css';
import { MoneyField } from './money-field.tsx';
import { MoreRules } from './more-rules.tsx';
import { NumberField, OptionalNumberField } from './number-field.tsx';
import { TextField } from './text-field.tsx';
import { UnitField } from './unit-field.tsx';
import { useCatalogue } from './use-catalogue.ts';

const kinds = ['freeItem', 'addOn', 'percentOff', 'amountOff', 'experience', 'thanks'] as const;

interface FormProps {
  readonly reward: Reward;
  readonly rules: ProgrammeRules;
  readonly onChange: (part: Partial<Reward>) => void;
}

const noItem = '';

/** What the reward gives: an item, per cent, money; other kinds are said by their name. */
const Gives = ({ reward, onChange }: FormProps) => {
  const { t } = useTranslation('programme');
  const { items } = useCatalogue();
  switch (reward.kind) {
    case 'freeItem':
    case 'addOn':
      return (
        <Select
          size="md"
          className={classes.scope ?? ''}
          aria-label={t('rewards.item')}
          searchable
          data={[
            { value: noItem, label: t('rewards.anyItem') },
            ...items
              .filter(({ active, id }) => active || id === reward.itemId)
              .map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={reward.itemId === null ? noItem : String(reward.itemId)}
          onChange={(chosen) => {
            const itemId = chosen === null || chosen === noItem ? null : Number(chosen);
            onChange({ itemId, ...(itemId === null ? { onlyNew: false } : {}) });
          }}
        />
      );
    case 'percentOff':
      return (
        <span className={classes.together}>
          <Trans
            t={t}
            i18nKey="rewards.percentOff"
            components={{
              percent: (
                <NumberField
                  label={t('rewards.percent')}
                  max={100}
                  value={reward.percent ?? 10}
                  onChange={(percent) => onChange({ percent })}
                />
              ),
            }}
          />
        </span>
      );
    case 'amountOff':
      return (
        <span className={classes.together}>
          <Trans
            t={t}
            i18nKey="rewards.amountOff"
            components={{
              amount: (
                <MoneyField
                  label={t('rewards.amount')}
                  min={1}
                  value={reward.amountOff ?? 0}
                  onChange={(amountOff) => onChange({ amountOff })}
                />
              ),
            }}
          />
        </span>
      );
    default:
      return null;
  }
};

const Price = ({ reward, rules, onChange }: FormProps) => {
  const { t } = useTranslation('programme');
  return (
    <div className={classes.sentence}>
      <Trans
        t={t}
        i18nKey="rewards.priced"
        components={{
          price: (
            <NumberField
              label={t('rewards.price')}
              max={1_000_000}
              wide
              value={reward.price}
              onChange={(price) => onChange({ price })}
            />
          ),
          unit: (
            <UnitField
              label={t('rewards.unit')}
              rules={rules}
              value={reward.unitId}
              onChange={(unitId) => onChange({ unitId, price: priceIn(rules, unitId, reward.price) })}
            />
          ),
          cost: (
            <MoneyField
              label={t('rewards.cost')}
              value={reward.cost}
              onChange={(cost) => onChange({ cost })}
            />
          ),
        }}
      />
    </div>
  );
};

const everybody = '';

const Limits = ({ reward, rules, onChange }: FormProps) => {
  const { t } = useTranslation('programme');
  const { stock, firstDay, lastDay, tierId, onlyNew, itemId, kind, partial } = reward;
  const levels = rules.tiers?.levels ?? [];
  const isSet = stock !== null || firstDay !== null || lastDay !== null || tierId !== null || onlyNew;
  return (
    <MoreRules isSet={isSet}>
      <div className={classes.sentence}>
        <Trans
          t={t}
          i18nKey="rewards.dates"
          components={{
            first: (
              <DayField
                label={t('rewards.firstDay')}
                value={firstDay}
                onChange={(day) => onChange({ firstDay: day })}
              />
            ),
            last: (
              <DayField
                label={t('rewards.lastDay')}
                value={lastDay}
                onChange={(day) => onChange({ lastDay: day })}
              />
            ),
          }}
        />
      </div>
      <div className={classes.sentence}>
        <Trans
          t={t}
          i18nKey="rewards.stock"
          components={{
            stock: (
              <OptionalNumberField
                label={t('rewards.stockLabel')}
                min={0}
                max={1_000_000}
                wide
                placeholder={t('noLimit')}
                value={stock}
                onChange={(count) => onChange({ stock: count })}
              />
            ),
          }}
        />
      </div>
      {levels.length > 0 && (
        <div className={classes.sentence}>
          <Trans
            t={t}
            i18nKey="rewards.tier"
            components={{
              tier: (
                <Select
                  size="md"
                  className={classes.unit ?? ''}
                  aria-label={t('rewards.tierLabel')}
                  data={[
                    { value: everybody, label: t('rewards.everybody') },
                    ...levels.map(({ id, name }) => ({ value: String(id), label: name })),
                  ]}
                  value={tierId === null ? everybody : String(tierId)}
                  onChange={(chosen) =>
                    onChange({ tierId: chosen === null || chosen === everybody ? null : Number(chosen) })
                  }
                />
              ),
            }}
          />
        </div>
      )}
      {itemId !== null && (
        <Checkbox
          size="md"
          label={t('rewards.onlyNew')}
          checked={onlyNew}
          onChange={(event) => onChange({ onlyNew: event.currentTarget.checked })}
        />
      )}
      {kind === 'amountOff' && (
        <Checkbox
          size="md"
          label={t('rewards.partial')}
          checked={partial}
          onChange={(event) => onChange({ partial: event.currentTarget.checked })}
        />
      )}
    </MoreRules>
  );
};

/** Everything about one reward, as sentences with fields in them. */
export const RewardForm = (props: FormProps & { readonly onRemove: () => void }) => {
  const { t } = useTranslation('programme');
  const unitOfMoney = 10 ** useShop().currencyDigits;
  const { reward, onChange, onRemove } = props;
  return (
    <fieldset className={classes.rewardForm}>
      <legend className="visually-hidden">{reward.name}</legend>
      <div className={classes.partHead}>
        <TextField
          label={t('rewards.name')}
          maxLength={60}
          autoFocus
          value={reward.name}
          onChange={(name) => onChange({ name })}
        />
        <Select
          size="md"
          className={classes.kind ?? ''}
          aria-label={t('rewards.kindLabel')}
          data={kinds.map((value) => ({ value, label: t(`rewards.kind.${value}`) }))}
          value={reward.kind}
          onChange={(chosen) => {
            const kind = kinds.find((each) => each === chosen);
            if (kind !== undefined && kind !== reward.kind) onChange(rewardOfKind(reward, kind, unitOfMoney));
          }}
        />
        <Gives {...props} />
      </div>
      <Price {...props} />
      <Limits {...props} />
      <div className={classes.formEnd}>
        <Switch
          label={t('rewards.active')}
          checked={reward.active}
          onChange={(event) => onChange({ active: event.currentTarget.checked })}
        />
        <Button
          variant="default"
          leftSection={<IconTrash size={20} stroke={1.8} aria-hidden />}
          onClick={onRemove}
        >
          {t('rewards.remove')}
        </Button>
      </div>
    </fieldset>
  );
};
