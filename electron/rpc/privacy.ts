import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { cleanUpForgotten } from '../services/privacy/clean-up.ts';
import { dataSheet } from '../services/privacy/data-sheet.ts';
import { eraseCustomer, forgottenPeople, personToForget } from '../services/privacy/erase-customer.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.privacy).$context<RpcContext>().use(guard);

/** privacy: contract -> service, one line each. */
export const privacyCalls: Router<typeof contract.privacy, RpcContext> = {
  dataSheet: os.dataSheet.handler(({ context, input }) => dataSheet(context.shop().ctx, input.customerId)),
  toForget: os.toForget.handler(({ context, input }) => personToForget(context.shop(), input.customerId)),
  erase: os.erase.handler(async ({ context, input }) => {
    const shop = context.shop();
    const erased = await eraseCustomer(shop, input);
    // Nobody waits for the copies: what fails now is done again by the timer.
    void cleanUpForgotten(shop).catch((error: unknown) => {
      if (!shop.backups.activity.signal.aborted)
        context.logger.warn('copies of what was forgotten stay for now', { error });
    });
    return erased;
  }),
  forgotten: os.forgotten.handler(({ context }) => forgottenPeople(context.shop())),
};
