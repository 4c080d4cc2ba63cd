import { Button, TextInput } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { toFailure } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import classes from './backup.module.css';

const useAddFolder = (onAdded: () => void) => {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (path: string) => client.backups.addFolder({ path }),
    onSuccess: (overview) => {
      cache.setQueryData(orpc.backups.overview.queryKey(), overview);
      onAdded();
    },
  });
};

/** A folder as a place for backups: from the system's dialog in the desktop window, typed in a browser. */
export const AddFolder = ({ canChoose }: { canChoose: boolean }) => {
  const { t } = useTranslation(['backup', 'common']);
  const [typed, setTyped] = useState<string | null>(null);
  const add = useAddFolder(() => setTyped(null));
  const choose = useMutation({
    mutationFn: () => client.backups.chooseFolder(),
    onSuccess: ({ path }) => {
      if (path !== null) add.mutate(path);
    },
  });
  const notAFolder = toFailure(add.error).code === 'InvalidValue';
  const open = () => (canChoose ? choose.mutate() : setTyped(''));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (typed !== null && typed.trim() !== '') add.mutate(typed.trim());
  };
  return (
    <div className={classes.add}>
      {typed === null ? (
        <Button
          variant="subtle"
          px={12}
          loading={choose.isPending || (canChoose && add.isPending)}
          leftSection={<IconFolderPlus size={20} stroke={1.9} aria-hidden />}
          onClick={open}
        >
          {t('places.addFolder')}
        </Button>
      ) : (
        <form className={classes.addForm} onSubmit={submit}>
          <TextInput
            className={classes.addPath ?? ''}
            label={t('places.path')}
            description={t('places.pathHint')}
            value={typed}
            maxLength={1000}
            autoFocus
            spellCheck={false}
            error={notAFolder && t('places.notAFolder')}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.preventDefault();
              setTyped(null);
            }}
          />
          <Button type="submit" loading={add.isPending}>
            {t('common:add')}
          </Button>
          <Button variant="default" onClick={() => setTyped(null)}>
            {t('common:cancel')}
          </Button>
        </form>
      )}
      {!notAFolder && <FailureBanner error={add.error ?? choose.error} />}
      {notAFolder && typed === null && <FailureBanner error={add.error} />}
    </div>
  );
};
