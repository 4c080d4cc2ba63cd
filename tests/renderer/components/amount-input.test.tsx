// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { AmountInput } from '#renderer/src/components/amount-input.tsx';
import { aShop, renderPart } from '#tests/support/render.tsx';

const finnish = aShop({ shop: { language: 'fi' } });

describe('AmountInput', () => {
  it('shows minor units as the shop writes them and reports what is typed', async () => {
    const onChange = vi.fn();
    const { user } = await renderPart(<AmountInput aria-label="a" value={480} onChange={onChange} />, {
      settings: finnish,
    });
    const field = screen.getByRole<HTMLInputElement>('textbox');
    expect(field.value).toBe('4,80');
    await user.clear(field);
    expect(onChange).toHaveBeenLastCalledWith(null);
    await user.type(field, '12,9');
    expect(onChange).toHaveBeenLastCalledWith(1290);
  });

  it('marks what is not an amount and reports nothing for it', async () => {
    const onChange = vi.fn();
    const { user } = await renderPart(<AmountInput aria-label="a" value={null} onChange={onChange} />);
    const field = screen.getByRole('textbox');
    await user.type(field, 'x');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('reports only when it is left, where that is asked for', async () => {
    const onChange = vi.fn();
    const { user } = await renderPart(
      <AmountInput aria-label="a" value={100} commitOn="blur" onChange={onChange} />,
    );
    const field = screen.getByRole('textbox');
    await user.clear(field);
    await user.type(field, '2');
    expect(onChange).not.toHaveBeenCalled();
    await user.tab();
    expect(onChange.mock.calls).toEqual([[200]]);
  });
});
