import { describe, expect, it } from 'vitest';
import { isMilestone } from '#shared/domain/visits/milestones.ts';

describe('a visit worth a word', () => {
  it('is the 10th, the 50th and every 100th', () => {
    const milestones = Array.from({ length: 401 }, (_, visits) => visits).filter(isMilestone);
    expect(milestones).toEqual([10, 50, 100, 200, 300, 400]);
  });
});
