import { useTranslation } from 'react-i18next';
import paper from '../../components/paper.module.css';
import { QrCode } from '../customers/qr-code.tsx';
import classes from './sheet.module.css';
import { useClockFormat } from './use-backup-words.ts';

/** A page for the drawer at home: the words, the same as a code, and what to do with them. */
export const RecoverySheet = ({
  passphrase,
  hint,
  shop,
  setAt,
}: {
  passphrase: string;
  hint: string;
  shop: string;
  setAt: number | null;
}) => {
  const { t } = useTranslation('backup');
  const format = useClockFormat();
  return (
    <article className={`${paper.sheet} ${classes.sheet}`}>
      <h2 className={paper.heading}>{t('sheet.heading', { shop })}</h2>
      <p>{t('sheet.what')}</p>
      <div className={paper.secret}>
        <div>
          <h3 className={`${paper.small} ${classes.small}`}>{t('sheet.words')}</h3>
          <p className={classes.words} translate="no">
            {passphrase}
          </p>
          {hint !== '' && (
            <>
              <h3 className={`${paper.small} ${classes.small}`}>{t('sheet.hint')}</h3>
              <p>{hint}</p>
            </>
          )}
          {setAt !== null && (
            <p className={`${paper.small} ${classes.small}`}>
              {t('sheet.set', { date: format.date(format.dayAt(setAt), 'long') })}
            </p>
          )}
        </div>
        <QrCode text={passphrase} label={t('sheet.code')} className={paper.qr} />
      </div>
      <h3 className={classes.how}>{t('sheet.how')}</h3>
      <ol className={classes.steps}>
        <li>{t('sheet.step1')}</li>
        <li>{t('sheet.step2')}</li>
        <li>{t('sheet.step3')}</li>
      </ol>
      <p>{t('sheet.withoutApp')}</p>
      <p className={classes.keep}>{t('sheet.keep')}</p>
    </article>
  );
};
