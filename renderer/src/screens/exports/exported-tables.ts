import type { ExportContent, ExportFormat } from '#shared/contract/exports.ts';
import type { client } from '../../api/client.ts';

/** A table whose columns are explained. */
export type ExportedTable = Parameters<typeof client.exports.columns>[0]['kind'];

/** The tables whose columns stand in a file. */
export const exportedTables = (content: ExportContent, format: ExportFormat): readonly ExportedTable[] => {
  switch (content.kind) {
    case 'month':
      return format === 'xlsx' || content.table === null
        ? ['figures', 'rollForward', 'days']
        : [content.table];
    case 'close':
      if (format === 'json') return [];
      return format === 'csv' ? ['frozen'] : ['close', 'frozen', 'steps', 'restated', 'chain'];
    case 'reconciliation':
      return ['rollForward'];
    case 'segment':
      return ['segment'];
    case 'visits':
      return ['visits'];
  }
};
