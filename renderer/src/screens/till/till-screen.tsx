import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { inTraining } from '../../shell/training-room.ts';
import { ActColumn } from './act-column.tsx';
import { FindColumn } from './find-column.tsx';
import { KnowColumn } from './know-column.tsx';
import { sendWrites } from './perform-write.ts';
import { SafetyRow } from './safety-row.tsx';
import { soundOfChange } from './sound-of-change.ts';
import { TillProvider, useTillState, useTillStore } from './till-context.tsx';
import { loadDraft, storeDraft } from './till-draft.ts';
import { searchIn } from './till-panels.ts';
import classes from './till-screen.module.css';
import { playSound } from './till-sounds.ts';
import { createTillStore, type TillStore } from './till-store.ts';
import { firstVisits } from './today-stream.tsx';
import { useLinkedCustomer } from './use-linked-customer.ts';
import { useSearchHits } from './use-search-hits.ts';
import { useCustomerCard, useProgramme, useSoldItems, useToday } from './use-till-data.ts';
import { useTillFocus } from './use-till-focus.ts';
import { takeRow, useTillKeys } from './use-till-keys.ts';
import { useTillScans } from './use-till-scans.ts';

/** Everything about visits and customers is asked anew after something was written. */
const useWrites = (store: TillStore): void => {
  const cache = useQueryClient();
  useEffect(
    () =>
      sendWrites(store, client, () => {
        void cache.invalidateQueries({ queryKey: orpc.till.key() });
        void cache.invalidateQueries({ queryKey: orpc.customers.key() });
      }),
    [store, cache],
  );
};

/** The parked check-in is kept with every change. */
const useDraft = (store: TillStore): void => {
  const { name: shop } = useShop().shop;
  const format = useFormat();
  useEffect(() => {
    const keep = (): void =>
      storeDraft(globalThis.localStorage, store.get(), {
        ...{ shop, day: format.dayAt(Date.now()), training: inTraining() },
      });
    return store.subscribe(keep);
  }, [store, shop, format]);
};

const useSounds = (store: TillStore): void => {
  const { sounds } = useShop().till;
  const rewards = useProgramme()?.rules.rewards;
  useEffect(() => {
    let before = store.get();
    return store.subscribe(() => {
      const after = store.get();
      const sound = soundOfChange(before, after, rewards ?? []);
      before = after;
      if (sounds && sound !== null) playSound(sound);
    });
  }, [store, sounds, rewards]);
};

/** A highlight that moves on sooner is not looked up: results come first, their details after. */
const previewPause = 60;

/** The customer open or highlighted, and what the till does by itself once their card is known. */
const useKnown = (store: TillStore, highlighted: number | null) => {
  const { panel } = useTillState();
  const [settled] = useDebouncedValue(highlighted, previewPause);
  const customerId = panel.kind === 'chosen' ? panel.person.customerId : settled;
  const known = useCustomerCard(customerId, panel.kind !== 'chosen');
  const isRush = panel.kind === 'chosen' && panel.rush;
  const isHere = known.isFresh ? known.card?.hints.some(({ kind }) => kind === 'hereToday') : undefined;
  useEffect(() => {
    if (isRush && isHere === false) store.dispatch({ type: 'submit', newId: newRequestId() });
  }, [store, isRush, isHere]);
  const isChosen = panel.kind === 'chosen';
  const held = known.card?.customerId === customerId ? known.card?.heldPrices : undefined;
  useEffect(() => {
    // Not while they are only highlighted: choosing them begins with nothing kept.
    if (isChosen && customerId !== null && held !== undefined)
      store.dispatch({ type: 'holdPrices', customerId, held });
  }, [store, isChosen, customerId, held]);
  return known;
};

const TillColumns = () => {
  const root = useRef<HTMLDivElement>(null);
  const store = useTillStore();
  const state = useTillState();
  const { panel } = state;
  const search = searchIn(panel);
  const found = useSearchHits(search?.query ?? '');
  const isSearching = panel.kind === 'searching';
  const highlighted = isSearching ? (found.hits[panel.active]?.customerId ?? null) : null;
  const known = useKnown(store, highlighted);
  const { items } = useSoldItems();
  const { data: today } = useToday(firstVisits);
  const { focusHome, focusAmount } = useTillFocus(root, state);
  useTillKeys(store, { found, card: known.card, items, today, focusHome });
  useTillScans(store, useQueryClient(), useShop().till.rushMode);
  useLinkedCustomer(store);

  const isAnswered = search?.commit === true && found.answered === search.query.trim();
  useEffect(() => {
    if (isAnswered) takeRow(store, found, items, 0);
  }, [store, isAnswered, found, items]);

  const { leftHanded } = useShop().till;
  const rows = isSearching ? found.hits.length + (found.tooFewDigits ? 0 : 1) : 0;
  return (
    <div ref={root} className={classes.till}>
      <SafetyRow />
      <div
        className={classes.columns}
        data-searching={isSearching || undefined}
        data-left={leftHanded || undefined}
      >
        <FindColumn found={found} rows={rows} />
        <KnowColumn known={known} found={found} onAnswered={focusAmount} />
        <ActColumn card={known.card} />
      </div>
    </div>
  );
};

const TillServices = () => {
  const store = useTillStore();
  const { amountRule, largestWithoutQuestion } = useShop().till;
  useWrites(store);
  useDraft(store);
  useSounds(store);
  useEffect(() => {
    store.dispatch({ type: 'rules', rules: { amountRule, largestWithoutQuestion } });
  }, [store, amountRule, largestWithoutQuestion]);
  return <TillColumns />;
};

/** The till: find, know, do. */
export const TillScreen = () => {
  const { shop, till } = useShop();
  const format = useFormat();
  const [store] = useState(() =>
    createTillStore(
      loadDraft(
        globalThis.localStorage,
        { shop: shop.name, day: format.dayAt(Date.now()), training: inTraining() },
        { amountRule: till.amountRule, largestWithoutQuestion: till.largestWithoutQuestion },
      ),
    ),
  );
  return (
    <TillProvider store={store}>
      <TillServices />
    </TillProvider>
  );
};
