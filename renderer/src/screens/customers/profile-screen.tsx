import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { OpenMattersCard } from '../follow-ups/open-matters-card.tsx';
import { CareNotesCard } from '../privacy/care-notes-card.tsx';
import { CorrectionsCard } from '../privacy/corrections-card.tsx';
import { PersonGone } from '../privacy/person-gone.tsx';
import { AbsencesCard } from './absences-card.tsx';
import { AskedAboutCard } from './asked-about-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { MergedAway } from './merged-away.tsx';
import { MonthsCard } from './months-card.tsx';
import { noteDraft } from './note-form.tsx';
import { Overdrawn } from './overdrawn.tsx';
import { PermissionsCard } from './permissions-card.tsx';
import classes from './profile.module.css';
import { ProfileHead } from './profile-head.tsx';
import { ProfileTiles } from './profile-tiles.tsx';
import { RememberCard } from './remember-card.tsx';
import { TagsCard } from './tags-card.tsx';
import { hasDraft } from './use-draft.ts';
import { useFunctionKey } from './use-function-key.ts';

const route = getRouteApi('/customers/$customerId');

/** One person: four figures, everything that happened, what to remember, what they allowed. */
export const ProfileScreen = () => {
  const { customerId } = route.useParams();
  return <Person key={customerId} customerId={Number(customerId)} />;
};

const Person = ({ customerId }: { customerId: number }) => {
  const sentence = useFailureSentence();
  const profile = useQuery(orpc.customers.get.queryOptions({ input: { customerId } }));
  const [writing, setWriting] = useState(() => hasDraft(noteDraft(customerId)));
  const write = useCallback(() => setWriting(true), []);
  useFunctionKey('F4', write);

  if (profile.data === undefined) {
    return profile.isError ? (
      <ErrorState text={sentence(profile.error)} onRetry={() => void profile.refetch()} />
    ) : null;
  }
  const { mergedIntoId, erasedAt } = profile.data.customer;
  if (erasedAt !== null) return <PersonGone />;
  return (
    <div className={classes.screen}>
      <ProfileHead profile={profile.data} onNote={write} />
      {mergedIntoId !== null && <MergedAway customerId={mergedIntoId} />}
      <Overdrawn profile={profile.data} />
      <ProfileTiles profile={profile.data} />
      <div className={classes.body}>
        <HistoryCard customerId={customerId} writing={writing} onWritten={() => setWriting(false)} />
        <div className={classes.side}>
          <RememberCard profile={profile.data} />
          <CareNotesCard customerId={customerId} />
          <TagsCard customerId={customerId} />
          <AskedAboutCard customerId={customerId} />
          <OpenMattersCard customerId={customerId} />
          <AbsencesCard customerId={customerId} />
          <MonthsCard months={profile.data.months} />
          <PermissionsCard customer={profile.data.customer} />
          <CorrectionsCard customerId={customerId} />
        </div>
      </div>
    </div>
  );
};
