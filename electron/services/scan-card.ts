import { hasValidCheckDigit, normaliseCardCode } from '#shared/domain/card-code/card-code.ts';
import { customerById, findCard } from '../repositories/customers.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';

export type ScanResult =
  | { readonly kind: 'customer'; readonly customerId: number; readonly code: string }
  | { readonly kind: 'blocked'; readonly customerId: number; readonly name: string; readonly code: string }
  | { readonly kind: 'unknown'; readonly code: string };

/**
 * Whose card a scanner read. A burst may be read in more than one way (keyboard layouts), so the first candidate
 * that is somebody's card wins; an unknown card is shown as the reading whose check digit is right.
 */
export async function scanCard(ctx: ShopContext, candidates: readonly string[]): Promise<ScanResult> {
  shopFacts(ctx);
  const db = ctx.work.read;
  const codes = candidates.map(normaliseCardCode).filter((code) => code !== null);
  for (const code of codes) {
    const card = await findCard(db, code);
    if (!card) continue;
    if (card.state === 'active') return { kind: 'customer', customerId: card.customer_id, code };
    const owner = await customerById(db, card.customer_id);
    return { kind: 'blocked', customerId: card.customer_id, name: owner?.name ?? '', code };
  }
  const code = codes.find(hasValidCheckDigit) ?? codes[0] ?? candidates[0] ?? '';
  return { kind: 'unknown', code };
}
