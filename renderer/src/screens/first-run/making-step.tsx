import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/i18n/format.ts';
import type { Language } from '#shared/i18n/language.ts';
import classes from './first-run.module.css';

/** While the shop is made: a number that grows, and a stop. */
export const MakingStep = ({
  name,
  demo,
  done,
  total,
  language,
  onStop,
}: {
  name: string;
  demo: boolean;
  done: number;
  total: number;
  language: Language;
  onStop: () => void;
}) => {
  const { t } = useTranslation(['firstRun', 'common']);
  const title = demo ? t('making.demo') : t('making.shop', { name });
  const share = total === 0 ? 0 : done / total;
  return (
    <div className={classes.form}>
      <div className={classes.middle}>
        <div className={classes.progress}>
          <h1 className={classes.title}>{title}</h1>
          {demo && (
            <>
              <div
                className={classes.bar}
                role="progressbar"
                aria-label={title}
                aria-valuemin={0}
                aria-valuemax={total}
                aria-valuenow={done}
              >
                <div className={classes.filled} style={{ width: `${share * 100}%` }} />
              </div>
              <p className="num">
                {t('making.progress', {
                  done: formatNumber(done, language),
                  total: formatNumber(total, language),
                })}
              </p>
              <p className={classes.quiet}>{t('making.safe')}</p>
            </>
          )}
        </div>
      </div>
      {demo && (
        <div className={classes.foot}>
          <Button size="lg" variant="default" onClick={onStop}>
            {t('common:stop')}
          </Button>
        </div>
      )}
    </div>
  );
};
