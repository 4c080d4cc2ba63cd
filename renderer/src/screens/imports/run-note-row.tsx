import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import type { RunNote } from './wizard.ts';

/** Why the last run came back without a result. */
export const RunNoteRow = ({ note }: { note: RunNote | null }) => {
  const { t } = useTranslation('imports');
  if (note === null) return null;
  if (note.kind === 'failed') return <FailureBanner error={note.error} />;
  return (
    <HintRow tone="quiet" live>
      {t('running.stopped')}
    </HintRow>
  );
};
