import { useTranslation } from 'react-i18next';
import classes from './know.module.css';
import { PersonRow } from './person-row.tsx';
import { useChoosePerson } from './till-context.tsx';
import { useShownName } from './use-shown-name.ts';
import type { useUsuallyHere } from './use-till-data.ts';
import { useTillWords } from './use-till-words.ts';

type People = NonNullable<ReturnType<typeof useUsuallyHere>>;

/** As many as fit above today's counts. */
const mostPeople = 6;

/** Seen on all of these weekdays, or on all but one, that is what is said; else the hours between which they come. */
const comesAlmostAlways = ({ seen, of }: People[number]): boolean => seen >= of - 1;

/** Who usually comes about now: a known face is one tap. */
export const UsuallyHere = ({ people }: { people: People }) => {
  const { t } = useTranslation('till');
  const words = useTillWords();
  const choose = useChoosePerson();
  const shown = useShownName();
  const note = (person: People[number]): string =>
    comesAlmostAlways(person)
      ? t('idle.seen', { seen: person.seen, of: person.of, weekday: words.todaysWeekday() })
      : t('idle.between', {
          from: words.minuteOfDay(person.fromMinute),
          to: words.minuteOfDay(person.toMinute),
        });
  return (
    <>
      <h1 className={classes.title}>{t('idle.title')}</h1>
      <p className={classes.subtitle}>{t('idle.hint')}</p>
      <div className={`${classes.people} ${classes.fitting} ${classes.below}`}>
        {people.slice(0, mostPeople).map((person) => (
          <PersonRow
            key={person.customerId}
            name={shown(person.name)}
            note={note(person)}
            end={person.rewardReady && <span className={classes.tag}>{t('idle.rewardReady')}</span>}
            onChoose={() => choose(person)}
          />
        ))}
      </div>
    </>
  );
};
