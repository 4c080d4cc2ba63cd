import type { FirstReturnFigures } from '#shared/contract/reports.ts';

/** The share back after t days. Where fewer than ten people are still waited for it is `tail` instead of `back`. */
export interface ReturnPoint {
  readonly t: number;
  readonly back: number | null;
  readonly tail: number | null;
  readonly range: readonly [low: number, high: number] | null;
}

/** Days the curve shows at most. */
export const returnDays = 120;

/**
 * The first-visit return curve, 1 − S(t) of Kaplan-Meier as steps, from nobody at day 0 up to the last day known, at most
 * {@link returnDays}; nothing is drawn past it.
 */
export const returnCurve = ({
  steps,
  solidUntil,
  lastT,
}: Pick<FirstReturnFigures, 'steps' | 'solidUntil' | 'lastT'>): readonly ReturnPoint[] => {
  const end = Math.min(lastT ?? 0, returnDays);
  const point = (t: number, share: number, range: ReturnPoint['range']): ReturnPoint => {
    const isSolid = t < solidUntil;
    // The day both meet belongs to both, so that the line has no gap.
    const isJoint = t === solidUntil;
    return {
      t,
      back: isSolid || isJoint ? share : null,
      tail: isSolid ? null : share,
      range: isSolid || isJoint ? range : null,
    };
  };
  const shown = steps.filter(({ t }) => t <= end);
  const points = shown.map(({ t, S, lo, hi }) =>
    point(t, 1 - S, lo === null || hi === null ? null : [1 - hi, 1 - lo]),
  );
  const last = shown.at(-1);
  const known = last === undefined ? 0 : 1 - last.S;
  const hasJoint = points.some(({ t }) => t === solidUntil);
  const before = shown.findLast(({ t }) => t < solidUntil);
  const joint =
    !hasJoint && solidUntil > 0 && solidUntil < end
      ? [point(solidUntil, before === undefined ? 0 : 1 - before.S, null)]
      : [];
  const stretched = last !== undefined && last.t < end ? [point(end, known, null)] : [];
  return [point(0, 0, [0, 0]), ...points.filter(({ t }) => t > 0), ...joint, ...stretched].sort(
    (a, b) => a.t - b.t,
  );
};
