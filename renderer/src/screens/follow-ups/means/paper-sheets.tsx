import { useTranslation } from 'react-i18next';
import type { WordsForPerson } from '#shared/contract/playbooks.ts';
import type { FollowUpReason } from '#shared/domain/follow-ups/reasons.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useShop } from '../../../shell/shop-context.tsx';
import classes from './paper.module.css';
import { wordsOfWay } from './way-words.ts';

export type Listed = WordsForPerson & { readonly reason: FollowUpReason | null };

const ticks = ['reached', 'willCome', 'leftMessage', 'noAnswer'] as const;

/** Today's list to be worked through on paper: the first way and its number, the words, and boxes to tick. */
export const CallSheet = ({ people, day }: { people: readonly Listed[]; day: string }) => {
  const { t } = useTranslation(['playbooks', 'followUps']);
  const format = useFormat();
  const { name } = useShop().shop;
  return (
    <article className={classes.sheet}>
      <h2 className={classes.heading}>{t('paper.listHeading', { day: format.date(day, 'long') })}</h2>
      <p>{t('paper.listShop', { shop: name })}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('paper.person')}</th>
            <th>{t('paper.why')}</th>
            <th>{t('paper.ticks')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => {
            const [first] = one.ways;
            const isReachable = first !== undefined && first.channel !== 'inPerson';
            return (
              <tr key={one.customerId}>
                <th scope="row">
                  {one.name}
                  {isReachable && <span>{t(`followUps:channel.${first.channel}`)}</span>}
                  <span>{isReachable ? first.shown : t('paper.onlyHere')}</span>
                </th>
                <td>
                  {one.reason !== null && <strong>{t(`followUps:group.${one.reason}`)}</strong>}
                  <p lang={one.language}>{wordsOfWay(one, first?.channel ?? 'inPerson')}</p>
                </td>
                <td>
                  <ul className={classes.ticks}>
                    {ticks.map((tick) => (
                      <li key={tick}>{t(`paper.tick.${tick}`)}</li>
                    ))}
                  </ul>
                  <p className={classes.notes}>{t('paper.notes')}</p>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </article>
  );
};

/** Cards to fold or cut, two on a page. */
export const Cards = ({ people }: { people: readonly Listed[] }) => {
  const { name } = useShop().shop;
  return (
    <div className={classes.cards}>
      {people.map((one) => (
        <article key={one.customerId} className={classes.card} lang={one.language}>
          <h2>{one.subject}</h2>
          <p>{one.write}</p>
          <footer>{name}</footer>
        </article>
      ))}
    </div>
  );
};

/** One letter a page, with its date. */
export const Letters = ({ people, day }: { people: readonly Listed[]; day: string }) => {
  const format = useFormat();
  const { name } = useShop().shop;
  return (
    <>
      {people.map((one) => (
        <article key={one.customerId} className={classes.letter} lang={one.language}>
          <p className={classes.letterHead}>
            <strong>{name}</strong>
            <span>{format.date(day, 'short')}</span>
          </p>
          <p>{one.name}</p>
          <h2>{one.subject}</h2>
          <p>{one.write}</p>
        </article>
      ))}
    </>
  );
};

/** Names with a greeting, three in a row (60 × 33 mm), for what waits on the counter. */
export const Labels = ({ people }: { people: readonly Listed[] }) => (
  <div className={classes.labels}>
    {people.map((one) => (
      <article key={one.customerId} className={classes.label} lang={one.language}>
        <strong>{one.name}</strong>
        <span>{one.subject}</span>
      </article>
    ))}
  </div>
);
