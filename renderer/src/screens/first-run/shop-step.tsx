import { Button, Select, TextInput } from '@mantine/core';
import { IconArrowRight, IconBuildingStore, IconCoffee, IconScissors } from '@tabler/icons-react';
import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopFacts } from '#shared/contract/settings.ts';
import { isLanguage } from '#shared/i18n/language.ts';
import {
  countryOptions,
  currencyOptions,
  cutoffOptions,
  languageOptions,
  timeZoneOptions,
} from '../../components/shop-options.ts';
import { ChoiceCards } from './choice-cards.tsx';
import classes from './first-run.module.css';
import { hasName, inCountry } from './shop-draft.ts';

/** Step one: what the shop is, its name and where it is. */
export const ShopStep = ({
  draft,
  onChange,
  onRestore,
  onNext,
}: {
  draft: ShopFacts;
  onChange: (draft: ShopFacts) => void;
  onRestore: () => void;
  onNext: () => void;
}) => {
  const { t } = useTranslation(['firstRun', 'common', 'restore']);
  const name = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  const { language } = draft;
  const change = (part: Partial<ShopFacts>) => onChange({ ...draft, ...part });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (hasName(draft)) onNext();
    else {
      setAsked(true);
      name.current?.focus();
    }
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.middle}>
        <div>
          <h1 className={classes.title}>{t('shop.title')}</h1>
          <p className={classes.subtitle}>{t('shop.subtitle')}</p>
        </div>
        <ChoiceCards
          name="kind"
          legend={t('shop.title')}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          choices={[
            { value: 'cafe', icon: IconCoffee, title: t('shop.cafe'), note: t('shop.cafeNote') },
            { value: 'salon', icon: IconScissors, title: t('shop.salon'), note: t('shop.salonNote') },
            { value: 'other', icon: IconBuildingStore, title: t('shop.other'), note: t('shop.otherNote') },
          ]}
        />
        <div className={classes.fields}>
          <TextInput
            className={classes.wide}
            ref={name}
            label={t('shop.name')}
            value={draft.name}
            maxLength={80}
            autoComplete="organization"
            autoFocus
            error={asked && !hasName(draft) && t('shop.nameMissing')}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            className={classes.third}
            label={t('shop.language')}
            data={languageOptions()}
            value={language}
            onChange={(value) => value !== null && isLanguage(value) && change({ language: value })}
          />
          <Select
            className={classes.third}
            label={t('shop.cutoff')}
            data={cutoffOptions(language, draft.cutoffMinutes)}
            value={String(draft.cutoffMinutes)}
            onChange={(value) => value !== null && change({ cutoffMinutes: Number(value) })}
          />
          <Select
            className={classes.wide}
            label={t('shop.country')}
            data={countryOptions(language)}
            searchable
            value={draft.country}
            onChange={(value) => value !== null && onChange(inCountry(draft, value))}
          />
          <Select
            className={classes.third}
            label={t('shop.currency')}
            data={currencyOptions(language)}
            searchable
            value={draft.currency}
            onChange={(value) => value !== null && change({ currency: value })}
          />
          <Select
            className={classes.third}
            label={t('shop.timeZone')}
            data={timeZoneOptions(draft.country, draft.timeZone)}
            searchable
            limit={100}
            value={draft.timeZone}
            onChange={(value) => value !== null && change({ timeZone: value })}
          />
        </div>
      </div>
      <div className={classes.foot}>
        <span className={classes.push} />
        <Button size="lg" variant="subtle" onClick={onRestore}>
          {t('restore:entry.firstRun')}
        </Button>
        <Button type="submit" size="xl" rightSection={<IconArrowRight size={24} aria-hidden />}>
          {t('common:next')}
        </Button>
      </div>
    </form>
  );
};
