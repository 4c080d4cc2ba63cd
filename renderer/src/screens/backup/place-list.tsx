import { Button, UnstyledButton } from '@mantine/core';
import { IconFolder, IconTrash, IconUsb } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BackupPlaceInfo } from '#shared/contract/backups.ts';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import classes from './backup.module.css';
import { useBackupWords } from './use-backup-words.ts';
import type { Overview } from './use-overview.ts';

const useRemoveFolder = () => {
  const cache = useQueryClient();
  return useMutation(
    orpc.backups.removeFolder.mutationOptions({
      onSuccess: (overview) => cache.setQueryData(orpc.backups.overview.queryKey(), overview),
    }),
  );
};

const usePlaceWords = (needsBytes: number) => {
  const { t, size } = useBackupWords();
  const needs = size(needsBytes);
  return ({ path, state, freeBytes, totalBytes }: BackupPlaceInfo): string => {
    if (state === 'missing') return t('places.missing', { path });
    if (state === 'readOnly') return t('places.readOnly');
    if (state === 'full') return t('places.full');
    if (freeBytes === null || totalBytes === null) return t('places.freeUnknown', { path, needs });
    return t('places.free', { path, needs, free: size(freeBytes), total: size(totalBytes) });
  };
};

/** One stick or folder: what it is called, how much room it has, and whether it can be written to. */
const Place = ({
  place,
  note,
  overnight,
  chosen,
  onChoose,
  onForget,
}: {
  place: BackupPlaceInfo;
  note: string;
  overnight: boolean;
  chosen: boolean;
  onChoose: () => void;
  onForget: (() => void) | null;
}) => {
  const { t } = useBackupWords();
  const Icon = place.kind === 'stick' ? IconUsb : IconFolder;
  return (
    <div className={classes.place} data-chosen={chosen || undefined}>
      <UnstyledButton className={classes.placeOpen} role="radio" aria-checked={chosen} onClick={onChoose}>
        <Icon size={30} stroke={1.9} className={classes.placeIcon} aria-hidden />
        <span className={classes.placeWords}>
          <span className={classes.placeName}>{place.label}</span>
          <span className={classes.placeNote}>{note}</span>
        </span>
        <span className={classes.tag} data-tone={place.state === 'ready' && !overnight ? 'good' : 'warn'}>
          {overnight && place.state === 'ready' ? t('places.overnight') : t(`places.state.${place.state}`)}
        </span>
      </UnstyledButton>
      {onForget !== null && (
        <Button variant="subtle" px={12} mr={8} aria-label={t('places.forget')} onClick={onForget}>
          <IconTrash size={20} stroke={1.9} aria-hidden />
        </Button>
      )}
    </div>
  );
};

/** Every stick and folder; without one, what to do. */
export const PlaceList = ({
  overview,
  chosen,
  onChoose,
}: {
  overview: Overview;
  chosen: string | null;
  onChoose: (placeId: string) => void;
}) => {
  const { t, format } = useBackupWords();
  const wordsOf = usePlaceWords(overview.needsBytes);
  const remove = useRemoveFolder();
  const { places, attention } = overview;
  const isOld = ({ kind, pluggedSince }: BackupPlaceInfo) =>
    kind === 'stick' &&
    pluggedSince !== null &&
    attention.includes('stickOvernight') &&
    format.dayAt(pluggedSince) < format.dayAt(Date.now());
  if (places.length === 0) {
    return (
      <div className={classes.noPlace}>
        <IconUsb size={44} stroke={1.9} aria-hidden />
        <p className={classes.noPlaceTitle}>{t('places.noneTitle')}</p>
        <p>{t('places.none')}</p>
      </div>
    );
  }
  return (
    <div className={classes.places} role="radiogroup" aria-label={t('places.label')}>
      {places.map((place) => (
        <Place
          key={place.id}
          place={place}
          note={wordsOf(place)}
          overnight={isOld(place)}
          chosen={place.id === chosen}
          onChoose={() => onChoose(place.id)}
          onForget={place.kind === 'folder' ? () => remove.mutate({ path: place.path }) : null}
        />
      ))}
      <FailureBanner error={remove.error} />
    </div>
  );
};
