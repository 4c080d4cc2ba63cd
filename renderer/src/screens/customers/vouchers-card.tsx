import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/contract/customers.ts';
import { displayVoucherCode } from '#shared/domain/loyalty/voucher-code.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { IssueVoucherForm } from '../vouchers/issue-voucher-form.tsx';
import { VoucherRow } from '../vouchers/voucher-row.tsx';
import classes from '../vouchers/vouchers.module.css';

/** A person's vouchers, and the way to give another one. */
export const VouchersCard = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('vouchers');
  const customerId = customer.id;
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(
    orpc.vouchers.list.queryOptions({ input: { customerId, limit: 100 } }),
  );
  return (
    <Card
      title={t('title')}
      aside={
        !writing && (
          <Button
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() => {
              setSaid(null);
              setWriting(true);
            }}
          >
            {t('new')}
          </Button>
        )
      }
    >
      {said !== null && (
        <HintRow tone="good" live>
          {said}
        </HintRow>
      )}
      {writing && (
        <IssueVoucherForm
          customerId={customerId}
          onCancel={() => setWriting(false)}
          onIssued={({ code, name }) => {
            setWriting(false);
            setSaid(t('issuedSaid', { name, code: displayVoucherCode(code) }));
          }}
        />
      )}
      <FailureBanner error={error} onRetry={() => void refetch()} />
      {data?.vouchers.length === 0 && !writing && <p className={classes.quiet}>{t('none')}</p>}
      <ul className={classes.rows}>
        {data?.vouchers.map((voucher) => (
          <VoucherRow key={voucher.voucherId} voucher={voucher} names={false} />
        ))}
      </ul>
    </Card>
  );
};
