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
      /** Null for a page. */
      readonly rows: number | null;
      /** The tables that are in the file. */
      readonly tables: readonly ExportedTable[];
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown };

type Events = ReturnType<typeof client.exports.write>;

/** Writes an export and hands it to the download; one at a time, leaving the screen stops it. */
export const useExport = () => {
  const cache = useQueryClient();
  const { language } = useShop().shop;
  const running = useRef<AbortController | null>(null);
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  useEffect(() => () => running.current?.abort(), []);

  /** One at a time; what fails or is stopped on the way becomes the state. */
  const once = useCallback(
    async (work: (signal: AbortSignal) => Promise<void>, settlesClose: boolean) => {
      if (running.current !== null) return;
      const controller = new AbortController();
      const { signal } = controller;
      running.current = controller;
      setState({ kind: 'running', done: 0, total: 0 });
      try {
        await work(signal);
        // A saved month is a settled step of its close.
        if (settlesClose) await cache.invalidateQueries({ queryKey: orpc.monthClose.key() });
      } catch (error) {
        setState(signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error });
      } finally {
        running.current = null;
      }
    },
    [cache],
  );

  /** Follows the writing of a file and saves it. */
  const follow = useCallback(
    async (events: Events, tables: readonly ExportedTable[], signal: AbortSignal) => {
      for await (const event of await events) {
        if (event.kind === 'progress') {
          setState({ kind: 'running', done: event.done, total: event.total });
          continue;
        }
        await saveFile(await client.exports.fetch({ token: event.file.token }, { signal }));
        const { fileName, rows } = event.file;
        setState({ kind: 'saved', fileName, rows, tables });
      }
    },
    [],
  );

  const save = useCallback(
    (content: ExportContent, format: ExportFormat) =>
      once(
        (signal) =>
          follow(
            client.exports.write({ content, format, language }, { signal }),
            exportedTables(content, format),
            signal,
          ),
        content.kind === 'month',
      ),
    [once, follow, language],
  );

  const saveEverything = useCallback(
    () => once((signal) => follow(client.exports.everything({ language }, { signal }), [], signal), false),
    [once, follow, language],
  );

  /** The report on the screen as a PDF, in the desktop app. */
  const savePage = useCallback(
    (month: string, number: number | null) =>
      once(async (signal) => {
        const file = await client.exports.reportPdf({ month, number, language }, { signal });
        await saveFile(file);
        setState({ kind: 'saved', fileName: file.name, rows: null, tables: [] });
      }, number === null),
    [once, language],
  );
  const stop = useCallback(() => running.current?.abort(), []);
  return { state, save, saveEverything, savePage, stop };
};
