import { useTranslation } from 'react-i18next';
import type { WordsForPerson } from '#shared/contract/playbooks.ts';
import { localeOf } from '#shared/i18n/language.ts';
import { useShop } from '../../../shell/shop-context.tsx';
import { languageName } from '../../customers/language-name.ts';
import classes from './means.module.css';
import { headingOfWay, type Way, wordsOfWay } from './way-words.ts';

/** The words of a way, large enough to be read out while somebody listens. */
export const Script = ({ words, channel }: { words: WordsForPerson; channel: Way['channel'] }) => {
  const { t } = useTranslation('playbooks');
  const shopLanguage = useShop().shop.language;
  const { language, wanted, tone } = words;
  const nameOf = (tag: string) => languageName(tag, localeOf(shopLanguage));
  return (
    <div className={classes.say}>
      <div className={classes.sayHead}>
        <h3>{t(`means.${headingOfWay(channel)}`)}</h3>
        <span>
          {t(`tone.${tone}`)}
          {language !== shopLanguage && `. ${t('means.inLanguage', { language: nameOf(language) })}`}
        </span>
        <span className={classes.own}>{t('means.own')}</span>
      </div>
      {wanted !== null && (
        <p className={classes.wanted}>
          {t('means.noLanguage', { wanted: nameOf(wanted), language: nameOf(language) })}
        </p>
      )}
      <blockquote className={classes.script} lang={language}>
        {wordsOfWay(words, channel)}
      </blockquote>
    </div>
  );
};
