import { Button, TextInput } from '@mantine/core';
import { IconPrinter, IconTicket } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Voucher } from '#shared/contract/vouchers.ts';
import { displayVoucherCode } from '#shared/domain/loyalty/voucher-code.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useBenefitWords } from './use-benefit-words.ts';
import classes from './vouchers.module.css';

const shortestReason = 3;

/** Takes a voucher back, with the reason why. */
const VoidForm = ({ voucher, onDone }: { voucher: Voucher; onDone: () => void }) => {
  const { t } = useTranslation(['vouchers', 'common']);
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const [requestId] = useState(newRequestId);
  const take = useMutation(
    orpc.vouchers.void.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          cache.invalidateQueries({ queryKey: orpc.vouchers.key() }),
          cache.invalidateQueries({ queryKey: orpc.till.key() }),
        ]);
        onDone();
      },
    }),
  );
  const said = reason.trim();
  return (
    <form
      className={classes.void}
      onSubmit={(event) => {
        event.preventDefault();
        if (said.length >= shortestReason) {
          take.mutate({ requestId, voucherId: voucher.voucherId, reason: said });
        }
      }}
    >
      <TextInput
        size="md"
        aria-label={t('void.reason')}
        placeholder={t('void.reason')}
        autoFocus
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={said.length < shortestReason} loading={take.isPending}>
        {t('void.do')}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t('common:cancel')}
      </Button>
      <FailureBanner error={take.error} />
    </form>
  );
};

/** One voucher: what it is worth, its code, what became of it; usable ones can be printed and taken back. */
export const VoucherRow = ({ voucher, names }: { voucher: Voucher; names: boolean }) => {
  const { t } = useTranslation('vouchers');
  const format = useFormat();
  const navigate = useNavigate();
  const benefitWords = useBenefitWords();
  const [voiding, setVoiding] = useState(false);
  const { name, code, benefit, kind, state, expiresDay, usedAt, issuedBy, issuedDay } = voucher;
  const worth = benefitWords(benefit);
  const became =
    state === 'used' && usedAt !== null
      ? t('state.usedOn', { date: format.date(format.dayAt(usedAt)) })
      : t(`state.${state}`, { date: format.date(expiresDay) });
  const customerId = String(voucher.customerId);
  return (
    <li className={classes.row} data-over={state !== 'usable' || undefined}>
      <IconTicket size={24} stroke={1.8} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <p className={classes.name}>
          {names && (
            <Link to="/customers/$customerId/membership" params={{ customerId }} className={classes.person}>
              {voucher.customerName}
            </Link>
          )}
          <span>{[name, worth].filter((part) => part !== '').join(' · ')}</span>
        </p>
        <p className={`${classes.quiet} num`}>
          {[
            displayVoucherCode(code),
            became,
            t(`kind.${kind}`),
            t('issued', { date: format.date(issuedDay), name: issuedBy }),
          ].join(' · ')}
        </p>
      </div>
      {state === 'usable' && !voiding && (
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
            onClick={() =>
              void navigate({
                to: '/customers/$customerId/voucher/$code/print',
                params: { customerId, code },
              })
            }
          >
            {t('print')}
            <span className="visually-hidden">: {name}</span>
          </Button>
          <Button variant="default" onClick={() => setVoiding(true)}>
            {t('void.open')}
            <span className="visually-hidden">: {name}</span>
          </Button>
        </>
      )}
      {voiding && <VoidForm voucher={voucher} onDone={() => setVoiding(false)} />}
    </li>
  );
};
