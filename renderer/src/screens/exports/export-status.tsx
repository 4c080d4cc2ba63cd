import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ExplainColumns } from './columns-drawer.tsx';
import type { ExportState } from './use-export.ts';

/** A shorter run needs no progress. */
const quietMs = 400;

/** How an export goes: progress with a stop once it takes long, then what was saved. */
export const ExportStatus = ({ state, onStop }: { state: ExportState; onStop: () => void }) => {
  const { t } = useTranslation('saving');
  const format = useFormat();
  const [long, setLong] = useState(false);
  const running = state.kind === 'running';
  useEffect(() => {
    setLong(false);
    if (!running) return;
    const timer = setTimeout(() => setLong(true), quietMs);
    return () => clearTimeout(timer);
  }, [running]);
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return long ? (
        <HintRow
          tone="quiet"
          live
          action={
            <Button variant="default" onClick={onStop}>
              {t('stop')}
            </Button>
          }
        >
          {state.total === 0
            ? t('writing')
            : t('progress', { done: format.number(state.done), total: format.number(state.total) })}
        </HintRow>
      ) : null;
    case 'saved':
      return (
        <HintRow
          tone="good"
          live
          action={state.tables.length > 0 && <ExplainColumns tables={state.tables} />}
        >
          {state.rows === null
            ? t('savedPage', { file: state.fileName })
            : t('saved', { count: state.rows, n: format.number(state.rows), file: state.fileName })}
        </HintRow>
      );
    case 'stopped':
      return (
        <HintRow tone="quiet" live>
          {t('stopped')}
        </HintRow>
      );
    case 'failed':
      return <FailureBanner error={state.error} />;
  }
};
