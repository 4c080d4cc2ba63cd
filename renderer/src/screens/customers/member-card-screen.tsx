import { Button } from '@mantine/core';
import { IconPrinter, IconQrcodeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/contract/customers.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { BackButton } from './back-button.tsx';
import { CardList } from './card-list.tsx';
import classes from './member-card.module.css';
import { PaperCard } from './paper-card.tsx';

const route = getRouteApi('/customers/$customerId/card');

/** A person's card on the screen, ready to be scanned or printed, and all codes they hold. */
export const MemberCardScreen = () => {
  const customerId = Number(route.useParams().customerId);
  const sentence = useFailureSentence();
  const profile = useQuery(orpc.customers.get.queryOptions({ input: { customerId } }));
  if (profile.data === undefined) {
    return profile.isError ? (
      <ErrorState text={sentence(profile.error)} onRetry={() => void profile.refetch()} />
    ) : null;
  }
  return <MemberCard customer={profile.data.customer} />;
};

const MemberCard = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const active = customer.cards.filter(({ state }) => state === 'active');
  const shown = active.find(({ code }) => code === chosen) ?? active[0];
  return (
    <div className={classes.screen}>
      <div className={classes.head}>
        <BackButton fallback="/customers" />
        <PageTitle title={customer.name} subtitle={t('card.intro')} />
      </div>
      <div className={classes.columns}>
        <Card className={classes.show ?? ''} title={t('card.title')}>
          {shown === undefined ? (
            <div className={classes.noCard}>
              <IconQrcodeOff size={64} stroke={1.6} aria-hidden />
              <p className={classes.noCardTitle}>{t('card.none')}</p>
              <p>{t('card.noneHint')}</p>
            </div>
          ) : (
            <>
              <div className={classes.onScreen}>
                <PaperCard name={customer.name} code={shown.code} />
              </div>
              <div className={classes.printRow}>
                <p>{t('card.printHint')}</p>
                <Button
                  size="lg"
                  leftSection={<IconPrinter size={22} stroke={1.9} aria-hidden />}
                  onClick={() =>
                    void navigate({
                      to: '/customers/$customerId/card/$code/print',
                      params: { customerId: String(customer.id), code: shown.code },
                    })
                  }
                >
                  {t('card.print')}
                </Button>
              </div>
            </>
          )}
        </Card>
        <CardList customer={customer} shown={shown?.code ?? null} onShow={setChosen} />
      </div>
    </div>
  );
};
