import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { normaliseVoucherCode } from '#shared/domain/loyalty/voucher-code.ts';
import { client } from '../../api/client.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import type { Scan } from '../../scanner/capture-scans.ts';
import { scanFeed } from '../../scanner/scan-feed.ts';
import type { ScanResult, TillState } from './till-state.ts';
import type { TillStore } from './till-store.ts';
import { voucherFound } from './voucher-found.ts';

/** Whose card it is, with everything the panel will show of them. */
const readScan = async (cache: QueryClient, { candidates }: Scan): Promise<ScanResult> => {
  const answer = await client.till.scan({ candidates: candidates.slice(0, 8) });
  switch (answer.kind) {
    case 'customer': {
      const { customerId, code } = answer;
      const { name } = await cache.fetchQuery(orpc.till.customerCard.queryOptions({ input: { customerId } }));
      return { kind: 'customer', person: { customerId, name }, code };
    }
    case 'blocked': {
      const { customerId, name, code } = answer;
      return { kind: 'blocked', person: { customerId, name }, code };
    }
    case 'unknown': {
      const code = candidates.map(normaliseVoucherCode).find((each) => each !== null);
      if (code === undefined || code === null) return answer;
      const voucher = await client.vouchers.check({ code });
      const { items } = await cache.fetchQuery(orpc.items.list.queryOptions());
      const { person, offer } = voucherFound(voucher, items);
      return { kind: 'voucher', person, offer };
    }
  }
};

/** Takes the scans of the window to the till, one after the other, and takes back keys that were part of one. */
export const useTillScans = (store: TillStore, cache: QueryClient, rushMode: boolean): void => {
  useEffect(() => {
    let before: TillState | null = null;
    let last: Promise<void> = Promise.resolve();
    const handle = async (scan: Scan): Promise<void> => {
      try {
        const result = await readScan(cache, scan);
        store.dispatch({ type: 'scanned', result, rush: rushMode, newId: newRequestId() });
      } catch (failure) {
        store.dispatch({ type: 'callFailed', failure });
      }
    };
    return scanFeed.listen({
      scanned: (scan) => {
        last = last.then(() => handle(scan));
      },
      typingStarts: () => {
        before = store.get();
      },
      typingTakenBack: () => {
        if (before !== null) store.dispatch({ type: 'rewind', to: before });
        before = null;
      },
    });
  }, [store, cache, rushMode]);
};
