import { SegmentedControl, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PrivacyRulesView } from '#shared/contract/privacy-rules.ts';
import { type CareKind, careNotesOf } from '#shared/domain/privacy/privacy-rules.ts';
import { roles } from '#shared/domain/staff/roles.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import classes from './privacy.module.css';
import type { PrivacyChange } from './use-privacy-rules.ts';

/** Months after which a note is old; 0 = never. */
const ages: readonly number[] = [3, 6, 12, 24, 36, 60, 0];

/** For each kind: who reads the words, whether the till tells of it, and when a note is old. */
export const CareRules = ({
  rules,
  update,
}: {
  rules: PrivacyRulesView;
  update: (change: PrivacyChange) => void;
}) => {
  const { t } = useTranslation('privacy');
  const { kind: shop } = useShop().shop;
  const kinds: readonly CareKind[] = ['allergy', ...careNotesOf(shop)];
  return (
    <section className={classes.part} aria-label={t('keep.careTitle')}>
      <h2 className={classes.partTitle}>{t('keep.careTitle')}</h2>
      <p className={classes.partNote}>{t('keep.oldNote')}</p>
      <table className={classes.people}>
        <thead>
          <tr>
            {(['what', 'readers', 'atTill', 'oldAfter'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`keep.careColumn.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <KindRow key={kind} kind={kind} rule={rules.care[kind]} update={update} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

const KindRow = ({
  kind,
  rule,
  update,
}: {
  kind: CareKind;
  rule: PrivacyRulesView['care'][CareKind];
  update: (change: PrivacyChange) => void;
}) => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const name = t(`care.kind.${kind}`);
  const months = rule.months ?? 0;
  const choices = [...new Set([...ages, months])].sort(
    (one, other) => (one || Infinity) - (other || Infinity),
  );
  return (
    <tr>
      <th scope="row">
        {name}
        <p className={classes.kindNote}>{t(`keep.careNote.${kind}`)}</p>
      </th>
      <td>
        <SegmentedControl
          aria-label={t('keep.readers', { kind: name })}
          data={roles.toReversed().map((value) => ({ value, label: t(`keep.role.${value}`) }))}
          value={rule.readers}
          onChange={(readers) => update({ care: { kind, readers } })}
        />
      </td>
      <td>
        <Switch
          aria-label={t('keep.atTillLabel', { kind: name })}
          checked={rule.atTill}
          onChange={(event) => update({ care: { kind, atTill: event.currentTarget.checked } })}
        />
      </td>
      <td>
        {kind === 'allergy' ? (
          t('keep.oldNever')
        ) : (
          <Select
            className={classes.month ?? ''}
            aria-label={t('keep.oldAfter', { kind: name })}
            allowDeselect={false}
            data={choices.map((each) => ({
              value: String(each),
              label:
                each === 0
                  ? t('keep.oldNever')
                  : t('keep.oldMonths', { count: each, n: format.number(each) }),
            }))}
            value={String(months)}
            onChange={(value) =>
              value !== null && update({ care: { kind, months: value === '0' ? null : Number(value) } })
            }
          />
        )}
      </td>
    </tr>
  );
};
