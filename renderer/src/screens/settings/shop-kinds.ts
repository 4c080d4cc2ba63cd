import type { ShopFacts } from '#shared/contract/settings.ts';

/** The kinds of shop, in the order in which they are offered. */
export const shopKinds: readonly ShopFacts['kind'][] = ['cafe', 'salon', 'other'];
