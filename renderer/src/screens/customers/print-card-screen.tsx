import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { BackButton } from './back-button.tsx';
import classes from './member-card.module.css';
import { PaperCard } from './paper-card.tsx';

const route = getRouteApi('/customers/$customerId/card/$code/print');

/** One card in its true size and nothing else on the paper; the print dialog opens by itself once. */
export const PrintCardScreen = () => {
  const { t } = useTranslation('customers');
  const { customerId, code } = route.useParams();
  const sentence = useFailureSentence();
  const profile = useQuery(orpc.customers.get.queryOptions({ input: { customerId: Number(customerId) } }));
  const customer = profile.data?.customer;
  const printable = customer?.cards.some((card) => card.code === code && card.state === 'active') === true;

  const printed = useRef(false);
  useEffect(() => {
    if (!printable || printed.current) return;
    printed.current = true;
    // After the fonts: a card must not come out in a substitute.
    void document.fonts.ready.then(() => globalThis.print());
  }, [printable]);

  if (customer === undefined) {
    return profile.isError ? (
      <ErrorState text={sentence(profile.error)} onRetry={() => void profile.refetch()} />
    ) : null;
  }
  return (
    <div className={classes.printPage}>
      <div className={`${classes.printBar} no-print`}>
        <BackButton fallback="/customers" />
        <h1 className={classes.printTitle}>{t('card.print')}</h1>
        <p className={classes.printHint}>{t('card.printHint')}</p>
        <Button
          disabled={!printable}
          leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('card.printAgain')}
        </Button>
      </div>
      {printable ? (
        <div className={classes.trueSize}>
          <PaperCard name={customer.name} code={code} />
        </div>
      ) : (
        <HintRow tone="warn">{t('card.blockedPrint')}</HintRow>
      )}
    </div>
  );
};
