import { Checkbox, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import { type CampaignState, isTested, lengthOf } from './campaign-form-state.ts';
import classes from './campaigns.module.css';
import { PlanFigures } from './plan-figures.tsx';
import { isWinBack } from './whom-choice.ts';

/** What is to be found out, and what that takes before anything is started. */
export const TestFields = ({
  state,
  change,
}: {
  state: CampaignState;
  change: (part: Partial<CampaignState>) => void;
}) => {
  const { t } = useTranslation('experiments');
  const { test, ways, whom } = state;
  const length = lengthOf(state);
  const set = (part: Partial<CampaignState['test']>) => change({ test: { ...test, ...part } });
  const number = (value: string | number): number | null => (typeof value === 'number' ? value : null);
  const tested = isTested(state);
  const needsHoldout = ways.length === 1 || isWinBack(whom);
  return (
    <Card title={t('plan.title')} aria-label={t('plan.title')}>
      <div className={classes.fields}>
        {ways.length === 1 && (
          <Checkbox
            label={t('plan.on')}
            checked={state.isTested}
            onChange={(event) => change({ isTested: event.currentTarget.checked })}
          />
        )}
        {tested && (
          <>
            {isWinBack(whom) && <p className={classes.quiet}>{t('plan.winBack')}</p>}
            <NumberInput
              label={t('plan.holdout')}
              min={needsHoldout ? 5 : 0}
              max={50}
              allowDecimal={false}
              value={test.holdoutPercent ?? ''}
              onChange={(value) => set({ holdoutPercent: number(value) })}
            />
            <NumberInput
              label={t('plan.window')}
              min={Math.max(1, length)}
              max={365}
              allowDecimal={false}
              value={test.windowDays ?? ''}
              error={test.windowDays !== null && test.windowDays < length ? t('plan.windowShort') : undefined}
              onChange={(value) => set({ windowDays: number(value) })}
            />
            <NumberInput
              label={t('plan.effect')}
              min={1}
              max={90}
              allowDecimal={false}
              value={test.effectOf100 ?? ''}
              onChange={(value) => set({ effectOf100: number(value) })}
            />
            <PlanFigures state={state} />
          </>
        )}
      </div>
    </Card>
  );
};
