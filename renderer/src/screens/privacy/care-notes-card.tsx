import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareNote } from '#shared/contract/privacy-rules.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from '../customers/side-cards.module.css';
import { CareNoteForm } from './care-note-form.tsx';
import privacyClasses from './privacy.module.css';

/** After every change: the notes, and the till's hint. */
const useRefresh = () => {
  const cache = useQueryClient();
  return async () => {
    await cache.invalidateQueries({ queryKey: orpc.privacy.key() });
    await cache.invalidateQueries({ queryKey: orpc.till.key() });
  };
};

/** What is known for somebody's safety, as far as whoever is signed in may read it; the rest with a manager's PIN. */
export const CareNotesCard = ({ customerId }: { customerId: number }) => {
  const { t } = useTranslation('privacy');
  const refresh = useRefresh();
  const own = useQuery(orpc.privacy.careNotes.queryOptions({ input: { customerId } }));
  // With somebody else's PIN; gone when it is put away or left.
  const revealed = useMutation(orpc.privacy.careNotes.mutationOptions({ gcTime: 0 }));
  const [writing, setWriting] = useState(false);
  const changed = async () => {
    setWriting(false);
    revealed.reset();
    await refresh();
  };
  if (own.data === undefined) return <FailureBanner error={own.error} />;
  const { notes, allergy, kinds } = revealed.data ?? own.data;
  const { hidden } = own.data;
  const showsAllergy = hidden.includes('allergy') && allergy !== null;
  return (
    <Card
      title={t('care.title')}
      aria-label={t('care.title')}
      aside={
        !writing && (
          <div className={privacyClasses.careActs}>
            {hidden.length > 0 && (
              <Button
                variant="default"
                loading={revealed.isPending}
                onClick={() =>
                  revealed.data === undefined
                    ? revealed.mutate({ customerId, reveal: true })
                    : revealed.reset()
                }
              >
                {t(revealed.data === undefined ? 'care.reveal' : 'care.hide')}
              </Button>
            )}
            <Button variant="default" onClick={() => setWriting(true)}>
              {t('care.add')}
            </Button>
          </div>
        )
      }
    >
      {notes.length === 0 && hidden.length === 0 && !writing && (
        <p className={classes.quiet}>{t('care.none')}</p>
      )}
      {hidden.includes('allergy') && (
        <div className={classes.permission}>
          <div className={classes.permissionWords}>
            <p className={classes.permissionName}>{t('care.kind.allergy')}</p>
            <p className={classes.permissionSaid}>{showsAllergy ? allergy : t('care.closed')}</p>
          </div>
        </div>
      )}
      {notes.map((note) => (
        <NoteRow key={note.noteId} note={note} onChanged={changed} />
      ))}
      {writing && (
        <CareNoteForm
          customerId={customerId}
          kinds={kinds}
          onCancel={() => setWriting(false)}
          onSaved={changed}
        />
      )}
      <FailureBanner error={revealed.error} />
    </Card>
  );
};

const NoteRow = ({ note, onChanged }: { note: CareNote; onChanged: () => Promise<void> }) => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const requestIdFor = useRequestIds();
  const remove = useMutation(orpc.privacy.removeCareNote.mutationOptions({ onSuccess: onChanged }));
  const { noteId, kind, text, day, staffName, isOld } = note;
  const date = format.date(day);
  const said = [t('care.by', { date, staff: staffName }), ...(isOld ? [t('care.old')] : [])].join(' · ');
  return (
    <div className={classes.permission}>
      <div className={classes.permissionWords}>
        <p className={classes.permissionName}>
          {t(`care.kind.${kind}`)}
          {text !== null && `: ${text}`}
        </p>
        <p className={classes.permissionSaid} data-amber={isOld || undefined}>
          {text === null ? `${t('care.closed')} ${said}` : said}
        </p>
      </div>
      {text !== null && (
        <Button
          variant="default"
          aria-label={t('care.removeLabel', { kind: t(`care.kind.${kind}`), date })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ requestId: requestIdFor({ noteId }), noteId })}
        >
          {t('care.remove')}
        </Button>
      )}
      <FailureBanner error={remove.error} />
    </div>
  );
};
