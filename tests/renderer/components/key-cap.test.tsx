// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { KeyCap } from '#renderer/src/components/key-cap.tsx';
import { aShop, renderPart } from '#tests/support/render.tsx';

it('prints a key on its button, for eyes only', async () => {
  await renderPart(<KeyCap>F2</KeyCap>);
  expect(screen.getByText('F2').getAttribute('aria-hidden')).toBe('true');
});

it('hides it in a shop that works by touch, but not on the key card', async () => {
  const settings = aShop({ till: { keyCaps: false } });
  await renderPart(
    <>
      <KeyCap>F2</KeyCap>
      <KeyCap always>F8</KeyCap>
    </>,
    { settings },
  );
  expect(screen.queryByText('F2')).toBeNull();
  expect(screen.getByText('F8')).toBeDefined();
});
