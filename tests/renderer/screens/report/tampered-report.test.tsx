// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ReportStory } from '#renderer/src/screens/report/report-story.tsx';
import type { MonthClose } from '#shared/contract/month-close.ts';
import { businessMonth } from '#shared/domain/business-day/business-day.ts';
import { aShop, renderPart } from '#tests/support/render.tsx';

const hash = 'a'.repeat(64);
const close: MonthClose = {
  ...{ number: 3, month: '2026-10', at: Date.UTC(2026, 10, 1, 9), by: 'Owner', hash, previousHash: null },
  ...{ reopened: null, broken: [] },
};
const at = businessMonth(2026 * 12 + 9);

const paper = async (broken: MonthClose['broken'], language: 'en' | 'fi' = 'en') => {
  const report = { figures: [], unfinished: false, close: { ...close, broken, content: null } };
  await renderPart(<ReportStory at={at} report={report} before={null} />, {
    settings: aShop({ shop: { language } }),
  });
  return screen.getByRole('article').textContent.replace(/\u00a0/g, ' ');
};

describe('the paper of a closed month', () => {
  it('says in plain words that somebody changed it', async () => {
    expect(await paper(['content'])).toContain(
      'Number 3 (October 2026) was changed after it was closed. Its figures cannot be trusted.',
    );
    expect(screen.getByRole('alert').textContent).toContain('Compare with the report you saved');
  });

  it('says in Finnish which close before it is missing', async () => {
    expect(await paper(['missing'], 'fi')).toMatch(/numero/i);
    expect(screen.getByRole('alert').textContent).toContain('lokakuu');
  });

  it('says nothing of the kind about a close that is as it was', async () => {
    await paper([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
