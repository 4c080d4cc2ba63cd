// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { PinPad } from '#renderer/src/components/pin-pad.tsx';
import { renderPart } from '#tests/support/render.tsx';

const Pad = ({ onEnter }: { onEnter: (pin: string) => void }) => {
  const [pin, setPin] = useState('');
  return (
    <PinPad label="PIN" value={pin} circles={4} most={8} onChange={setPin} onEnter={() => onEnter(pin)} />
  );
};

describe('PinPad', () => {
  it('goes on with Enter after digits were typed, also by whoever went to its keys with Tab', async () => {
    const onEnter = vi.fn();
    const { user } = await renderPart(<Pad onEnter={onEnter} />);
    await user.tab();
    expect(document.activeElement?.textContent).toBe('1');
    await user.keyboard('2580{Enter}');
    expect(onEnter.mock.calls).toEqual([['2580']]);
  });

  it('presses a key that has the focus with Enter while nothing was typed', async () => {
    const onEnter = vi.fn();
    const { user } = await renderPart(<Pad onEnter={onEnter} />);
    await user.tab();
    await user.keyboard('{Enter}');
    expect(onEnter).not.toHaveBeenCalled();
    expect(screen.getByRole('status').textContent).toContain('1');
  });
});
