import { ORPCError, os } from '@orpc/server';
import { failures } from '#shared/contract/failures.ts';
import { loggedAfter } from '#shared/domain/audit/logged-after.ts';
import { answeredInTraining } from '#shared/domain/training/answered-in-training.ts';
import { type CallToRecord, recordCall, settingsBeside } from '../services/audit/record-call.ts';
import { recordRefusal } from '../services/audit/record-refusal.ts';
import { Failure, failure } from '../services/failure.ts';
import type { OpenShop } from '../services/open-shop.ts';
import { shopFacts } from '../services/shop-context.ts';
import { admit } from '../services/staff/admit.ts';
import type { RpcContext } from './context.ts';
import { isStream, wireFailure, wireStream } from './wire-failure.ts';

/** Calls that are answered also before the shop was set up, and those of a restore also when its file cannot be opened. */
const beforeFirstRun = new Set([
  'system.state',
  'system.retryOpen',
  'settings.setUp',
  'restore.choices',
  'restore.chooseFile',
  'restore.compare',
  'restore.run',
  'restore.goBack',
]);

/**
 * The shop as this call may see it; null where there is none yet, or none that opens.
 * @throws Failure ShopNotReady, and of whoever may not make the call
 */
function admitted(context: RpcContext, call: string, input: unknown): (() => OpenShop) | null {
  if (beforeFirstRun.has(call) && context.systemState().state !== 'ready') return null;
  shopFacts(context.shop().ctx);
  const inTraining = context.training.isOn();
  if (inTraining && !answeredInTraining(call)) throw failure('NotInTraining');
  let shop = context.shop();
  let acting = admit(shop, context.session, { call, input });
  return () => {
    // Nor does one that outlives the training, or that was made before it began, go on in the other file.
    if (context.training.isOn() !== inTraining) return acting;
    const now = context.shop();
    // A call that outlives its shop, which a restore replaced, does not go on in the new one in somebody's name.
    if (now !== shop) acting = now;
    shop = now;
    return acting;
  };
}

/** A call that needs approval is remembered, so that the approval is for just this one. */
function withAsk(error: unknown, context: RpcContext, call: string, input: unknown): unknown {
  if (!(error instanceof Failure) || error.code !== 'ApprovalNeeded' || context.session === null)
    return error;
  const { by } = error.data as { readonly by: 'manager' | 'owner' };
  const askId = context.session.ask(call, input, context.shop().ctx.clock.now());
  const { status } = failures.ApprovalNeeded;
  return new ORPCError('ApprovalNeeded', { status, message: 'ApprovalNeeded', data: { askId, by } });
}

/** Calls by which somebody proves who they are, and what they fail with when they do not. */
const provesWho = new Set([
  ...['staff.signIn', 'staff.signInWithBadge', 'staff.recover', 'staff.approve', 'staff.changeOwnPin'],
]);
const notProven = new Set(['PinWrong', 'PinWait', 'CodeWrong']);

const isWrongProof = (error: unknown, call: string): boolean =>
  provesWho.has(call) && error instanceof Failure && notProven.has(error.code);

/** How long this screen may not try a PIN, a code or a staff card; 0 where it may. */
function secondsToWait(context: RpcContext, call: string): number {
  const { session } = context;
  if (session === null || !provesWho.has(call) || context.systemState().state !== 'ready') return 0;
  return session.secondsToWait(context.shop().ctx.clock.now());
}

/** And in which file it was made. */
type MadeCall = CallToRecord & { readonly inTraining: boolean };

/** A call that is to be put on record: who makes it is asked now, because a restore signs everybody out. */
function toRecord(context: RpcContext, call: string, input: unknown): MadeCall | null {
  if (context.session === null || loggedAfter(call, input) === null) return null;
  if (context.systemState().state !== 'ready') return null;
  const staffId = context.session.staffId(context.shop().ctx);
  const actor = staffId === null ? null : { staffId, approvedBy: null };
  const inTraining = context.training.isOn();
  return { call, input, actor, before: settingsBeside(context.safety), inTraining };
}

/** What cannot be put on record is told to the program's own log, and what was done stays done. */
async function keepOnRecord(context: RpcContext, made: MadeCall | null): Promise<void> {
  // What was done in training is no business of the shop's log, nor the other way round.
  if (made === null || made.inTraining !== context.training.isOn()) return;
  await Promise.resolve()
    .then(() => recordCall(context.shop(), made))
    .catch((error: unknown) =>
      context.logger.warn('a call could not be put into the log', { call: made.call, error }),
    );
}

/** A stream that is put on record once it was read to its end. */
async function* recordedStream(
  stream: AsyncGenerator<unknown>,
  context: RpcContext,
  made: MadeCall | null,
): AsyncGenerator<unknown> {
  yield* stream;
  await keepOnRecord(context, made);
}

/** Calls that say or change where the screens are, and are answered in both. */
const isAboutTraining = (call: string): boolean => call.startsWith('training.') || call === 'system.state';

/**
 * While the training is made anew or ended, what is asked in it waits; what waited for its end does not go on in the shop.
 * @throws ORPCError NotInTraining
 */
async function trainingInPlace({ training, session, logger }: RpcContext, call: string): Promise<void> {
  if (session === null || !training.isOn()) return;
  await training.settled();
  if (!training.isOn() && !isAboutTraining(call)) throw wireFailure(failure('NotInTraining'), logger, call);
}

/**
 * Stands before every call: no other reaches a shop that is not set up, nor one that whoever sits before the screen may
 * not make; and every failure of a handler or of the stream it returns, and an answer that is not what the contract says,
 * leaves as a coded one. What was refused, and what no transaction puts on record, goes into the log from here.
 */
export const guard = os.$context<RpcContext>().middleware(async ({ next, context, path }, input) => {
  const call = path.join('.');
  const { session, logger } = context;
  await trainingInPlace(context, call);
  const seconds = secondsToWait(context, call);
  // Not put on record: whoever asks without a pause would fill the log.
  if (seconds > 0) throw wireFailure(failure('PinWait', { seconds }), logger, call);
  try {
    const shop = admitted(context, call, input);
    const made = toRecord(context, call, input);
    const answer = async () => (shop ? next({ context: { shop } }) : next());
    const isInside = context.training.isOn() && !isAboutTraining(call);
    const result = await (isInside ? context.training.during(answer) : answer());
    const output: unknown = result.output;
    if (isStream(output))
      return { ...result, output: wireStream(recordedStream(output, context, made), logger, call) };
    await keepOnRecord(context, made);
    return result;
  } catch (error) {
    if (isWrongProof(error, call)) session?.countWrong(context.shop().ctx.clock.now());
    await recordRefusal(error, context.shop, session, { call, input }).catch((problem: unknown) =>
      logger.warn('a refused attempt could not be put into the log', { call, error: problem }),
    );
    throw wireFailure(withAsk(error, context, call, input), logger, call);
  }
});
