import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StepState } from '#shared/contract/month-close.ts';
import { newRequestId } from '../../api/request-id.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './close.module.css';
import { ReasonForm } from './reason-form.tsx';
import type { CloseCalls } from './use-close-calls.ts';

/** Days unlike their weekday, and amounts that were probably typed wrongly with the way to the person. */
export const OddFindings = ({
  step,
  calls,
}: {
  step: Extract<StepState, { step: 'oddDays' }>;
  calls: CloseCalls;
}) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  if (step.days.length + step.amounts.length === 0) {
    return <p className={classes.text}>{t('found.nothing')}</p>;
  }
  return (
    <>
      <p className={classes.text}>{t('found.oddText')}</p>
      <ul className={classes.found}>
        {step.amounts.map(({ visitId, day, customerName, amount }) => (
          <li key={visitId}>
            {customerName === null ? (
              t('found.walkIn')
            ) : (
              <Link className={classes.link} to="/customers" search={{ search: customerName }}>
                {customerName}
              </Link>
            )}
            <span className={`${classes.quiet} num`}>
              {t('found.amount', { day: format.dayShort(day), amount: format.money(amount) })}
            </span>
            <ReasonForm
              openLabel={t('undo.open')}
              label={t('undo.reason')}
              hint={t('undo.hint')}
              saveLabel={t('undo.save')}
              pending={calls.undo.isPending}
              onSave={(reason) => calls.undo.mutate({ requestId: newRequestId(), visitId, reason })}
            />
          </li>
        ))}
        {step.days.map(({ day, kind, checkIns, usual }) => (
          <li key={day}>
            {t(`found.day.${kind}`, {
              day: format.dayShort(day),
              n: format.number(checkIns),
              usual: format.number(usual, Number.isInteger(usual) ? 0 : 1),
            })}
          </li>
        ))}
      </ul>
    </>
  );
};
