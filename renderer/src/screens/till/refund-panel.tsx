import { Checkbox, TextInput } from '@mantine/core';
import { IconReceiptRefund } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { EscapeButton } from './escape-button.tsx';
import classes from './know.module.css';
import formClasses from './know-form.module.css';
import { PanelHead } from './panel-head.tsx';
import { useTillState, useTillStore } from './till-context.tsx';
import type { RefundForm } from './till-panels.ts';

/** Money of a visit is given back: what becomes of its points, and of the rewards used with it. */
export const RefundPanel = ({ form }: { form: RefundForm }) => {
  const { t } = useTranslation(['tillActs', 'till']);
  const format = useFormat();
  const { dispatch } = useTillStore();
  const { write } = useTillState();
  const failure = write?.status === 'failed' && write.intent.kind === 'refund' ? write.failure : null;
  const { name, at, paid, left, hasRewards, returnRewards, reason } = form;
  return (
    <>
      <PanelHead
        sign={<IconReceiptRefund size={32} stroke={1.8} aria-hidden />}
        title={t('refund.title')}
        subtitle={t('refund.of', {
          name: name ?? t('till:today.walkIn'),
          time: format.time(at),
          amount: format.money(paid),
        })}
      />
      <FailureBanner error={failure} />
      <div className={formClasses.refund}>
        {left < paid && <p className="num">{t('refund.before', { amount: format.money(paid - left) })}</p>}
        <HintRow tone="quiet">{t('refund.takesBack')}</HintRow>
        {hasRewards && (
          <Checkbox
            size="lg"
            label={t('refund.rewards')}
            checked={returnRewards}
            onChange={(event) =>
              dispatch({ type: 'fillRefund', fields: { returnRewards: event.currentTarget.checked } })
            }
          />
        )}
        <TextInput
          label={t('refund.reason')}
          maxLength={200}
          autoComplete="off"
          value={reason}
          onChange={(event) =>
            dispatch({ type: 'fillRefund', fields: { reason: event.currentTarget.value } })
          }
        />
      </div>
      <div className={classes.grow} />
      <div className={classes.acts} data-apart>
        <EscapeButton label={t('refund.cancel')} />
      </div>
    </>
  );
};
