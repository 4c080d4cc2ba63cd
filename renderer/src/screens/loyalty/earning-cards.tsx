import { Switch, TextInput } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { AmountInput } from '../../components/amount-input.tsx';
import { Card } from '../../components/card.tsx';
import classes from './loyalty.module.css';
import { NumberField } from './number-field.tsx';
import type { ProgrammeDraft } from './programme-draft.ts';

interface CardProps {
  readonly draft: ProgrammeDraft;
  readonly onChange: (draft: ProgrammeDraft) => void;
}

/** Points for money, as a sentence with fields in it. */
export const PointsCard = ({ draft, onChange }: CardProps) => {
  const { t } = useTranslation('loyalty');
  const { points } = draft;
  const change = (part: Partial<ProgrammeDraft['points']>) =>
    onChange({ ...draft, points: { ...points, ...part } });
  return (
    <Card
      title={t('points.title')}
      aside={
        <Switch
          aria-label={t('points.on')}
          checked={points.on}
          onChange={(event) => change({ on: event.currentTarget.checked })}
        />
      }
    >
      {points.on ? (
        <>
          <div className={classes.sentence}>
            <Trans
              t={t}
              i18nKey="points.sentence"
              components={{
                per: (
                  <AmountInput
                    className={classes.amount}
                    aria-label={t('points.per')}
                    value={points.per}
                    onChange={(per) => change({ per })}
                  />
                ),
                points: (
                  <NumberField
                    label={t('points.points')}
                    max={10_000}
                    value={points.points}
                    onChange={(value) => change({ points: value })}
                  />
                ),
              }}
            />
          </div>
          <p className={classes.quiet}>{t('points.note')}</p>
        </>
      ) : (
        <p className={classes.quiet}>{t('points.off')}</p>
      )}
    </Card>
  );
};

/** The stamp card, as sentences with fields in them. */
export const StampsCard = ({ draft, onChange }: CardProps) => {
  const { t } = useTranslation('loyalty');
  const { stamps } = draft;
  const change = (part: Partial<ProgrammeDraft['stamps']>) =>
    onChange({ ...draft, stamps: { ...stamps, ...part } });
  return (
    <Card
      title={t('stamps.title')}
      aside={
        <Switch
          aria-label={t('stamps.on')}
          checked={stamps.on}
          onChange={(event) => change({ on: event.currentTarget.checked })}
        />
      }
    >
      {stamps.on ? (
        <>
          <div className={classes.sentence}>
            <Trans
              t={t}
              i18nKey="stamps.visit"
              components={{
                stamps: (
                  <NumberField
                    label={t('stamps.stampsPerVisit')}
                    max={5}
                    value={stamps.stampsPerVisit}
                    onChange={(stampsPerVisit) => change({ stampsPerVisit })}
                  />
                ),
                name: (
                  <TextInput
                    size="md"
                    className={classes.cardName}
                    aria-label={t('stamps.name')}
                    maxLength={40}
                    value={stamps.name}
                    onChange={(event) => change({ name: event.currentTarget.value })}
                  />
                ),
              }}
            />
          </div>
          <div className={classes.sentence}>
            <Trans
              t={t}
              i18nKey="stamps.full"
              components={{
                size: (
                  <NumberField
                    label={t('stamps.size')}
                    max={50}
                    value={stamps.size}
                    onChange={(size) => change({ size })}
                  />
                ),
              }}
            />
          </div>
        </>
      ) : (
        <p className={classes.quiet}>{t('stamps.off')}</p>
      )}
    </Card>
  );
};
