import { IconShieldCheck } from '@tabler/icons-react';
import type { MadeBackup } from '#shared/contract/backups.ts';
import { Card } from '../../components/card.tsx';
import classes from './side.module.css';
import { useBackupWords } from './use-backup-words.ts';

/** A list that may be longer than its card is scrolled with the arrow keys too. */
const scrolls = { tabIndex: 0 } as const;

const startsLarge = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** Backups made from this computer, newest first. */
export const EarlierCard = ({ earlier }: { earlier: readonly MadeBackup[] }) => {
  const { t, when, size } = useBackupWords();
  const places = new Set(earlier.map(({ placeLabel }) => placeLabel)).size;
  return (
    <Card
      className={classes.earlier ?? ''}
      title={t('earlier.title')}
      aside={places > 0 && t('earlier.sticks', { count: places })}
    >
      {earlier.length === 0 ? (
        <p className={classes.quiet}>{t('earlier.none')}</p>
      ) : (
        <ul className={classes.list} {...scrolls}>
          {earlier.map(({ id, at, placeLabel, bytes, encrypted }) => (
            <li key={id}>
              <IconShieldCheck size={26} stroke={1.8} className={classes.listIcon} aria-hidden />
              <span className={classes.listWords}>
                <b className="num">{startsLarge(when(at))}</b>
                <span>
                  {t(encrypted ? 'earlier.lineLocked' : 'earlier.line', {
                    place: placeLabel,
                    size: size(bytes),
                  })}
                </span>
              </span>
              <span className={classes.good}>{t('earlier.checked')}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
