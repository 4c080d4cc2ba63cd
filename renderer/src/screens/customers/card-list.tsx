import { Button } from '@mantine/core';
import { IconCreditCard, IconCreditCardOff, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/contract/customers.ts';
import { displayCardCode } from '#shared/domain/card-code/card-code.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { GiveCardForm } from './give-card-form.tsx';
import classes from './member-card.module.css';

/** All codes of a person: show, block, issue a new one, give one they hold. */
export const CardList = ({
  customer,
  shown,
  onShow,
}: {
  customer: Customer;
  /** Code of the card on the left. */
  shown: string | null;
  onShow: (code: string) => void;
}) => {
  const { t } = useTranslation('customers');
  const cache = useQueryClient();
  const [said, setSaid] = useState<string | null>(null);
  const refresh = () => cache.invalidateQueries({ queryKey: orpc.customers.key() });
  const give = useMutation(orpc.customers.giveCard.mutationOptions({ onSettled: refresh }));
  const block = useMutation(orpc.customers.blockCard.mutationOptions({ onSettled: refresh }));
  const giveCode = (code: string | null, done: () => void) => {
    setSaid(null);
    block.reset();
    const known = new Set(customer.cards.map((card) => card.code));
    give.mutate(
      { requestId: newRequestId(), customerId: customer.id, code },
      {
        onSuccess: (after) => {
          const added = after.cards.find((card) => !known.has(card.code))?.code ?? code ?? '';
          setSaid(t('card.given', { code: displayCardCode(added), name: customer.name }));
          onShow(added);
          done();
        },
      },
    );
  };
  const blockCode = (code: string) => {
    setSaid(null);
    give.reset();
    block.mutate(
      { requestId: newRequestId(), customerId: customer.id, code },
      { onSuccess: () => setSaid(t('card.blockedSaid', { code: displayCardCode(code) })) },
    );
  };
  return (
    <Card title={t('card.all', { name: customer.name })} className={classes.list ?? ''}>
      {customer.cards.length === 0 && <p className={classes.quiet}>{t('card.none')}</p>}
      <ul className={classes.cards}>
        {customer.cards.map((card) => (
          <CardRow
            key={card.code}
            card={card}
            isShown={card.code === shown}
            pending={block.isPending}
            onShow={() => onShow(card.code)}
            onBlock={() => blockCode(card.code)}
          />
        ))}
      </ul>
      <div role="status">{said !== null && <HintRow tone="good">{said}</HintRow>}</div>
      <FailureBanner error={give.error ?? block.error} />
      <Button
        size="lg"
        variant={customer.cards.length === 0 ? 'filled' : 'default'}
        leftSection={<IconPlus size={22} stroke={2} aria-hidden />}
        loading={give.isPending}
        onClick={() => giveCode(null, () => undefined)}
      >
        {t('card.issue')}
      </Button>
      <GiveCardForm pending={give.isPending} onGive={giveCode} />
    </Card>
  );
};

const CardRow = ({
  card,
  isShown,
  pending,
  onShow,
  onBlock,
}: {
  card: Customer['cards'][number];
  isShown: boolean;
  pending: boolean;
  onShow: () => void;
  onBlock: () => void;
}) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const blocked = card.state === 'blocked';
  const code = displayCardCode(card.code);
  const Icon = blocked ? IconCreditCardOff : IconCreditCard;
  return (
    <li className={classes.card} data-blocked={blocked || undefined}>
      <Icon size={24} stroke={1.8} aria-hidden />
      <div className={classes.cardWords}>
        <p className={`${classes.cardCode} num`}>{code}</p>
        <p className={classes.cardState}>
          {t(`card.${card.state}`)}, {t('card.issued', { date: format.date(format.dayAt(card.issuedAt)) })}
        </p>
      </div>
      {!blocked && !isShown && (
        <Button variant="default" aria-label={t('card.showLabel', { code })} onClick={onShow}>
          {t('card.show')}
        </Button>
      )}
      {!blocked && (
        <Button
          variant="default"
          aria-label={t('card.blockLabel', { code })}
          disabled={pending}
          onClick={onBlock}
        >
          {t('card.block')}
        </Button>
      )}
    </li>
  );
};
