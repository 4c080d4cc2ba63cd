import { useTranslation } from 'react-i18next';
import type { BackupAttention } from '#shared/contract/backups.ts';
import { HintRow } from '../../components/hint-row.tsx';

/** The head of the card and the proven restore say these themselves. */
const saidElsewhere: readonly BackupAttention[] = ['neverBackedUp', 'backupOld', 'drillFailed'];

/** What is to be looked at, in full sentences. */
export const AttentionRows = ({ attention }: { attention: readonly BackupAttention[] }) => {
  const { t } = useTranslation('safety');
  return attention
    .filter((each) => !saidElsewhere.includes(each))
    .map((each) => (
      <HintRow key={each} tone="warn">
        {t(`attention.${each}`)}
      </HintRow>
    ));
};
