import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { csvOfToday } from '../services/playbook-csv.ts';
import { playbooksLearned } from '../services/playbook-learned.ts';
import { exampleOf, giveTreat, playbookWordsFor, wordsOfToday } from '../services/playbook-words.ts';
import { allPlaybooks, playbookChanges, resetPlaybook, savePlaybook } from '../services/playbooks.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.playbooks).$context<RpcContext>().use(guard);

/** playbooks: contract -> service, one line each. */
export const playbooksCalls: Router<typeof contract.playbooks, RpcContext> = {
  list: os.list.handler(({ context }) => allPlaybooks(context.shop().ctx)),
  learned: os.learned.handler(({ context }) => playbooksLearned(context.shop().ctx, context.shop().figures)),
  history: os.history.handler(({ context, input }) => playbookChanges(context.shop().ctx, input.situation)),
  save: os.save.handler(({ context, input }) => savePlaybook(context.shop().ctx, input)),
  reset: os.reset.handler(({ context, input }) => resetPlaybook(context.shop().ctx, input)),
  words: os.words.handler(({ context, input }) => playbookWordsFor(context.shop().ctx, input)),
  wordsOfToday: os.wordsOfToday.handler(({ context }) => wordsOfToday(context.shop().ctx)),
  csvOfToday: os.csvOfToday.handler(({ context, input }) => csvOfToday(context.shop().ctx, input.language)),
  give: os.give.handler(({ context, input }) => giveTreat(context.shop().ctx, input)),
  example: os.example.handler(({ context, input }) => exampleOf(context.shop().ctx, input)),
};
