import type { RetentionFigures } from '#shared/contract/reports.ts';
import { AuditCard } from './audit-card.tsx';
import { BaseCard } from './base-card.tsx';
import { GapCard } from './gap-card.tsx';
import { MilestonesCard } from './milestones-card.tsx';
import type { ActivityWindow } from './month-view.ts';
import { type Period, periodDays } from './period.ts';
import { ReturnCard } from './return-card.tsx';
import { RfmCard } from './rfm-card.tsx';
import { SilentVipsCard } from './silent-vips-card.tsx';
import { SplitsCard } from './splits-card.tsx';
import { SpreadCard } from './spread-card.tsx';
import { StaffCard } from './staff-card.tsx';
import { TopCustomersCard } from './top-customers-card.tsx';

/** Below the first two folds: returns, groups, the spread of money, and people. */
export const MoreFigures = ({
  period,
  window,
  figures,
}: {
  period: Period;
  window: ActivityWindow;
  figures: RetentionFigures;
}) => {
  const { from, to } = periodDays(period);
  return (
    <>
      <ReturnCard to={to} />
      <GapCard to={to} />
      <BaseCard figures={figures} />
      <SplitsCard period={period} window={window} />
      <RfmCard to={to} />
      <SpreadCard from={from} to={to} />
      <TopCustomersCard from={from} to={to} />
      <AuditCard period={period} window={window} />
      <SilentVipsCard to={to} />
      <StaffCard from={from} to={to} />
      <MilestonesCard from={from} to={to} />
    </>
  );
};
