import { useTranslation } from 'react-i18next';
import type { RestoreComparison } from '#shared/contract/backups.ts';
import { formatMoney } from '#shared/i18n/format.ts';
import { isLanguage } from '#shared/i18n/language.ts';
import type { Format } from '../../i18n/use-format.ts';
import classes from './restore.module.css';
import { useRestoreWords } from './restore-words.ts';

/** The newest check-ins that are not in the backup, by name and time, so that nobody has to guess what is meant. */
export const LostList = ({ comparison, format }: { comparison: RestoreComparison; format: Format }) => {
  const { i18n } = useTranslation();
  const { t } = useRestoreWords(format);
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const { newest } = comparison.lost;
  if (newest.length === 0) return null;
  return (
    <div className={classes.lost}>
      <h3 className={classes.lostTitle}>{t('compare.newestLost')}</h3>
      <ul className={classes.lostList}>
        {newest.map(({ at, name, amount }) => (
          <li key={`${at} ${name} ${amount}`}>
            <span className="num">
              {format.dayOfMonth(format.dayAt(at))} {format.time(at)}
            </span>
            <span className={classes.lostName}>{name ?? t('compare.walkIn')}</span>
            {amount !== null && (
              <span className="num">{formatMoney(amount, comparison.currency, language)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
