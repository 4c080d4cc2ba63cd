import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { approve } from '../services/staff/approve.ts';
import { readDoor } from '../services/staff/door.ts';
import { addStaff, changeStaff, newBadge, removeBadge, staffList } from '../services/staff/people.ts';
import { changeOwnPin, newRecoveryCode, setPin, turnPinsOff } from '../services/staff/pins.ts';
import { StaffSession } from '../services/staff/session.ts';
import { lockScreen, recover, signIn, signInWithBadge } from '../services/staff/sign-in.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.staff).$context<RpcContext>().use(guard);

/** The program's own calls have no screen that could be locked; theirs ends with the call. */
const sessionOf = (context: RpcContext): StaffSession => context.session ?? new StaffSession();

/** staff: contract -> service, one line each. */
export const staffCalls: Router<typeof contract.staff, RpcContext> = {
  door: os.door.handler(({ context }) => readDoor(context.shop(), context.session)),
  signIn: os.signIn.handler(({ context, input }) => signIn(context.shop(), sessionOf(context), input)),
  signInWithBadge: os.signInWithBadge.handler(({ context, input }) =>
    signInWithBadge(context.shop(), sessionOf(context), input.codes),
  ),
  recover: os.recover.handler(({ context, input }) => recover(context.shop(), sessionOf(context), input)),
  lock: os.lock.handler(({ context }) => lockScreen(context.shop(), context.session)),
  approve: os.approve.handler(({ context, input }) => approve(context.shop(), sessionOf(context), input)),
  list: os.list.handler(({ context }) => staffList(context.shop().ctx)),
  add: os.add.handler(({ context, input }) => addStaff(context.shop().ctx, input)),
  change: os.change.handler(({ context, input }) => changeStaff(context.shop().ctx, input)),
  setPin: os.setPin.handler(({ context, input }) => setPin(context.shop(), context.session, input)),
  changeOwnPin: os.changeOwnPin.handler(({ context, input }) =>
    changeOwnPin(context.shop(), context.session, input),
  ),
  newBadge: os.newBadge.handler(({ context, input }) => newBadge(context.shop().ctx, input.staffId)),
  removeBadge: os.removeBadge.handler(({ context, input }) => removeBadge(context.shop().ctx, input)),
  newRecoveryCode: os.newRecoveryCode.handler(({ context }) => newRecoveryCode(context.shop().ctx)),
  turnPinsOff: os.turnPinsOff.handler(({ context }) => turnPinsOff(context.shop(), context.session)),
};
