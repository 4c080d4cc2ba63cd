import { describe, expect, it } from 'vitest';
import type { PrintPage } from '#electron/services/exports/page-pdf.ts';
import { anAppWithCafe } from '#tests/support/app-client.ts';

const february = '2026-02';
const page = new TextEncoder().encode('%PDF-1.4 two sheets');

const aShopWithWindow = (printPage: PrintPage = async () => page) => {
  return anAppWithCafe({ desktop: true, printPage });
};

const exportStep = async ({ client }: Awaited<ReturnType<typeof aShopWithWindow>>) =>
  (await client.monthClose.steps({ month: february })).steps.find(({ step }) => step === 'export');

describe('the report as a PDF', () => {
  it('is what the window prints, under the name of its month, and settles the export of an open month', async () => {
    const scene = await aShopWithWindow();
    expect((await exportStep(scene))?.state).toBe('open');
    const file = await scene.client.exports.reportPdf({ month: february, number: null, language: 'en' });
    expect(file.name).toBe('Report 2026-02.pdf');
    expect(file.type).toBe('application/pdf');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(page);
    expect((await exportStep(scene))?.state).toBe('done');
  });

  it('of a close settles nothing', async () => {
    const scene = await aShopWithWindow();
    await scene.client.exports.reportPdf({ month: february, number: 1, language: 'en' });
    expect((await exportStep(scene))?.state).toBe('open');
  });

  it('settles nothing when the window cannot be printed', async () => {
    const scene = await aShopWithWindow(async () => {
      throw new Error('no printer');
    });
    const asked = scene.client.exports.reportPdf({ month: february, number: null, language: 'en' });
    await expect(asked).rejects.toMatchObject({ code: 'Unknown' });
    expect((await exportStep(scene))?.state).toBe('open');
  });
});
