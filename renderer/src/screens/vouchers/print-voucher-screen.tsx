import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { BackButton } from '../customers/back-button.tsx';
import paper from '../customers/member-card.module.css';
import { PaperVoucher } from './paper-voucher.tsx';

const route = getRouteApi('/customers/$customerId/voucher/$code/print');

/** One voucher in its true size and nothing else on the paper; the print dialog opens by itself once. */
export const PrintVoucherScreen = () => {
  const { t } = useTranslation('vouchers');
  const { code } = route.useParams();
  const found = useQuery({ ...orpc.vouchers.check.queryOptions({ input: { code } }), retry: false });
  const items = useQuery(orpc.items.list.queryOptions());
  const isReady = found.data !== undefined && items.data !== undefined;

  const printed = useRef(false);
  useEffect(() => {
    if (!isReady || printed.current) return;
    printed.current = true;
    // After the fonts: a voucher must not come out in a substitute.
    void document.fonts.ready.then(() => globalThis.print());
  }, [isReady]);

  return (
    <div className={paper.printPage}>
      <div className={`${paper.printBar} no-print`}>
        <BackButton fallback="/customers" />
        <h1 className={paper.printTitle}>{t('paper.title')}</h1>
        <p className={paper.printHint}>{t('paper.hint')}</p>
        <Button
          disabled={!isReady}
          leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('print')}
        </Button>
      </div>
      {found.error !== null && <FailureBanner error={found.error} />}
      {isReady && (
        <div className={paper.trueSize}>
          <PaperVoucher voucher={found.data} />
        </div>
      )}
      {isReady && <HintRow tone="quiet">{t('paper.once')}</HintRow>}
    </div>
  );
};
