import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/customers.ts';
import { localeOf } from '#shared/i18n/language.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { languageName } from './language-name.ts';
import classes from './side-cards.module.css';

const PersonLink = ({ id, name }: { id: number; name: string }) => (
  <Link to="/customers/$customerId" params={{ customerId: String(id) }} className={classes.link}>
    {name}
  </Link>
);

/** What the next person at the till should know; the allergy in amber. */
export const RememberCard = ({ profile }: { profile: Profile }) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const { language } = useShop().shop;
  const { customer, usual, brought } = profile;
  const facts: [key: string, label: string, value: ReactNode, amber?: boolean][] = [];
  const add = (key: string, label: string, value: ReactNode, amber = false) =>
    facts.push([key, label, value, amber]);
  if (customer.allergy !== null) add('allergy', t('remember.allergy'), customer.allergy, true);
  if (usual.length > 0) {
    const items = usual.map(({ name, quantity }) =>
      quantity > 1 ? t('history.times', { quantity, name }) : name,
    );
    add('usual', t('remember.usual'), items.join(', '));
  }
  if (customer.preference !== null) add('preference', t('remember.preference'), customer.preference);
  if (customer.birthday !== null) {
    const { year } = customer.birthday;
    const date = format.anniversary(customer.birthday);
    add('birthday', t('remember.birthday'), year === null ? date : `${date} ${year}`);
  }
  if (customer.language !== null) {
    add('language', t('remember.language'), languageName(customer.language, localeOf(language)));
  }
  if (customer.referredById !== null && customer.referredByName !== null) {
    const { referredById, referredByName } = customer;
    add('referredBy', t('remember.referredBy'), <PersonLink id={referredById} name={referredByName} />);
  }
  if (customer.source !== null) add('source', t('remember.source'), customer.source);
  if (brought.length > 0) {
    const people = brought.map(({ customerId, name }, index) => (
      <Fragment key={customerId}>
        {index > 0 && ', '}
        <PersonLink id={customerId} name={name} />
      </Fragment>
    ));
    add('brought', t('remember.brought'), people);
  }
  if (customer.email !== null) add('email', t('remember.email'), customer.email);
  return (
    <Card title={t('remember.title')}>
      {facts.length === 0 ? (
        <p className={classes.quiet}>{t('remember.nothing')}</p>
      ) : (
        <dl className={classes.remember}>
          {facts.map(([key, label, value, amber]) => (
            <Fragment key={key}>
              <dt>{label}</dt>
              <dd data-amber={amber || undefined}>{value}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </Card>
  );
};
