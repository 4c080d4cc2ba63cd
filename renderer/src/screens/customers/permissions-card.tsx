import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/contract/customers.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './side-cards.module.css';

const purposes = ['membership', 'contact'] as const;

/** The answer in force: the latest one. */
const lastAnswer = (customer: Customer, purpose: (typeof purposes)[number]) =>
  customer.consents
    .filter((consent) => consent.purpose === purpose)
    .toSorted((a, b) => b.at - a.at)
    .at(0);

/** What they allowed, since when, and who asked; a tap records another answer. */
export const PermissionsCard = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const cache = useQueryClient();
  const answer = useMutation(
    orpc.customers.answerConsent.mutationOptions({
      onSettled: () => cache.invalidateQueries({ queryKey: orpc.customers.key() }),
    }),
  );
  const give = (purpose: (typeof purposes)[number], granted: boolean) =>
    answer.mutate({ requestId: newRequestId(), customerId: customer.id, purpose, granted });
  return (
    <Card title={t('permissions.title')}>
      {purposes.map((purpose) => {
        const last = lastAnswer(customer, purpose);
        const said =
          last === undefined
            ? t('permissions.notAsked')
            : t(last.granted ? 'permissions.answeredYes' : 'permissions.answeredNo', {
                date: format.date(format.dayAt(last.at)),
                name: last.staffName,
              });
        return (
          <fieldset key={purpose} className={classes.permission}>
            <legend className="visually-hidden">
              {t('permissions.question', { purpose: t(`permissions.${purpose}`) })}
            </legend>
            <div className={classes.permissionWords}>
              <p className={classes.permissionName}>{t(`permissions.${purpose}`)}</p>
              <p className={classes.permissionSaid}>{said}</p>
            </div>
            {[true, false].map((granted) => {
              const chosen = last?.granted === granted;
              const Icon = granted ? IconCheck : IconX;
              return (
                <Button
                  key={String(granted)}
                  variant={chosen ? 'light' : 'default'}
                  aria-pressed={chosen}
                  disabled={answer.isPending}
                  px={14}
                  leftSection={chosen ? <Icon size={18} stroke={2.2} aria-hidden /> : null}
                  onClick={() => {
                    if (!chosen) give(purpose, granted);
                  }}
                >
                  {t(granted ? 'permissions.yes' : 'permissions.no')}
                </Button>
              );
            })}
          </fieldset>
        );
      })}
      <FailureBanner error={answer.error} />
    </Card>
  );
};
