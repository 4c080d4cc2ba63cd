import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import classes from './follow-ups.module.css';
import { actsWithoutConsent, type OutcomeAct, outcomeActs } from './outcome-keys.ts';

/** Those in the first row, as large as a thumb. */
const main = 4;

/** How it went: one button and one key for each outcome. */
export const OutcomeBar = ({
  entry,
  isBusy,
  onAct,
}: {
  entry: FollowUpEntry;
  isBusy: boolean;
  onAct: (act: OutcomeAct) => void;
}) => {
  const { t } = useTranslation('followUps');
  const allowed = entry.channels.length > 0;
  const shown = allowed ? outcomeActs : actsWithoutConsent;
  return (
    <section className={classes.outcomes} aria-label={t('how')}>
      <h3 className={classes.small}>{t('how')}</h3>
      {[shown.slice(0, main), shown.slice(main)].map((row, place) => (
        <div key={row[0] ?? place} className={classes.acts}>
          {row.map((act) => (
            <Button
              key={act}
              className={classes.act}
              data-main={place === 0 || undefined}
              variant={act === shown[0] ? 'filled' : 'default'}
              disabled={isBusy}
              rightSection={<KeyCap>{outcomeActs.indexOf(act) + 1}</KeyCap>}
              onClick={() => onAct(act)}
            >
              {t(`outcome.${act}`)}
            </Button>
          ))}
        </div>
      ))}
    </section>
  );
};
