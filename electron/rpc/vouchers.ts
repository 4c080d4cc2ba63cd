import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { birthdaysDue } from '../services/birthdays-due.ts';
import { endHold, heldPrices, holdPrices } from '../services/price-holds.ts';
import {
  checkVoucher,
  issueVoucher,
  setVoucherBudget,
  takeVoucherBack,
  voucherBudgets,
  voucherList,
} from '../services/vouchers.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.vouchers).$context<RpcContext>().use(guard);

/** vouchers: contract -> service, one line each. */
export const vouchersCalls: Router<typeof contract.vouchers, RpcContext> = {
  issue: os.issue.handler(({ context, input }) => issueVoucher(context.shop().ctx, input)),
  list: os.list.handler(({ context, input }) => voucherList(context.shop().ctx, input)),
  check: os.check.handler(({ context, input }) => checkVoucher(context.shop().ctx, input.code)),
  void: os.void.handler(({ context, input }) => takeVoucherBack(context.shop().ctx, input)),
  birthdaysDue: os.birthdaysDue.handler(({ context, input }) => birthdaysDue(context.shop().ctx, input.days)),
  budgets: os.budgets.handler(({ context }) => voucherBudgets(context.shop().ctx)),
  setBudget: os.setBudget.handler(({ context, input }) => setVoucherBudget(context.shop().ctx, input)),
  holdPrices: os.holdPrices.handler(({ context, input }) => holdPrices(context.shop().ctx, input)),
  endHold: os.endHold.handler(({ context, input }) => endHold(context.shop().ctx, input)),
  holds: os.holds.handler(({ context }) => heldPrices(context.shop().ctx)),
};
