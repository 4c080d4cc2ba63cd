import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportContent, ExportFormat } from '#shared/contract/exports.ts';
import { client } from '../../api/client.ts';
import { orpc } from '../../api/queries.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { type ExportedTable, exportedTables } from './exported-tables.ts';
import { saveFile } from './save-file.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'saved';
      readonly fileName: string;
      readonly rows: number;
      /** The tables that are in the file. */
      readonly tables: readonly ExportedTable[];
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Writes an export and hands it to the download; one at a time, leaving the screen stops it. */
export const useExport = () => {
  const cache = useQueryClient();
  const { language } = useShop().shop;
  const running = useRef<AbortController | null>(null);
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  useEffect(() => () => running.current?.abort(), []);

  const save = useCallback(
    async (content: ExportContent, format: ExportFormat) => {
      if (running.current !== null) return;
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      setState({ kind: 'running', done: 0, total: 0 });
      try {
        for await (const event of await client.exports.write({ content, format, language }, { signal })) {
          if (event.kind === 'progress') {
            setState({ kind: 'running', done: event.done, total: event.total });
            continue;
          }
          await saveFile(await client.exports.fetch({ token: event.file.token }, { signal }));
          const { fileName, rows } = event.file;
          setState({ kind: 'saved', fileName, rows, tables: exportedTables(content, format) });
        }
        // A saved month is a settled step of its close.
        if (content.kind === 'month') await cache.invalidateQueries({ queryKey: orpc.monthClose.key() });
      } catch (error) {
        setState(signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error });
      } finally {
        running.current = null;
      }
    },
    [cache, language],
  );
  const stop = useCallback(() => running.current?.abort(), []);
  return { state, save, stop };
};
