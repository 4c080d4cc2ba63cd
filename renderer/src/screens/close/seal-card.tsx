import { useTranslation } from 'react-i18next';
import type { ClosedContent, MonthClose } from '#shared/contract/month-close.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { ChainCheck } from './chain-check.tsx';
import { CheckFiles } from './check-files.tsx';
import classes from './close.module.css';
import { shortHash } from './month-name.ts';
import { ReasonForm } from './reason-form.tsx';
import { useCloseCalls } from './use-close-calls.ts';

/** Number and check sum of a close, whether the chain still fits, and the owner's way to open it again. */
export const SealCard = ({ close }: { close: MonthClose & { readonly content: ClosedContent | null } }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const replaces = close.content?.replaces ?? null;
  return (
    <Card title={t('closed.seal')} aria-label={t('closed.seal')} className={classes.details ?? ''}>
      <dl className={classes.seal}>
        <div>
          <dt>{t('closed.number')}</dt>
          <dd className="num">{format.number(close.number)}</dd>
        </div>
        <div>
          <dt>{t('closed.hash')}</dt>
          <dd className={classes.hash}>{shortHash(close.hash)}</dd>
        </div>
        <div>
          <dt>{t('closed.previous')}</dt>
          <dd className={close.previousHash === null ? undefined : classes.hash}>
            {close.previousHash === null ? t('closed.first') : shortHash(close.previousHash)}
          </dd>
        </div>
        {close.content?.log !== undefined && (
          <div>
            <dt>{t('closed.log')}</dt>
            <dd className="num">
              {close.content.log.broken === null
                ? t('closed.logWhole', {
                    count: close.content.log.entries,
                    n: format.number(close.content.log.entries),
                  })
                : t('closed.logBroken', { number: format.number(close.content.log.broken) })}
            </dd>
          </div>
        )}
      </dl>
      {replaces !== null && (
        <p className={classes.text}>
          {t('closed.replaces', {
            n: format.number(replaces.number),
            by: replaces.by,
            reason: replaces.reason,
          })}
        </p>
      )}
      <ChainCheck />
      <CheckFiles number={close.number} />
      <Reopen close={close} />
    </Card>
  );
};

const Reopen = ({ close }: { close: MonthClose }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const { staff, currentStaffId } = useShop();
  const { reopen } = useCloseCalls();
  if (close.reopened !== null) {
    return (
      <HintRow tone="warn">
        {t('reopen.done', {
          by: close.reopened.by,
          date: format.date(format.dayAt(close.reopened.at)),
          reason: close.reopened.reason,
        })}
      </HintRow>
    );
  }
  if (staff.find(({ id }) => id === currentStaffId)?.role !== 'owner') {
    return <p className={classes.text}>{t('reopen.ownerOnly')}</p>;
  }
  return (
    <>
      <ReasonForm
        openLabel={t('reopen.open')}
        label={t('reopen.reason')}
        hint={t('reopen.text')}
        saveLabel={t('reopen.save')}
        pending={reopen.isPending}
        onSave={(reason) => reopen.mutate({ requestId: newRequestId(), number: close.number, reason })}
      />
      <FailureBanner error={reopen.error} />
    </>
  );
};
