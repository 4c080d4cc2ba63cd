import { Button, SegmentedControl } from '@mantine/core';
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../api/queries.ts';
import { FailureBanner } from '../../../components/error-state.tsx';
import { HintRow } from '../../../components/hint-row.tsx';
import { ForCall } from '../../../shell/for-call.tsx';
import { useShop } from '../../../shell/shop-context.tsx';
import { BackButton } from '../../customers/back-button.tsx';
import { useToday } from '../../customers/use-day-words.ts';
import { saveFile } from '../../exports/save-file.ts';
import classes from './paper.module.css';
import { paperKinds } from './paper-search.ts';
import { CallSheet, Cards, Labels, Letters, type Listed } from './paper-sheets.tsx';
import { useCopy } from './use-copy.ts';
import { wordsOfWay } from './way-words.ts';

const route = getRouteApi('/follow-ups/print');

/** Whom it is for: one person, or everybody who is left on today's list. */
const usePeople = () => {
  const { customer = 0, reason = null } = route.useSearch();
  const isOne = customer > 0;
  const one = useQuery({
    ...orpc.playbooks.words.queryOptions({ input: { customerId: customer, reason } }),
    enabled: isOne,
  });
  const all = useQuery({ ...orpc.playbooks.wordsOfToday.queryOptions(), enabled: !isOne });
  const people: readonly Listed[] | undefined = isOne
    ? one.data && [{ ...one.data, reason }]
    : all.data?.people;
  return { isOne, people, error: one.error ?? all.error };
};

/** All words one after another, each under its name. */
const asText = (people: readonly Listed[]): string =>
  people
    .map((one) => {
      const [first] = one.ways;
      const line = [one.name, first?.shown ?? ''].filter((part) => part !== '').join(', ');
      return `${line}\n${wordsOfWay(one, first?.channel ?? 'inPerson')}`;
    })
    .join('\n\n');

/** The list of the day as text, and as a table for a phone or a mail merge. */
const ListFiles = ({ people }: { people: readonly Listed[] }) => {
  const { t } = useTranslation('playbooks');
  const { language } = useShop().shop;
  const { copy, stateOf } = useCopy();
  const text = asText(people);
  const state = stateOf(text);
  const save = useMutation(
    orpc.playbooks.csvOfToday.mutationOptions({
      onSuccess: ({ file, text: csv }) => saveFile(new File([csv], file, { type: 'text/csv;charset=utf-8' })),
    }),
  );
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCopy size={20} stroke={1.9} aria-hidden />}
        onClick={() => copy(text)}
      >
        {t('paper.copyAll')}
      </Button>
      <ForCall call="playbooks.csvOfToday">
        <Button
          variant="default"
          loading={save.isPending}
          leftSection={<IconDownload size={20} stroke={1.9} aria-hidden />}
          onClick={() => save.mutate({ language })}
        >
          {t('paper.csv')}
        </Button>
      </ForCall>
      <span role="status">
        {state !== null && t(state === 'copied' ? 'means.copied' : 'means.copyFailed')}
        {save.data !== undefined && t('paper.saved', { file: save.data.file })}
      </span>
      <FailureBanner error={save.error} />
    </>
  );
};

/** The day's list, or words for one person, as they come out of the printer. */
export const PaperScreen = () => {
  const { t } = useTranslation('playbooks');
  const navigate = useNavigate();
  const search = route.useSearch();
  const today = useToday();
  const { isOne, people, error } = usePeople();
  const kinds = isOne ? paperKinds.filter((kind) => kind !== 'list') : paperKinds;
  const what = kinds.find((kind) => kind === search.what) ?? kinds[0] ?? 'list';
  return (
    <div className={classes.page}>
      <div className={`${classes.bar} no-print`}>
        <BackButton fallback="/follow-ups" />
        <h1 className={classes.title}>{t('paper.title')}</h1>
        <SegmentedControl
          aria-label={t('paper.kind')}
          data={kinds.map((value) => ({ value, label: t(`paper.${value}`) }))}
          value={what}
          onChange={(chosen) => {
            const kind = kinds.find((each) => each === chosen);
            if (kind === undefined) return;
            void navigate({ to: '/follow-ups/print', search: { ...search, what: kind }, replace: true });
          }}
        />
        <Button
          disabled={people === undefined || people.length === 0}
          leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
          onClick={() => void document.fonts.ready.then(() => globalThis.print())}
        >
          {t('paper.again')}
        </Button>
      </div>
      <FailureBanner error={error} />
      {people !== undefined && people.length > 0 && !isOne && (
        <div className={`${classes.bar} no-print`}>
          <ListFiles people={people} />
        </div>
      )}
      {what === 'labels' && (
        <div className="no-print">
          <HintRow tone="quiet">{t('paper.labelsHint')}</HintRow>
        </div>
      )}
      {people?.length === 0 && <HintRow tone="quiet">{t('paper.nobody')}</HintRow>}
      {people !== undefined && people.length > 0 && <Sheets what={what} people={people} today={today} />}
    </div>
  );
};

const Sheets = ({
  what,
  people,
  today,
}: {
  what: (typeof paperKinds)[number];
  people: readonly Listed[];
  today: string;
}) => {
  switch (what) {
    case 'list':
      return <CallSheet people={people} day={today} />;
    case 'cards':
      return <Cards people={people} />;
    case 'letters':
      return <Letters people={people} day={today} />;
    case 'labels':
      return <Labels people={people} />;
  }
};
