import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './past-imports.module.css';
import { UndoDialog } from './undo-dialog.tsx';

/** What was brought in so far, each with a way back; nothing to see before the first import. */
export const PastImports = () => {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const list = useQuery(orpc.imports.list.queryOptions());
  const [undoing, setUndoing] = useState<number | null>(null);
  const imports = list.data?.imports ?? [];
  const when = (at: number) => `${format.date(format.dayAt(at), 'short')} ${format.time(at)}`;
  if (imports.length === 0) return <FailureBanner error={list.error} />;
  return (
    <Card flush className={classes.past ?? ''} title={t('past.title')}>
      <ul className={classes.pastList}>
        {imports.map(({ importId, kind, fileName, at, written, undoneAt, stays, staffName }) => (
          <li key={importId} className={classes.pastRow}>
            <div className={classes.pastWords}>
              <p className={classes.pastName}>{fileName === '' ? t('past.unnamed') : fileName}</p>
              <p className={classes.pastNote}>
                {t('past.what', {
                  kind: t(`kind.${kind}`),
                  count: written,
                  n: format.number(written),
                  when: when(at),
                  who: staffName,
                })}
                {undoneAt !== null && ` ${t('past.undone', { when: when(undoneAt) })}`}
              </p>
            </div>
            {(undoneAt === null || stays > 0) && (
              <Button
                variant="default"
                aria-label={t('past.undoNamed', { name: fileName, when: when(at) })}
                onClick={() => setUndoing(importId)}
              >
                {t(undoneAt === null ? 'past.undo' : 'past.undoRest')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {undoing !== null && <UndoDialog importId={undoing} onClose={() => setUndoing(null)} />}
    </Card>
  );
};
