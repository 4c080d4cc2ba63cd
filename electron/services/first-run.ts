import type { ShopFacts as ShopInput } from '#shared/contract/settings.ts';
import { demoProgramme } from '#shared/domain/demo/demo-programme.ts';
import { demoHistoryDays } from '#shared/domain/demo/lives.ts';
import { pinWeakness } from '#shared/domain/staff/pin-rules.ts';
import { failure } from './failure.ts';
import { type DemoProgress, writeDemoShop } from './fill-demo-shop.ts';
import { type OwnerKeys, setUpShop } from './set-up-shop.ts';
import type { ShopContext } from './shop-context.ts';
import { newRecovery } from './staff/pins.ts';
import { hashSecret } from './staff/secret-hash.ts';
import type { StaffSession } from './staff/session.ts';
import { streamProgress } from './stream-progress.ts';

export type FirstRunEvent =
  | ({ readonly kind: 'progress' } & DemoProgress)
  | { readonly kind: 'done'; readonly recoveryCode: string | null };

interface OwnerSecrets {
  readonly keys: OwnerKeys;
  readonly recoveryCode: string;
}

/** @throws Failure PinNotUsable */
async function ownerSecrets(pin: string): Promise<OwnerSecrets> {
  if (pinWeakness(pin) !== null) throw failure('PinNotUsable');
  const { code, secret } = await newRecovery();
  return {
    keys: { digits: pin.length, pin: await hashSecret(pin), recovery: secret },
    recoveryCode: code,
  };
}

/**
 * The first run: sets the shop up and, if asked, fills it with made-up customers, in one transaction: whoever stops it
 * finds the first run again. With a PIN, people sign in from the first moment on, and the owner is signed in on the screen
 * that asked.
 * @throws Failure AlreadySetUp, InvalidValue, PinNotUsable
 */
export async function* firstRun(
  ctx: ShopContext,
  input: {
    readonly shop: ShopInput;
    readonly ownerName?: string | undefined;
    readonly pin?: string | undefined;
    readonly start: 'empty' | 'demo';
  },
  session: StaffSession | null = null,
): AsyncGenerator<FirstRunEvent> {
  const { shop, ownerName, pin, start } = input;
  if (ctx.facts) throw failure('AlreadySetUp');
  const secrets = pin === undefined ? null : await ownerSecrets(pin);
  const owner = { ownerName, ownerKeys: secrets?.keys };
  const setUp = async (demo?: (done: DemoProgress) => void): Promise<void> => {
    const history = demo && {
      days: demoHistoryDays,
      rules: (base: Parameters<typeof demoProgramme>[1]) => demoProgramme(shop.kind, base),
      write: (...[tx, inside]: [Parameters<typeof writeDemoShop>[0], ShopContext]) =>
        writeDemoShop(tx, inside, demo),
    };
    const staffId = await setUpShop(ctx, shop, { ...owner, ...(history && { demo: history }) });
    if (secrets) session?.signIn(ctx, staffId);
  };
  if (start === 'empty') await setUp();
  else {
    for await (const { done, total } of streamProgress<DemoProgress>((tell) => setUp(tell)))
      yield { kind: 'progress', done, total };
  }
  yield { kind: 'done', recoveryCode: secrets?.recoveryCode ?? null };
}
