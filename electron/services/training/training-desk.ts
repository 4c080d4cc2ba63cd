import type { OpenShop } from '../open-shop.ts';

/** The training beside the shop: another file in a folder of its own, made anew each time, and at most one. */
export interface TrainingDesk {
  readonly isOn: () => boolean;
  /** Resolves when it is neither being made nor ended. Never throws. */
  readonly settled: () => Promise<unknown>;
  /** Does a call that is made in the training: its file is not closed before the call has its answer. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** The real shop, also while the training is on. @throws Failure ShopNotReady */
  readonly realShop: () => OpenShop;
  /**
   * Makes the training anew and has every screen work in it from then on; the shop stays open and goes on by itself.
   * @throws Failure DiskFull or ReadOnly; the screens then work in the shop
   */
  readonly begin: () => Promise<OpenShop>;
  /** Has every screen work in the shop again. */
  readonly end: () => Promise<void>;
}
