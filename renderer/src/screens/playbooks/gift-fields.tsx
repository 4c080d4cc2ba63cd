import { NumberInput, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../components/amount-input.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { Gives } from '../vouchers/issue-voucher-form.tsx';
import { voucherKinds } from '../vouchers/voucher-draft.ts';
import type { PlaybookDraft } from './playbook-draft.ts';
import classes from './playbooks.module.css';

/** What goes with the words, what it costs, and how much staff may give. */
export const GiftFields = ({
  draft,
  change,
}: {
  draft: PlaybookDraft;
  change: (part: Partial<PlaybookDraft>) => void;
}) => {
  const { t } = useTranslation(['playbooks', 'vouchers']);
  const { gift, hasGift, giftDays, allowance } = draft;
  const changeGift = (part: Partial<PlaybookDraft['gift']>) => change({ gift: { ...gift, ...part } });
  return (
    <>
      <Switch
        label={t('edit.gift')}
        checked={hasGift}
        onChange={(event) => change({ hasGift: event.currentTarget.checked })}
      />
      {hasGift && (
        <>
          <div className={classes.pair}>
            <Select
              label={t('edit.giftKind')}
              data={voucherKinds.map((value) => ({ value, label: t(`vouchers:kind.${value}`) }))}
              value={gift.kind}
              onChange={(chosen) => {
                const kind = voucherKinds.find((each) => each === chosen);
                if (kind !== undefined) changeGift({ kind });
              }}
            />
            <Gives draft={gift} change={changeGift} />
          </div>
          <div className={classes.pair}>
            <AmountInput label={t('edit.cost')} value={gift.cost} onChange={(cost) => changeGift({ cost })} />
            <AmountInput
              label={t('edit.allowance')}
              value={allowance}
              onChange={(sum) => change({ allowance: sum })}
            />
            <NumberInput
              label={t('edit.days')}
              min={1}
              max={365}
              allowDecimal={false}
              allowNegative={false}
              value={giftDays ?? ''}
              onChange={(typed) => change({ giftDays: typeof typed === 'number' ? typed : null })}
            />
          </div>
          {(gift.cost ?? 0) > (allowance ?? 0) && <HintRow tone="warn">{t('edit.tooDear')}</HintRow>}
        </>
      )}
    </>
  );
};
