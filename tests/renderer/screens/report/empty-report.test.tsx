// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ReportStory } from '#renderer/src/screens/report/report-story.tsx';
import { businessMonth } from '#shared/domain/business-day/business-day.ts';
import { monthFigures } from '#shared/domain/month-close/month-figures.ts';
import { renderPart } from '#tests/support/render.tsx';

const empty = {
  ...{ S: 0, E: 0, N: 0, R: 0, kept: 0, lapsed: 0, newInPeriod: 0, seenOfS: 0, visits: 0, customers: 0 },
  ...{ frequencyMedian: null, repeaters: 0, checkIns: 0, identifiedCheckIns: 0, amount: 0 },
  ...{ identifiedAmount: 0, amountCheckIns: 0, rewardCost: 0, units: [] },
};

it('says of a month without anybody that there is no data, and gives nothing a sign or a bar', async () => {
  const figures = monthFigures(empty);
  const report = { figures, unfinished: false, close: null };
  await renderPart(<ReportStory at={businessMonth(2026 * 12 + 9)} report={report} before={null} />);
  const paper = screen.getByRole('article');
  const text = paper.textContent.replace(/\u00a0/g, ' ');
  expect(text).toContain('No data nobody was active at the start');
  expect(text).not.toMatch(/[+\u2212]0|0 ÷ 0/);
  expect(paper.querySelectorAll('dd [aria-hidden]')).toHaveLength(0);
});
