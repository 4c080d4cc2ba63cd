import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenExport } from '#shared/contract/exports.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { currencyDigits } from '#shared/domain/money/currencies.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { OpenShop } from '../open-shop.ts';
import { present, shopFacts } from '../shop-context.ts';
import { streamProgress } from '../stream-progress.ts';
import { dictionaryIn, everythingName, everythingReadme } from './dictionary.ts';
import { csvOf, type ExportEvent } from './write-export.ts';

/** What archives are made in, beside the shop's file: one that was stopped or is not fetched any more is taken away. */
const directoryOf = ({ dataDir }: OpenShop): string => join(dataDir, 'exports');

/** Takes away what a sudden end has left. */
function cleared(shop: OpenShop): string {
  const directory = directoryOf(shop);
  mkdirSync(directory, { recursive: true });
  const wanted = new Set(shop.exports.paths());
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    if (!wanted.has(path)) rmSync(path, { force: true, recursive: true });
  }
  return directory;
}

/**
 * Writes every table of the shop into one ZIP archive and keeps it to be fetched: CSV and JSON lines with a data
 * dictionary. It is made in the worker and in a file, so that neither the till nor the memory feels how large it is.
 */
export async function* exportEverything(
  shop: OpenShop,
  { language }: { readonly language: Language },
  signal?: AbortSignal,
): AsyncGenerator<ExportEvent, void, undefined> {
  const { ctx } = shop;
  const { shop: facts } = shopFacts(ctx);
  const { at, day } = present(ctx);
  const token = randomUUID();
  const path = join(cleared(shop), `${token}.zip`);
  const csv = csvOf(language);
  const request = {
    file: shop.databaseFile,
    into: path,
    at,
    csv,
    dictionary: dictionaryIn(language),
    readme: everythingReadme(language, {
      shop: facts.name,
      at: new Date(at).toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length).replace('T', ' '),
      delimiter: csv.delimiter,
      currency: facts.currency,
      factor: String(10 ** currencyDigits(facts.currency)),
    }),
  };
  const release = shop.exports.hold(path);
  try {
    const { bytes, rows } = yield* streamProgress(
      (tell: (event: ExportEvent) => void, stop) =>
        shop.reports.run(
          'exportEverything',
          request,
          (progress) => tell({ kind: 'progress', ...progress }),
          stop,
        ),
      signal,
    );
    const fileName = `${everythingName(language, formatDay(day))}.zip`;
    const file: WrittenExport = { token, fileName, mediaType: 'application/zip', bytes, rows, at };
    shop.exports.put({ file, path });
    yield { kind: 'done', file };
  } finally {
    release();
  }
}
