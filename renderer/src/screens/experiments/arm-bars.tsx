import { useTranslation } from 'react-i18next';
import { fewestPeopleForRate } from '#shared/domain/statistics/index.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './experiments.module.css';
import type { OverExperiment } from './use-verdict-words.ts';

/** The bars end where the widest range does, to the next ten of 100. */
const scaleOf = (arms: OverExperiment['arms']): number =>
  Math.max(0.1, Math.ceil(Math.max(0, ...arms.map(({ rate }) => rate?.interval.high ?? 0)) * 10) / 10);

const part = (value: number, scale: number): string => `${(100 * value) / scale}%`;

/** One bar for each group: the share that came back, the range it likely lies in, and the counts. */
export const ArmBars = ({ arms }: { arms: OverExperiment['arms'] }) => {
  const { t } = useTranslation('experiments');
  const format = useFormat();
  const scale = scaleOf(arms);
  return (
    <ul className={classes.arms}>
      {arms.map(({ arm, name, assigned, returned, rate }) => {
        const label = name ?? t('held');
        const counts = t('of', { n: format.number(returned), of: format.number(assigned) });
        // Of a few people a percentage would say more than is known.
        const shown = assigned >= fewestPeopleForRate ? rate : null;
        const words =
          shown === null
            ? t('barCounts', { name: label, counts })
            : t('bar', {
                name: label,
                counts,
                rate: format.percent(shown.share, 0),
                low: format.percent(shown.interval.low, 0),
                high: format.percent(shown.interval.high, 0),
              });
        return (
          <li key={arm} className={classes.arm}>
            <span className="visually-hidden">{words}</span>
            <span className={classes.armName} aria-hidden>
              {label}
            </span>
            <span className={classes.track} aria-hidden>
              {rate !== null && (
                <>
                  <span
                    className={classes.fill}
                    data-held={arm !== 'a' || undefined}
                    style={{ inlineSize: part(rate.share, scale) }}
                  />
                  <span
                    className={classes.range}
                    style={{
                      insetInlineStart: part(rate.interval.low, scale),
                      inlineSize: part(rate.interval.high - rate.interval.low, scale),
                    }}
                  />
                </>
              )}
            </span>
            <span className={`${classes.figure} num`} aria-hidden>
              {shown !== null && <b>{format.percent(shown.share, 0)}</b>} <span>{counts}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
};
