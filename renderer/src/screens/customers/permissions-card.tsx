import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Customer } from '#shared/contract/customers.ts';
import { type ConsentPurpose, decidingPurposes } from '#shared/domain/consent/consent.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ForCall } from '../../shell/for-call.tsx';
import { askedWords } from '../privacy/asked-words.ts';
import { ChannelChips } from './channel-chips.tsx';
import { PermissionRow } from './permission-row.tsx';
import classes from './side-cards.module.css';

/** The answer in force: answers come newest first, and one for all channels counts for each. */
const lastAnswer = (customer: Customer, purpose: ConsentPurpose) =>
  customer.consents.find((consent) => decidingPurposes(purpose).includes(consent.purpose));

/** What they allowed, since when, and who asked; a tap records another answer and takes effect at once. */
export const PermissionsCard = ({ customer }: { customer: Customer }) => {
  const { t } = useTranslation('customers');
  const { t: privacy } = useTranslation('privacy');
  const format = useFormat();
  const navigate = useNavigate();
  const cache = useQueryClient();
  // Lists of people, estimates and what is to be said at the till all depend on it.
  const answer = useMutation(
    orpc.customers.answerConsent.mutationOptions({ onSettled: () => cache.invalidateQueries() }),
  );
  const give = (purpose: ConsentPurpose, granted: boolean) =>
    answer.mutate({ requestId: newRequestId(), customerId: customer.id, purpose, granted });
  const said = (purpose: 'membership' | 'contact' | 'profiling'): string => {
    const last = lastAnswer(customer, purpose);
    if (last) {
      const answered = t(last.granted ? 'permissions.answeredYes' : 'permissions.answeredNo', {
        date: format.date(format.dayAt(last.at)),
        name: last.staffName,
      });
      return `${answered}; ${askedWords(last, privacy)}`;
    }
    if (purpose !== 'profiling') return t('permissions.notAsked');
    const isMember = lastAnswer(customer, 'membership')?.granted !== false;
    return t(isMember ? 'permissions.profilingNotAsked' : 'permissions.profilingNoMember');
  };
  return (
    <Card title={t('permissions.title')}>
      {(['membership', 'profiling', 'contact'] as const).map((purpose) => (
        <PermissionRow
          key={purpose}
          name={t(`permissions.${purpose}`)}
          question={t('permissions.question', { purpose: t(`permissions.${purpose}`) })}
          said={said(purpose)}
          granted={lastAnswer(customer, purpose)?.granted}
          isBusy={answer.isPending}
          onAnswer={(granted) => give(purpose, granted)}
        >
          {purpose === 'contact' && (
            <ChannelChips
              isGranted={(channel) => lastAnswer(customer, channel)?.granted === true}
              isBusy={answer.isPending}
              onAnswer={give}
            />
          )}
        </PermissionRow>
      ))}
      <FailureBanner error={answer.error} />
      <div className={classes.rights}>
        <Button
          variant="default"
          onClick={() =>
            void navigate({ to: '/customers/$customerId/data', params: { customerId: String(customer.id) } })
          }
        >
          {t('permissions.data')}
        </Button>
        <ForCall call="privacy.toForget">
          <Button
            variant="default"
            onClick={() =>
              void navigate({
                to: '/customers/$customerId/forget',
                params: { customerId: String(customer.id) },
              })
            }
          >
            {t('permissions.forget')}
          </Button>
        </ForCall>
      </div>
    </Card>
  );
};
