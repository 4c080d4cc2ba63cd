import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ProgrammeIssueData } from '#shared/contract/loyalty.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { HintRow } from '../../../components/hint-row.tsx';
import { type Format, useFormat } from '../../../i18n/use-format.ts';
import classes from './editor.module.css';
import { type IssuePlace, issuesAt } from './issues-at.ts';

/** What is wrong, or worth a second look, in one sentence. */
export const issueSentence = (
  issue: ProgrammeIssueData,
  rules: ProgrammeRules,
  t: TFunction<'programme'>,
  format: Format,
  place: IssuePlace,
): string => {
  switch (issue.code) {
    case 'rewardOutOfReach':
      return typeof issue.visits === 'number'
        ? t('issue.rewardOutOfReach', { count: issue.visits, n: format.number(issue.visits) })
        : t('issue.rewardNever');
    case 'giveBackOverLimit':
      return t('issue.giveBackOverLimit', {
        rate: format.percent(issue.rate ?? 0),
        limit: format.percent(issue.limit ?? 0),
      });
    case 'bonusesOverlap': {
      const isHere = place.kind === 'bonus' && place.id === issue.otherId;
      const other = rules.bonuses.find(({ id }) => id === (isHere ? issue.bonusId : issue.otherId));
      return t('issue.bonusesOverlap', { name: other?.name ?? '' });
    }
    case 'unitStranded':
      return issue.name === undefined || issue.name === ''
        ? t(issue.level === 'block' ? 'issue.pointsStranded' : 'issue.pointsHalfStranded')
        : t(issue.level === 'block' ? 'issue.stampsStranded' : 'issue.stampsHalfStranded', {
            name: issue.name,
          });
    case 'giftWithoutUnit':
      return t('issue.giftWithoutUnit', { gift: t(`gifts.name.${issue.occasion ?? 'signUp'}`) });
    default:
      return t(`issue.${issue.code}`);
  }
};

/** What is to be said where something is typed: red keeps the draft from starting, amber does not. */
export const IssueRows = ({
  issues,
  rules,
  place,
}: {
  readonly issues: readonly ProgrammeIssueData[];
  readonly rules: ProgrammeRules;
  readonly place: IssuePlace;
}) => {
  const { t } = useTranslation('programme');
  const format = useFormat();
  const said = issuesAt(issues, place).map((issue) => ({
    level: issue.level,
    text: issueSentence(issue, rules, t, format, place),
  }));
  if (said.length === 0) return null;
  return (
    <div className={classes.issues}>
      {said.map(({ level, text }) => (
        <HintRow key={text} tone={level === 'block' ? 'bad' : 'warn'} live>
          {text}
        </HintRow>
      ))}
    </div>
  );
};
