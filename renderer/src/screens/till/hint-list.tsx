import {
  IconAlertTriangle,
  IconBulb,
  IconCake,
  IconClock,
  IconMessage2,
  IconNote,
  type IconProps,
  IconSparkles,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hint } from '#shared/contract/till.ts';
import { HintRow, type HintTone } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import classes from './know.module.css';
import { LaterGiveSurprise, LaterSaidButton, LaterWhatToSay } from './later-panels.tsx';
import { useTillWords } from './use-till-words.ts';

/** More would not be read with a queue in front of one. */
const mostHints = 3;
/** Days. */
const longAgo = 180;

const isSafety = ({ kind }: Hint): boolean => kind === 'allergy' || kind === 'careNote';

/** What is told for somebody's safety is never left out for want of room. */
const hintsToShow = (hints: readonly Hint[]): readonly Hint[] => {
  const room = mostHints - hints.filter(isSafety).length;
  const others = hints.filter((hint) => !isSafety(hint)).slice(0, Math.max(0, room));
  return hints.filter((hint) => isSafety(hint) || others.includes(hint));
};

interface HintLook {
  readonly tone: HintTone;
  readonly icon: ComponentType<IconProps>;
}

const looks = {
  hereToday: { tone: 'warn', icon: IconClock },
  allergy: { tone: 'warn', icon: IconAlertTriangle },
  careNote: { tone: 'warn', icon: IconAlertTriangle },
  preference: { tone: 'quiet', icon: IconNote },
  birthday: { tone: 'good', icon: IconCake },
  milestone: { tone: 'good', icon: IconSparkles },
  askedAbout: { tone: 'quiet', icon: IconBulb },
  incomplete: { tone: 'quiet', icon: IconUserQuestion },
  followUp: { tone: 'good', icon: IconMessage2 },
  late: { tone: 'quiet', icon: IconClock },
  surprise: { tone: 'good', icon: IconSparkles },
} as const satisfies Record<Hint['kind'], HintLook>;

const useHintWords = (): ((hint: Hint) => { readonly strong: string | null; readonly rest: string }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const words = useTillWords();
  const { shortNames: isSharedScreen } = useShop().till;
  const birthday = (inDays: number, day: string): string => {
    // Others can read along: a reason to be kind, without the day somebody was born on.
    if (isSharedScreen) return t('hint.occasion');
    if (inDays === 0) return t('hint.birthdayToday');
    if (inDays === 1) return t('hint.birthdayTomorrow');
    return inDays >= 7 ? t('hint.birthdayInAWeek') : t('hint.birthdayOn', { weekday: words.onWeekday(day) });
  };
  const careWords = ({ note, text, day: made, isOld }: Extract<Hint, { kind: 'careNote' }>) => {
    const day = format.date(made);
    if (note === 'patchTest') {
      const again = isOld ? t('hint.patchTestAgain') : '';
      const strong = t(isOld ? 'hint.patchTestOld' : 'hint.patchTest', { day });
      return { strong, rest: [again, text ?? t('hint.askManager')].filter((part) => part !== '').join(' ') };
    }
    if (text === null) return { strong: t('hint.careClosed'), rest: t('hint.askManager') };
    return { strong: isOld ? t('hint.healthOld', { day }) : t('hint.health'), rest: text };
  };
  return (hint) => {
    switch (hint.kind) {
      case 'allergy':
        return hint.text === null
          ? { strong: t('hint.allergyClosed'), rest: t('hint.askManager') }
          : { strong: null, rest: hint.text };
      case 'careNote':
        return careWords(hint);
      case 'preference':
        return { strong: null, rest: hint.text };
      case 'birthday':
        return { strong: birthday(hint.inDays, hint.day), rest: '' };
      case 'hereToday': {
        const staff = hint.staffName;
        const rest =
          hint.amount === null
            ? t('hint.hereTodayNoAmount', { staff })
            : t('hint.hereTodayRest', { amount: format.money(hint.amount), staff });
        return { strong: t('hint.hereToday', { time: format.time(hint.at) }), rest };
      }
      case 'milestone':
        return {
          strong: t('hint.milestone', { n: format.number(hint.visits) }),
          rest: t('hint.milestoneRest'),
        };
      case 'followUp':
        return { strong: t('hint.followUp'), rest: hint.words };
      case 'askedAbout':
        return {
          strong: t('hint.askedAbout', { names: hint.names.join(', ') }),
          rest: t('hint.askedAboutRest'),
        };
      case 'late': {
        const { usualGapDays: count, waitedDays, expectedDay } = hint;
        const waited = format.number(waitedDays);
        // Of long ago a day without its year would seem to be a short while ago.
        const day = waitedDays > longAgo ? format.date(expectedDay) : format.dayOfMonth(expectedDay);
        const figures = { count, n: format.number(count), waited, day };
        return { strong: null, rest: t('hint.late', figures) };
      }
      case 'surprise':
        return { strong: t('hint.surprise'), rest: hint.gift };
      case 'incomplete':
        return { strong: t('hint.incomplete'), rest: t('hint.incompleteRest') };
    }
  };
};

const actionOf = (hint: Hint, customerId: number) => {
  if (hint.kind === 'followUp') return <LaterSaidButton factId={hint.factId} />;
  return hint.kind === 'surprise' && <LaterGiveSurprise customerId={customerId} />;
};

/** What to know before speaking: at most three lines, in the order in which they matter. */
export const HintList = ({ customerId, hints }: { customerId: number; hints: readonly Hint[] }) => {
  const wordsOf = useHintWords();
  return (
    <div className={classes.hints}>
      {hintsToShow(hints).map((hint) => {
        const { strong, rest } = wordsOf(hint);
        const { tone, icon } = looks[hint.kind];
        return (
          <HintRow
            key={hint.kind === 'careNote' ? hint.note : hint.kind}
            tone={tone}
            icon={icon}
            action={actionOf(hint, customerId)}
          >
            {strong !== null && <strong>{strong}</strong>} {rest}
            {hint.kind === 'late' && <LaterWhatToSay customerId={customerId} />}
          </HintRow>
        );
      })}
    </div>
  );
};
