import { Button, NativeSelect, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { HintRow } from '../../../components/hint-row.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from '../loyalty.module.css';
import { SimulationTable } from './simulation-table.tsx';
import { type Simulation, useSimulation } from './use-simulation.ts';

const choices = [1, 3, 6, 12] as const;

const Running = ({
  state,
  onStop,
}: {
  state: Extract<Simulation, { kind: 'running' }>;
  onStop: () => void;
}) => {
  const { t } = useTranslation(['loyalty', 'common']);
  const format = useFormat();
  const { done, total } = state;
  const share = total === 0 ? 0 : done / total;
  return (
    <div className={classes.running}>
      <div role="status">
        {t('simulation.running', { done: format.number(done), total: format.number(total) })}
      </div>
      <Progress value={share * 100} size="lg" aria-label={t('simulation.progress')} />
      <Button variant="default" onClick={onStop}>
        {t('common:stop')}
      </Button>
    </div>
  );
};

/** The draft replayed on the last months' visits, beside today's rules. */
export const SimulationCard = ({ rules }: { rules: ProgrammeRules }) => {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const [months, setMonths] = useState(3);
  const { state, run, stop } = useSimulation();
  const isOld = state.kind === 'done' && JSON.stringify(state.rules) !== JSON.stringify(rules);
  return (
    <Card title={t('simulation.title')}>
      <div className={classes.simulate}>
        <p className={classes.quiet}>{t('simulation.text')}</p>
        <NativeSelect
          size="md"
          aria-label={t('simulation.months')}
          value={String(months)}
          disabled={state.kind === 'running'}
          data={choices.map((count) => ({
            value: String(count),
            label: t('simulation.last', { count }),
          }))}
          onChange={(event) => setMonths(Number(event.currentTarget.value))}
        />
        <Button
          variant="outline"
          disabled={state.kind === 'running'}
          onClick={() => void run(rules, months, format.dayAt(Date.now()))}
        >
          {t('simulation.start')}
        </Button>
      </div>
      {state.kind === 'running' && <Running state={state} onStop={stop} />}
      {state.kind === 'stopped' && <HintRow tone="quiet">{t('simulation.stopped')}</HintRow>}
      {state.kind === 'failed' && <FailureBanner error={state.error} />}
      {isOld && <HintRow tone="warn">{t('simulation.old')}</HintRow>}
      {state.kind === 'done' && (
        <SimulationTable months={state.months} since={state.since} redemptionRate={state.redemptionRate} />
      )}
    </Card>
  );
};
