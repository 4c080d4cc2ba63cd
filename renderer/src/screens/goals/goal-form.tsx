import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalState } from '#shared/contract/goals.ts';
import { currencies } from '#shared/domain/money/currencies.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import classes from './goals.module.css';
import { kindOf, readTarget, writeTarget } from './target-text.ts';
import { useGoalWords } from './use-goal-words.ts';

const typingMs = 250;

/** One metric's target: what it is now, the field, and whether the target is realistic. */
export const GoalForm = ({ goal }: { goal: GoalState }) => {
  const { t } = useTranslation('goals');
  const format = useFormat();
  const words = useGoalWords();
  const cache = useQueryClient();
  const { shop, currencyDigits } = useShop();
  const { metric, current, direction } = goal;
  const kind = kindOf(metric);
  const saved = goal.goal?.target ?? null;
  const asText = (target: number) =>
    writeTarget(kind, target, currencyDigits, format.number(0.5, 1).charAt(1));
  const [typed, setTyped] = useState(saved === null ? '' : asText(saved));
  const target = readTarget(kind, typed, currencyDigits);
  const [asked] = useDebouncedValue(target, typingMs);
  const hint = useQuery({
    ...orpc.goals.hint.queryOptions({ input: { metric, target: asked ?? 1 } }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  const set = useMutation(
    orpc.goals.set.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: orpc.goals.key() }),
    }),
  );
  const save = (to: number | null) => set.mutate({ requestId: newRequestId(), metric, target: to });
  const suggestion = hint.data?.suggestion ?? null;
  const wrong = typed.trim() !== '' && target === null;
  const unchanged = target === null || (saved !== null && asText(saved) === asText(target));
  const unit =
    kind === 'share'
      ? '%'
      : kind === 'money'
        ? (currencies.find(({ code }) => code === shop.currency)?.symbolHint ?? shop.currency)
        : undefined;
  const suggested = suggestion === null ? null : readTarget(kind, asText(suggestion), currencyDigits);
  return (
    <form
      className={classes.form}
      aria-label={t(`metric.${metric}`)}
      onSubmit={(event) => {
        event.preventDefault();
        if (target !== null && !unchanged) save(target);
      }}
    >
      <div className={classes.fieldRow}>
        <TextInput
          className={classes.field ?? ''}
          label={t(`field.${direction}`, { metric: t(`metric.${metric}`) })}
          description={t('now', { value: words.figure(metric, current.value) })}
          inputMode="decimal"
          autoComplete="off"
          rightSection={unit}
          rightSectionPointerEvents="none"
          error={wrong && t('wrong')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" loading={set.isPending} disabled={unchanged}>
          {t('set')}
        </Button>
        {saved !== null && (
          <Button
            variant="default"
            disabled={set.isPending}
            onClick={() => {
              setTyped('');
              save(null);
            }}
          >
            {t('remove')}
          </Button>
        )}
      </div>
      {asked !== null && hint.data !== undefined && (
        <p className={classes.hint} role="status">
          {words.realism(hint.data)} {words.people(goal, asked)}
        </p>
      )}
      {asked !== null && suggested !== null && suggested !== target && (
        <Button variant="default" onClick={() => setTyped(asText(suggested))}>
          {t('suggest', { value: words.figure(metric, suggested) })}
        </Button>
      )}
      <FailureBanner error={set.error ?? hint.error} />
    </form>
  );
};
