import type { Whom } from '#shared/contract/campaigns.ts';
import { isEverybody } from './use-whom-words.ts';

/** What stands in the list to choose from, and back: `kind:rest`. */
export const whomValue = (whom: Whom): string => {
  switch (whom.kind) {
    case 'segment':
      return `segment:${whom.segmentId}`;
    case 'risk':
      return `risk:${whom.states.join('+')}`;
    case 'reason':
      return `reason:${whom.reason}`;
    case 'filter':
      return isEverybody(whom) ? 'everybody' : 'filter';
  }
};

export const everybody: Whom = { kind: 'filter', filter: { kind: 'all', of: [] } };

export const riskChoices = [
  ['slipping', 'atRisk'],
  ['atRisk'],
  ['slipping'],
  ['late'],
  ['onTrack'],
] as const satisfies readonly Extract<Whom, { kind: 'risk' }>['states'][];

/** The whole of what was chosen. @param kept conditions that were made elsewhere and stay chosen */
export const whomOf = (value: string, reasons: readonly string[], kept: Whom): Whom => {
  const [kind = '', rest = ''] = value.split(':');
  const states = riskChoices.find((one) => one.join('+') === rest);
  if (kind === 'segment') return { kind, segmentId: Number(rest) };
  if (kind === 'risk' && states !== undefined) return { kind, states: [...states] };
  if (kind === 'reason' && reasons.includes(rest)) {
    return { kind, reason: rest as Extract<Whom, { kind: 'reason' }>['reason'] };
  }
  return kind === 'everybody' ? everybody : kept;
};

/** Whether these are people to be won back: they are always compared with some who get nothing. */
export const isWinBack = (whom: Whom): boolean =>
  (whom.kind === 'risk' && whom.states.some((state) => state !== 'onTrack')) ||
  (whom.kind === 'reason' && whom.reason === 'silentVip');
