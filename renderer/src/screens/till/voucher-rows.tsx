import { Button } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '#shared/contract/till.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { OfferedVoucher } from './choose-reward.ts';
import type { Entry } from './entry.ts';
import { TakenRow } from './taken-row.tsx';
import { useTillStore } from './till-context.tsx';

/** Vouchers that are used with this visit. */
export const ChosenVouchers = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation('tillActs');
  const { dispatch } = useTillStore();
  return entry.vouchers.map(({ code, name }) => (
    <TakenRow key={code} icon={IconTicket} name={name} note={t('voucher.used')} isUsed>
      <Button variant="default" onClick={() => dispatch({ type: 'dropVoucher', code })}>
        {t('voucher.putBack')}
        <span className="visually-hidden">: {name}</span>
      </Button>
    </TakenRow>
  ));
};

/** Vouchers of this customer that can be used now. */
export const OfferedVouchers = ({
  card,
  offers,
}: {
  card: CustomerCard;
  offers: readonly OfferedVoucher[];
}) => {
  const { t } = useTranslation('tillActs');
  const format = useFormat();
  const { dispatch } = useTillStore();
  return offers.map((offer) => {
    const until = card.vouchers.find(({ code }) => code === offer.code)?.expiresDay;
    return (
      <TakenRow
        key={offer.code}
        icon={IconTicket}
        name={offer.name}
        note={until === undefined ? null : t('voucher.until', { date: format.dayOfMonth(until) })}
        isUsed={false}
      >
        <Button variant="outline" onClick={() => dispatch({ type: 'useVoucher', offer })}>
          {t('voucher.use')}
          <span className="visually-hidden">: {offer.name}</span>
        </Button>
      </TakenRow>
    );
  });
};
