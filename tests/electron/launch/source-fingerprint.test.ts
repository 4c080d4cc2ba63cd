import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFingerprint } from '#electron/launch/source-fingerprint.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

function project(): string {
  const root = temporaryDirectory();
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(join(root, 'src', 'a.ts'), 'a');
  writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'b');
  writeFileSync(join(root, 'package.json'), '{}');
  return root;
}

describe('the fingerprint of the sources', () => {
  const of = (root: string) => sourceFingerprint(root, ['src', 'package.json']);

  it('stays with the content, whatever the times and the place', () => {
    const root = project();
    const before = of(root);
    utimesSync(join(root, 'src', 'a.ts'), 1, 1);
    writeFileSync(join(root, 'src', '.a.ts.swp'), 'editor');
    expect(of(root)).toBe(before);
    expect(of(project())).toBe(before);
  });

  it('changes with a byte, a name, and a new file', () => {
    const root = project();
    const seen = new Set([of(root)]);
    writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'B');
    seen.add(of(root));
    renameSync(join(root, 'src', 'a.ts'), join(root, 'src', 'c.ts'));
    seen.add(of(root));
    writeFileSync(join(root, 'src', 'empty.ts'), '');
    seen.add(of(root));
    writeFileSync(join(root, 'package.json'), '{"version":"2"}');
    seen.add(of(root));
    expect(seen.size).toBe(5);
  });
});
