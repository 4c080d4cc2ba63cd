import type { UnitOfWork } from '../../db/unit-of-work.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Ids } from '../../platform/ids.ts';
import type { OpenShop } from '../open-shop.ts';
import type { ShopContext, ShopFacts } from '../shop-context.ts';
import type { Actor } from './who.ts';

/**
 * The shop as one call sees it: the same facts, with the name of who makes the call on them. Services keep asking
 * `currentStaff` of the facts they were given. A view and not a store that follows the thread of execution, because the
 * streams of imports and exports run on when their call has been answered.
 */
class ActingContext implements ShopContext {
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly triesIn: ShopContext | undefined;
  readonly #shop: ShopContext;
  readonly #actor: Actor;
  #seen: { readonly of: ShopFacts; readonly acting: ShopFacts } | null = null;

  constructor(shop: ShopContext, actor: Actor) {
    this.work = shop.work;
    this.clock = shop.clock;
    this.ids = shop.ids;
    this.triesIn = shop.triesIn;
    this.#shop = shop;
    this.#actor = actor;
  }

  get facts(): ShopFacts | null {
    const { facts } = this.#shop;
    if (!facts) return null;
    if (this.#seen?.of !== facts) this.#seen = { of: facts, acting: { ...facts, actor: this.#actor } };
    return this.#seen.acting;
  }

  set facts(changed: ShopFacts | null) {
    this.#shop.facts = changed && { ...changed, actor: null };
  }
}

/** The open shop for a call that somebody makes; what it writes carries their name. */
export function actingFor(shop: OpenShop, actor: Actor): OpenShop {
  return { ...shop, ctx: new ActingContext(shop.ctx, actor) };
}
