import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { orpc } from '../../../api/queries.ts';
import { rulesToSend } from '../rules-to-send.ts';

/** Rules that differ by their tiers alone: other changes of the draft need no new count. */
const onlyTiers = (rules: ProgrammeRules): ProgrammeRules => ({
  ...rules,
  points: null,
  stampCards: [],
  bonuses: [],
  gifts: { signUp: null, referral: null, birthday: null, milestones: [] },
  rewards: [],
  giveBackLimit: null,
});

/** How many people each tier of the draft would hold today, by its name; empty until it is known. */
export const useTierPeople = (rules: ProgrammeRules): ReadonlyMap<string, number> => {
  const { data } = useQuery({
    ...orpc.loyalty.compare.queryOptions({
      input: rules.tiers === null ? skipToken : { rules: rulesToSend(onlyTiers(rules)) },
    }),
    placeholderData: keepPreviousData,
  });
  return new Map(data?.tiers.map(({ name, draft }) => [name, draft]));
};
