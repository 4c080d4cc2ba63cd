import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { addCareNote, careNotes, removeCareNote } from '../services/privacy/care-notes.ts';
import { cleanUpSoon } from '../services/privacy/clean-up.ts';
import { correctionsOfPerson, dataSheet } from '../services/privacy/data-sheet.ts';
import { eraseCustomer, forgottenPeople, personToForget } from '../services/privacy/erase-customer.ts';
import { inactiveList, keepSomebody } from '../services/privacy/inactive-people.ts';
import { setPrivacyRules } from '../services/privacy/privacy-rules.ts';
import { shopFacts } from '../services/shop-context.ts';
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
    // Nobody waits for the copies.
    void cleanUpSoon(shop);
    return erased;
  }),
  rules: os.rules.handler(({ context }) => shopFacts(context.shop().ctx).privacy),
  setRules: os.setRules.handler(({ context, input }) => setPrivacyRules(context.shop().ctx, input)),
  inactive: os.inactive.handler(({ context, input }) => inactiveList(context.shop().ctx, input)),
  keep: os.keep.handler(({ context, input }) => keepSomebody(context.shop().ctx, input)),
  careNotes: os.careNotes.handler(({ context, input }) => careNotes(context.shop().ctx, input)),
  addCareNote: os.addCareNote.handler(({ context, input }) => addCareNote(context.shop().ctx, input)),
  removeCareNote: os.removeCareNote.handler(({ context, input }) =>
    removeCareNote(context.shop().ctx, input),
  ),
  corrections: os.corrections.handler(({ context, input }) =>
    correctionsOfPerson(context.shop().ctx, input.customerId),
  ),
  forgotten: os.forgotten.handler(({ context }) => forgottenPeople(context.shop())),
};
