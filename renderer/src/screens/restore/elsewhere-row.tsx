import { Button, TextInput } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import classes from './restore.module.css';

/** Names under which backups and the files inside them are kept; anything else that is typed is a folder. */
const backupFile = /\.(age|zst|gz|sqlite|db)$/i;

/** A backup that lies where nobody looks by itself: by the system's dialog, or by its path. */
export const ElsewhereRow = ({
  canChoose,
  onFolder,
  onFile,
}: {
  canChoose: boolean;
  onFolder: (folder: string | null) => void;
  onFile: (file: string) => void;
}) => {
  const { t } = useTranslation('restore');
  const [path, setPath] = useState('');
  const choose = useMutation({
    mutationFn: () => client.restore.chooseFile(),
    onSuccess: (chosen) => {
      if (chosen.path !== null) onFile(chosen.path);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = path.trim();
    if (backupFile.test(typed)) onFile(typed);
    else onFolder(typed === '' ? null : typed);
  };
  return (
    <form className={classes.elsewhere} onSubmit={submit}>
      <TextInput
        className={classes.path ?? ''}
        label={t('choose.path')}
        value={path}
        maxLength={1000}
        spellCheck={false}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t('choose.look')}
      </Button>
      {canChoose && (
        <Button
          variant="default"
          loading={choose.isPending}
          leftSection={<IconFileSearch size={20} stroke={1.9} aria-hidden />}
          onClick={() => choose.mutate()}
        >
          {t('choose.dialog')}
        </Button>
      )}
      <FailureBanner error={choose.error} />
    </form>
  );
};
