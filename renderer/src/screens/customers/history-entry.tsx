import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#shared/contract/customers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { entryWords } from './entry-words.ts';
import classes from './history.module.css';
import { useDayWords } from './use-day-words.ts';

/** One line of a person's history. */
export const HistoryEntry = ({ entry }: { entry: TimelineEntry }) => {
  const { t } = useTranslation('customers');
  const { t: followUpTexts } = useTranslation('followUps');
  const format = useFormat();
  const dayWords = useDayWords();
  const { kind } = useShop().shop;
  const { icon: Icon, title, text, tag } = entryWords(entry, kind, { t, followUpTexts }, format);
  // An imported visit has a day, but nobody knows at what time it was.
  const time: ReactNode = entry.kind === 'visit' && entry.imported ? null : format.time(entry.at);
  return (
    <li className={classes.entry} data-undone={tag !== undefined || undefined}>
      <p className={`${classes.when} num`}>
        {dayWords(entry.day, null)}
        {time !== null && <span>{time}</span>}
      </p>
      <span className={classes.entryIcon} aria-hidden>
        <Icon size={20} stroke={1.8} />
      </span>
      <div className={classes.entryWords}>
        <p className={classes.entryTitle} data-note={entry.kind === 'note' || undefined}>
          <span>{title}</span>
          {tag !== undefined && <span className={classes.tag}>{tag}</span>}
        </p>
        <p className={classes.entryText}>{text}</p>
      </div>
    </li>
  );
};
