import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { pointsPer } from '#shared/domain/loyalty/presets.ts';
import type { PointsRule } from '#shared/domain/loyalty/programme.ts';
import { useShop } from '../../../shell/shop-context.tsx';
import { changedAt, keyedBy, most, scopeValue, usualPoints, withoutAt } from './edit-rules.ts';
import classes from './editor.module.css';
import type { EditorProps } from './editor-props.ts';
import { MoneyField } from './money-field.tsx';
import { MoreRules } from './more-rules.tsx';
import { NumberField, OptionalNumberField } from './number-field.tsx';
import { ScopeField, ScopesField } from './scope-field.tsx';
import { useCatalogue } from './use-catalogue.ts';

interface RuleProps {
  readonly points: PointsRule;
  readonly change: (part: Partial<PointsRule>) => void;
}

/** Extra points for each piece of some items. */
const PerItem = ({ points, change }: RuleProps) => {
  const { t } = useTranslation('programme');
  const { items, categories } = useCatalogue();
  const [category] = categories;
  const item = items.find(({ active }) => active);
  const add = () => {
    const scope =
      category !== undefined
        ? ({ kind: 'category', category } as const)
        : item !== undefined
          ? ({ kind: 'item', itemId: item.id } as const)
          : null;
    if (scope !== null) change({ perItem: [...points.perItem, { scope, points: 1 }] });
  };
  return (
    <>
      {keyedBy(points.perItem, (extra) => scopeValue(extra.scope)).map(({ key, value: extra, index }) => (
        <div key={key} className={classes.sentence}>
          <Trans
            t={t}
            i18nKey="points.perItem"
            count={extra.points}
            components={{
              scope: (
                <ScopeField
                  label={t('points.extraFor')}
                  value={extra.scope}
                  onChange={(scope) => change({ perItem: changedAt(points.perItem, index, { scope }) })}
                />
              ),
              points: (
                <NumberField
                  label={t('points.extra')}
                  max={10_000}
                  value={extra.points}
                  onChange={(value) =>
                    change({ perItem: changedAt(points.perItem, index, { points: value }) })
                  }
                />
              ),
            }}
          />
          <ActionIcon
            variant="default"
            size={48}
            aria-label={t('points.removeExtra')}
            onClick={() => change({ perItem: withoutAt(points.perItem, index) })}
          >
            <IconTrash size={22} stroke={1.8} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        className={classes.addSmall ?? ''}
        leftSection={<IconPlus size={20} aria-hidden />}
        disabled={points.perItem.length >= most.perItem || items.length === 0}
        onClick={add}
      >
        {t('points.addExtra')}
      </Button>
    </>
  );
};

const PointsSentence = ({ points, change }: RuleProps) => {
  const { t } = useTranslation('programme');
  return (
    <div className={classes.sentence}>
      <Trans
        t={t}
        i18nKey="points.sentence"
        count={points.points}
        components={{
          per: (
            <MoneyField
              label={t('points.per')}
              min={1}
              value={points.per}
              onChange={(per) => change({ per })}
            />
          ),
          points: (
            <NumberField
              label={t('points.points')}
              max={10_000}
              value={points.points}
              onChange={(value) => change({ points: value })}
            />
          ),
        }}
      />
    </div>
  );
};

const FewNeed = ({ points, change }: RuleProps) => {
  const { t } = useTranslation('programme');
  const { minAmount, excluded, perItem, dailyCap } = points;
  const isSet = minAmount > 0 || excluded.length > 0 || perItem.length > 0 || dailyCap !== null;
  return (
    <MoreRules isSet={isSet}>
      <div className={classes.sentence}>
        <Trans
          t={t}
          i18nKey="points.minimum"
          components={{
            amount: (
              <MoneyField
                label={t('points.minAmount')}
                value={minAmount}
                onChange={(amount) => change({ minAmount: amount })}
              />
            ),
          }}
        />
      </div>
      <div className={classes.sentence}>
        <Trans
          t={t}
          i18nKey="points.cap"
          components={{
            cap: (
              <OptionalNumberField
                label={t('points.dailyCap')}
                max={1_000_000}
                wide
                placeholder={t('noLimit')}
                value={dailyCap}
                onChange={(cap) => change({ dailyCap: cap })}
              />
            ),
          }}
        />
      </div>
      <div className={classes.sentence}>
        <Trans
          t={t}
          i18nKey="points.exclude"
          components={{
            scopes: (
              <ScopesField
                label={t('points.excluded')}
                value={excluded}
                onChange={(scopes) => change({ excluded: scopes })}
              />
            ),
          }}
        />
      </div>
      <PerItem points={points} change={change} />
    </MoreRules>
  );
};

/** Points for money, as sentences with fields in them. */
export const PointsRules = ({ rules, onChange }: EditorProps) => {
  const { t } = useTranslation('programme');
  const { currencyDigits, shop } = useShop();
  const { points } = rules;
  const change = (part: Partial<PointsRule>) => {
    if (points !== null) onChange({ ...rules, points: { ...points, ...part } });
  };
  return (
    <section className={classes.part} aria-label={t('points.title')}>
      <div className={classes.partHead}>
        <h3>{t('points.title')}</h3>
        <Switch
          aria-label={t('points.on')}
          checked={points !== null}
          onChange={(event) => {
            const usual = usualPoints(pointsPer(shop.currency, currencyDigits));
            onChange({ ...rules, points: event.currentTarget.checked ? usual : null });
          }}
        />
      </div>
      {points === null ? (
        <p className={classes.quiet}>{t('points.off')}</p>
      ) : (
        <>
          <PointsSentence points={points} change={change} />
          <FewNeed points={points} change={change} />
        </>
      )}
    </section>
  );
};
