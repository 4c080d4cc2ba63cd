import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Voucher } from '#shared/contract/vouchers.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { AmountInput } from '../../components/amount-input.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import {
  newVoucher,
  type VoucherDraft,
  type VoucherKind,
  voucherKinds,
  voucherToIssue,
} from './voucher-draft.ts';
import classes from './vouchers.module.css';

const benefits = ['thing', 'item', 'amountOff', 'percentOff'] as const;

interface FieldsProps {
  readonly draft: VoucherDraft;
  readonly change: (part: Partial<VoucherDraft>) => void;
}

/** What a voucher is worth: a thing, an item, money or per cent off. */
export const Gives = ({ draft, change }: FieldsProps) => {
  const { t } = useTranslation('vouchers');
  const items = useQuery(orpc.items.list.queryOptions()).data?.items ?? [];
  return (
    <>
      <Select
        label={t('gives.label')}
        data={benefits.map((value) => ({ value, label: t(`gives.${value}`) }))}
        value={draft.gives}
        onChange={(chosen) => {
          const gives = benefits.find((each) => each === chosen);
          if (gives !== undefined) change({ gives });
        }}
      />
      {draft.gives === 'item' && (
        <Select
          label={t('gives.itemLabel')}
          searchable
          data={items
            .filter(({ active }) => active)
            .map(({ id, name }) => ({ value: String(id), label: name }))}
          value={draft.itemId === null ? null : String(draft.itemId)}
          onChange={(chosen) => change({ itemId: chosen === null ? null : Number(chosen) })}
        />
      )}
      {draft.gives === 'amountOff' && (
        <AmountInput
          label={t('gives.amountLabel')}
          value={draft.amount}
          onChange={(amount) => change({ amount })}
        />
      )}
      {draft.gives === 'percentOff' && (
        <NumberInput
          size="lg"
          label={t('gives.percentLabel')}
          min={1}
          max={100}
          allowDecimal={false}
          allowNegative={false}
          value={draft.percent ?? ''}
          onChange={(typed) => change({ percent: typeof typed === 'number' ? typed : null })}
        />
      )}
    </>
  );
};

/** What is left of the month's budget of this kind; nothing where the owner set no limit. */
const BudgetLeft = ({ kind }: { kind: VoucherKind }) => {
  const { t } = useTranslation('vouchers');
  const format = useFormat();
  const budgets = useQuery(orpc.vouchers.budgets.queryOptions()).data?.budgets;
  const budget = budgets?.find((each) => each.kind === kind);
  if (budget === undefined || budget.perMonth === null) return null;
  const left = Math.max(0, budget.perMonth - budget.spent);
  return (
    <p className={`${classes.quiet} num`}>
      {t('budget.left', { left: format.money(left), all: format.money(budget.perMonth) })}
    </p>
  );
};

/** Issues a voucher to one person. */
export const IssueVoucherForm = ({
  customerId,
  firstKind = 'surprise',
  onIssued,
  onCancel,
}: {
  customerId: number;
  firstKind?: VoucherKind;
  onIssued: (voucher: Voucher) => void;
  onCancel: () => void;
}) => {
  const { t } = useTranslation(['vouchers', 'common']);
  const format = useFormat();
  const cache = useQueryClient();
  const today = format.dayAt(Date.now());
  const [draft, setDraft] = useState(() => newVoucher(firstKind, t(`usualName.${firstKind}`), today));
  const [requestId] = useState(newRequestId);
  const change = (part: Partial<VoucherDraft>) => setDraft({ ...draft, ...part });
  const issue = useMutation(
    orpc.vouchers.issue.mutationOptions({
      onSuccess: async (voucher) => {
        await Promise.all([
          cache.invalidateQueries({ queryKey: orpc.vouchers.key() }),
          cache.invalidateQueries({ queryKey: orpc.till.key() }),
        ]);
        onIssued(voucher);
      },
    }),
  );
  const complete = voucherToIssue(draft);
  const chooseKind = (kind: VoucherKind) => {
    const isUsual = draft.name === t(`usualName.${draft.kind}`);
    change({ kind, ...(isUsual ? { name: t(`usualName.${kind}`) } : {}) });
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (complete !== null && !issue.isPending) issue.mutate({ requestId, customerId, ...complete });
      }}
    >
      <Select
        label={t('kind.label')}
        data={voucherKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={draft.kind}
        onChange={(chosen) => {
          const kind = voucherKinds.find((each) => each === chosen);
          if (kind !== undefined) chooseKind(kind);
        }}
      />
      <TextInput
        label={t('name')}
        maxLength={60}
        value={draft.name}
        error={draft.name.trim() === ''}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Gives draft={draft} change={change} />
      <AmountInput label={t('cost')} value={draft.cost} onChange={(cost) => change({ cost })} />
      <DayInput
        label={t('expires')}
        min={today}
        optional={false}
        value={draft.expiresDay}
        onChange={(day) => day !== null && change({ expiresDay: day })}
      />
      <BudgetLeft kind={draft.kind} />
      <FailureBanner error={issue.error} />
      <div className={classes.formActs}>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" disabled={complete === null} loading={issue.isPending}>
          {t('issue')}
        </Button>
      </div>
    </form>
  );
};
