import { Slider } from '@mantine/core';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { noCarry } from '#shared/domain/loyalty/carry.ts';
import { previewEarning } from '#shared/domain/loyalty/earn.ts';
import { giveBackRate, visitsToReward } from '#shared/domain/loyalty/visits-to-reward.ts';
import { Card } from '../../components/card.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './loyalty.module.css';
import { type ProgrammeDraft, previewRules } from './programme-draft.ts';

/** More visits than this, and few people ever get there. */
const farVisits = 80;

/** What one visit earns under the draft, and how far each reward is: the till's own arithmetic. */
export const PreviewCard = ({
  draft,
  step,
  largest,
  usual,
}: {
  draft: ProgrammeDraft;
  /** Step, end and start of the slider, minor units. */
  step: number;
  largest: number;
  usual: number;
}) => {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const [amount, setAmount] = useState(usual);
  const rules = previewRules(draft);
  const { stamps, points } = previewEarning(rules, { amount, carry: noCarry });
  const spent = format.money(amount);
  const stampsText = t('preview.stamps', { count: stamps });
  const pointsText = t('preview.points', { count: points });
  const strong = { b: <strong className={classes.strong} /> };
  const rows = rules.rewards.map((reward) => {
    const visits = visitsToReward(rules, reward, amount);
    return { ...reward, visits, rate: giveBackRate(reward.cost, visits, amount) };
  });
  const far = rows.find(({ visits }) => visits !== null && visits > farVisits);
  return (
    <Card title={t('preview.title')} emphasis>
      <p className={classes.preview} role="status">
        {stamps > 0 && points > 0 && (
          <Trans
            t={t}
            i18nKey="preview.both"
            values={{ amount: spent, stamps: stampsText, points: pointsText }}
            components={strong}
          />
        )}
        {stamps > 0 !== points > 0 && (
          <Trans
            t={t}
            i18nKey="preview.one"
            values={{ amount: spent, what: stamps > 0 ? stampsText : pointsText }}
            components={strong}
          />
        )}
        {stamps === 0 && points === 0 && (
          <Trans t={t} i18nKey="preview.nothing" values={{ amount: spent }} components={strong} />
        )}
      </p>
      <Slider
        className={classes.slider}
        thumbLabel={t('preview.slider')}
        thumbSize={34}
        size={10}
        min={step}
        max={largest}
        step={step}
        label={null}
        value={amount}
        thumbProps={{ 'aria-valuetext': spent }}
        onChange={setAmount}
        marks={[0.25, 0.5, 0.75].map((share) => {
          const value = Math.round((largest * share) / step) * step;
          return { value, label: format.money(value) };
        })}
      />
      <dl className={classes.reach}>
        {rows.map(({ id, name, visits, rate }) => (
          <div key={id} className={classes.reachRow}>
            <dt>{name === '' ? t('rewards.name', { number: id + 1 }) : name}</dt>
            <dd>
              {visits === null ? t('preview.never') : t('preview.after', { count: visits })}
              {rate !== null && rate > 0 && (
                <span className={classes.rate}>{t('preview.givesBack', { rate: format.percent(rate) })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {far !== undefined && (
        <HintRow tone="warn">{t('preview.far', { name: far.name, visits: farVisits })}</HintRow>
      )}
    </Card>
  );
};
