import { type ComponentProps, lazy, Suspense } from 'react';
import { withTexts } from '../../i18n/set-up-translations.ts';
import type { NoteForm } from './note-form.tsx';

/** Fetches the form with its texts; once somebody is before the till, so that its first key is not lost. */
export const fetchNoteForm = withTexts(() => import('./note-form.tsx'));

const Form = lazy(async () => ({ default: (await fetchNoteForm()).NoteForm }));

/** The form of a note, fetched when it is first opened: a start of the till does not wait for what few check-ins need. */
export const LazyNoteForm = (props: ComponentProps<typeof NoteForm>) => (
  <Suspense fallback={null}>
    <Form {...props} />
  </Suspense>
);
