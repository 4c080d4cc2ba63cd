import { describe, expect, it } from 'vitest';
import { newRequestId, requestIds } from '#renderer/src/api/request-id.ts';

describe('the id of a write', () => {
  it('is another each time', () => {
    expect(newRequestId()).not.toBe(newRequestId());
  });

  it('stays for the same content and changes with it', () => {
    const idFor = requestIds();
    const first = idFor({ name: 'Aino' });
    expect(idFor({ name: 'Aino' })).toBe(first);
    const changed = idFor({ name: 'Aino', phone: null });
    expect(changed).not.toBe(first);
    // What was sent in between makes it a new intention.
    expect(idFor({ name: 'Aino' })).not.toBe(first);
  });
});
