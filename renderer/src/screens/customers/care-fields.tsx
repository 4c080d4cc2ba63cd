import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localeOf } from '#shared/i18n/language.ts';
import { Card } from '../../components/card.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import type { CustomerDraft } from './customer-draft.ts';
import classes from './customer-form.module.css';
import { customerLanguages, languageName } from './language-name.ts';
import { ReferredByField } from './referred-by-field.tsx';

/** What to remember at the till. */
export const CareFields = ({
  draft,
  allergyHidden,
  onChange,
}: {
  draft: CustomerDraft;
  /** There is an allergy that whoever fills this in may not read. */
  allergyHidden: boolean;
  onChange: (change: Partial<CustomerDraft>) => void;
}) => {
  const { t } = useTranslation(['customers', 'privacy']);
  const locale = localeOf(useShop().shop.language);
  const tags = [...new Set([...customerLanguages, draft.language])].filter((tag) => tag !== '');
  return (
    <Card title={t('form.care')} className={classes.fields ?? ''}>
      <Textarea
        label={t('form.allergy')}
        description={t(allergyHidden ? 'privacy:care.hiddenInForm' : 'form.allergyHint')}
        autosize
        minRows={2}
        maxRows={4}
        maxLength={300}
        value={draft.allergy}
        onChange={(event) => onChange({ allergy: event.currentTarget.value })}
      />
      <Textarea
        label={t('form.preference')}
        autosize
        minRows={2}
        maxRows={4}
        maxLength={300}
        value={draft.preference}
        onChange={(event) => onChange({ preference: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('form.language')}
        size="lg"
        value={draft.language}
        data={[
          { value: '', label: t('form.languageNone') },
          ...tags.map((tag) => ({ value: tag, label: languageName(tag, locale) })),
        ]}
        onChange={(event) => onChange({ language: event.currentTarget.value })}
      />
      <Switch
        label={t('form.completeLater')}
        classNames={{ label: classes.switchLabel ?? '' }}
        description={t('form.completeLaterHint')}
        checked={draft.completeLater}
        onChange={(event) => onChange({ completeLater: event.currentTarget.checked })}
      />
    </Card>
  );
};

/** How they found the shop. */
export const FoundUsFields = ({
  draft,
  onChange,
}: {
  draft: CustomerDraft;
  onChange: (change: Partial<CustomerDraft>) => void;
}) => {
  const { t } = useTranslation('customers');
  return (
    <Card title={t('form.how')} className={classes.fields ?? ''}>
      <TextInput
        label={t('form.source')}
        autoComplete="off"
        maxLength={80}
        value={draft.source}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
      />
      <ReferredByField
        id={draft.referredById}
        name={draft.referredByName}
        onChange={(referredById, referredByName) => onChange({ referredById, referredByName })}
      />
    </Card>
  );
};
