import { useTranslation } from 'react-i18next';
import type { RetentionFigures } from '#shared/contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CountButton } from './count-button.tsx';
import { Definition } from './definition.tsx';
import classes from './figures.module.css';
import { textbookWords } from './share-words.ts';

const Sign = ({ sign, said }: { sign: string; said?: string }) => (
  <>
    <span className={classes.sign} aria-hidden>
      {sign}
    </span>
    {said !== undefined && <span className="visually-hidden">{said}</span>}
  </>
);

/** (E − N) ÷ S with its boxes, why it differs from the headline, and both sums. */
export const TextbookFigure = ({ figures }: { figures: RetentionFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { S, E, N, R, kept, lapsed } = figures;
  const words = textbookWords(E, N, S);
  const n = format.number;
  return (
    <section className={classes.textbook} aria-label={t('retention.textbook')}>
      <div className={classes.textbookHead}>
        <h3>{t('retention.textbook')}</h3>
        <Definition figure={t('retention.textbook')}>{t('define.textbook')}</Definition>
        <p className={`${classes.textbookValue} num`}>
          {words.kind === 'percent' && format.percent(words.share)}
          {words.kind === 'counts' && t('retention.of', { part: n(words.part), whole: n(words.whole) })}
          {words.kind === 'noData' && t('retention.noData')}
        </p>
      </div>
      <div className={classes.formula} data-small>
        <Sign sign="(" />
        <CountButton group="E" count={E} letter="E" label={t('retention.atEnd')} />
        <Sign sign="−" said={t('retention.minus')} />
        <CountButton group="N" count={N} letter="N" label={t('retention.new')} />
        <Sign sign=")" />
        <Sign sign="÷" said={t('retention.divided')} />
        <CountButton group="S" count={S} letter="S" label={t('retention.atStart')} />
      </div>
      <p className={classes.difference}>
        {R === 0 ? t('retention.differenceNone') : t('retention.differenceBack', { count: R, n: n(R) })}
        {words.kind === 'percent' && words.share > 1 && <> {t('retention.over')}</>}
      </p>
      <p className={`${classes.sums} num`}>
        <span>{t('retention.sumE', { E: n(E), kept: n(kept), R: n(R), N: n(N) })}</span>
        <span>{t('retention.sumS', { S: n(S), kept: n(kept), lapsed: n(lapsed) })}</span>
      </p>
    </section>
  );
};
