import { Button } from '@mantine/core';
import { IconCheck, IconGift, IconNote, IconPencil, IconQrcode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Customer, Profile } from '#shared/contract/customers.ts';
import { orpc } from '../../api/queries.ts';
import { Avatar } from '../../components/avatar.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { TierChip } from '../../components/tier-chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { BackButton } from './back-button.tsx';
import classes from './profile.module.css';

const reached = (customer: Customer, card: (tail: string) => string): string | null => {
  const active = customer.cards.find(({ state }) => state === 'active');
  const parts = [customer.phoneDisplay, active === undefined ? null : card(active.code.slice(-4))];
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.join(', ');
};

/** Name, how to reach them, and what one can do. */
export const ProfileHead = ({ profile, onNote }: { profile: Profile; onNote: () => void }) => {
  const { t } = useTranslation(['customers', 'common']);
  const format = useFormat();
  const navigate = useNavigate();
  const { customer } = profile;
  const card = useQuery(orpc.till.customerCard.queryOptions({ input: { customerId: customer.id } }));
  const tier = card.data?.tier;
  const params = { customerId: String(customer.id) };
  const contact = reached(customer, (card) => t('profile.cardOnly', { card }));
  return (
    <header className={classes.head}>
      <BackButton fallback="/customers" />
      <Avatar name={customer.name} size={60} accent />
      <div className={classes.who}>
        <h1 className={classes.name}>{customer.name}</h1>
        <p className={classes.facts}>
          {tier !== null && tier !== undefined && tier.of > 1 && (
            <TierChip name={tier.name} index={tier.index} of={tier.of} />
          )}
          {customer.completeLater && <span className={classes.warnTag}>{t('completeLaterTag')}</span>}
          {contact !== null && <span className="num">{contact}</span>}
          <span>{t('profile.since', { month: format.monthOf(customer.customerSince) })}</span>
        </p>
      </div>
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconQrcode size={20} stroke={1.9} aria-hidden />}
          onClick={() => void navigate({ to: '/customers/$customerId/card', params })}
        >
          {t('profile.memberCard')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconGift size={20} stroke={1.9} aria-hidden />}
          onClick={() => void navigate({ to: '/customers/$customerId/membership', params })}
        >
          {t('profile.membership')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPencil size={20} stroke={1.9} aria-hidden />}
          onClick={() => void navigate({ to: '/customers/$customerId/edit', params })}
        >
          {t('common:edit')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconNote size={20} stroke={1.9} aria-hidden />}
          rightSection={<KeyCap>F4</KeyCap>}
          onClick={onNote}
        >
          {t('profile.addNote')}
        </Button>
        <Button
          leftSection={<IconCheck size={20} stroke={2} aria-hidden />}
          onClick={() => void navigate({ to: '/till', search: { customer: customer.id } })}
        >
          {t('profile.checkIn')}
        </Button>
      </div>
    </header>
  );
};
