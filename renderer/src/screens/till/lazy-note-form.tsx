import { type ComponentProps, lazy, Suspense } from 'react';
import type { NoteForm } from './note-form.tsx';

const load = () => import('./note-form.tsx');

const Form = lazy(async () => ({ default: (await load()).NoteForm }));

/** The form of a note, fetched when it is first opened: a start of the till does not wait for what few check-ins need. */
export const LazyNoteForm = (props: ComponentProps<typeof NoteForm>) => (
  <Suspense fallback={null}>
    <Form {...props} />
  </Suspense>
);
