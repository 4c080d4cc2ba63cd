import { TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { displayCardCode } from '#shared/domain/card-code/card-code.ts';
import { ConsentAsks } from './consent-asks.tsx';
import { DuplicateRow } from './duplicate-row.tsx';
import classes from './know.module.css';
import formClasses from './know-form.module.css';
import { LaterReferrerField } from './later-panels.tsx';
import { PanelHead } from './panel-head.tsx';
import { useTillState, useTillStore } from './till-context.tsx';
import type { NewCustomerForm } from './till-panels.ts';
import type { SearchHits } from './use-search-hits.ts';
import { useProgramme } from './use-till-data.ts';
import { WayBack } from './way-back.tsx';

/** A new person without leaving the till; saved together with the visit. */
export const NewCustomerPanel = ({
  form,
  found,
  onAnswered,
}: {
  form: NewCustomerForm;
  found: SearchHits;
  onAnswered: () => void;
}) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const { question } = useTillState();
  const programme = useProgramme();
  const fill = (fields: Partial<NewCustomerForm>) => dispatch({ type: 'fillForm', fields });
  const subtitle = () => {
    if (form.cardCode !== null) return t('newCustomer.card', { code: displayCardCode(form.cardCode) });
    return t(
      programme?.rules.stampCards.length === 0 ? 'newCustomer.subtitlePoints' : 'newCustomer.subtitle',
    );
  };
  return (
    <>
      <PanelHead
        sign={<IconUserPlus size={30} stroke={1.9} aria-hidden />}
        title={t('newCustomer.title')}
        subtitle={subtitle()}
      />
      <div className={formClasses.form}>
        <TextInput
          label={t('newCustomer.name')}
          data-till-focus={form.name === '' || undefined}
          data-till-field="name"
          autoComplete="off"
          maxLength={120}
          value={form.name}
          error={question === 'name' && t('newCustomer.nameMissing')}
          onChange={(event) => fill({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('newCustomer.phone')}
          placeholder={t('newCustomer.phonePlaceholder')}
          data-till-focus={form.name !== '' || undefined}
          data-till-field="phone"
          type="tel"
          autoComplete="off"
          maxLength={40}
          value={form.phone}
          error={question === 'phone'}
          onChange={(event) => fill({ phone: event.currentTarget.value })}
        />
      </div>
      <div className={classes.hints}>
        <DuplicateRow form={form} />
      </div>
      <ConsentAsks form={form} onAnswered={onAnswered} />
      <div className={formClasses.form}>
        <TextInput
          label={t('newCustomer.birthday')}
          placeholder={t('newCustomer.birthdayPlaceholder')}
          data-till-field="birthday"
          autoComplete="off"
          maxLength={20}
          value={form.birthday}
          error={question === 'birthday' && t('newCustomer.birthdayWrong')}
          onChange={(event) => fill({ birthday: event.currentTarget.value })}
        />
        <LaterReferrerField form={form} found={found} />
      </div>
      <WayBack label={t('newCustomer.cancel')} hint={t('newCustomer.footer')} />
    </>
  );
};
