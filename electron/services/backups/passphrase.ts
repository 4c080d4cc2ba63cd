import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { shortestPassphrase, suggestedPassphrase } from '#shared/domain/backup/passphrase-strength.ts';
import type { Safety } from '../../safety.ts';
import { failure } from '../failure.ts';
import { type ShopContext, shopFacts } from '../shop-context.ts';

/**
 * Sets the passphrase of later backups, or takes it away; earlier ones keep theirs.
 * @throws Failure InvalidValue when it is too short, or cannot be typed again as it stands
 */
export function setPassphrase(
  { record, clock }: Safety,
  { passphrase, hint }: { readonly passphrase: string | null; readonly hint: string },
): void {
  if (passphrase === null) {
    record.changeSettings({ passphrase: null });
    return;
  }
  const text = passphrase.normalize('NFC');
  if ([...text].length < shortestPassphrase || text.trim() !== text || /\p{Cc}/u.test(text))
    throw failure('InvalidValue', { field: 'passphrase' });
  if (hint.normalize('NFC').toLowerCase().includes(text.toLowerCase()))
    throw failure('InvalidValue', { field: 'hint' });
  record.changeSettings({ passphrase: { text, hint, setAt: clock.now() } });
}

const digest = (text: string) => createHash('sha256').update(text.normalize('NFC')).digest();

/** Whether somebody still knows the passphrase. */
export function testPassphrase({ record }: Safety, passphrase: string): { right: boolean } {
  const set = record.settings().passphrase;
  return { right: set !== null && timingSafeEqual(digest(set.text), digest(passphrase)) };
}

/** Six words from a source nobody can foresee. */
export const suggestPassphrase = (): { passphrase: string } => ({
  passphrase: suggestedPassphrase((below) => randomInt(below)),
});

/** What stands on the printed recovery sheet. */
export function recoverySheet(ctx: ShopContext, { record }: Safety) {
  const { passphrase } = record.settings();
  return {
    passphrase: passphrase?.text ?? null,
    hint: passphrase?.hint ?? '',
    shop: shopFacts(ctx).shop.name,
    setAt: passphrase?.setAt ?? null,
  };
}
