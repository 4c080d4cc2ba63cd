// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { firstDraft } from '#renderer/src/screens/first-run/shop-draft.ts';
import { ShopStep } from '#renderer/src/screens/first-run/shop-step.tsx';
import { renderPart } from '#tests/support/render.tsx';

const Step = ({ onNext }: { onNext: () => void }) => {
  const [draft, setDraft] = useState(() =>
    firstDraft({ timeZone: 'Europe/Helsinki', languageTags: [], language: 'en' }),
  );
  return (
    <>
      <ShopStep draft={draft} onChange={setDraft} onRestore={() => undefined} onNext={onNext} />
      <output data-testid="draft">{JSON.stringify(draft)}</output>
    </>
  );
};

const draft = (): unknown => JSON.parse(screen.getByTestId('draft').textContent ?? '');

it('asks for the name, and goes on with Enter once it is there', async () => {
  const onNext = vi.fn();
  const { user } = await renderPart(<Step onNext={onNext} />, { settings: null });
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(onNext).not.toHaveBeenCalled();
  expect(screen.getByText('What is the name on the door?')).toBeDefined();
  const name = screen.getByRole('textbox', { name: 'Name of the place' });
  expect(document.activeElement).toBe(name);
  await user.keyboard('Kahvila Kaarna{Enter}');
  expect(onNext).toHaveBeenCalledOnce();
});

it('chooses the kind with the arrow keys', async () => {
  const { user } = await renderPart(<Step onNext={vi.fn()} />, { settings: null });
  await user.click(screen.getByRole('radio', { name: /Café/ }));
  await user.keyboard('{ArrowRight}');
  expect(draft()).toMatchObject({ kind: 'salon' });
});

it('changes currency and time zone with the country', async () => {
  const { user } = await renderPart(<Step onNext={vi.fn()} />, { settings: null });
  await user.click(screen.getByRole('combobox', { name: 'Country' }));
  await user.click(await screen.findByRole('option', { name: 'Türkiye' }));
  expect(draft()).toMatchObject({ country: 'TR', currency: 'TRY', timeZone: 'Europe/Istanbul' });
});
