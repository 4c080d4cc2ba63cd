import { presetWords } from '#electron/services/playbook-presets.ts';
import type { PlaybookContent } from '#shared/contract/playbooks.ts';
import { presetPlaybook } from '#shared/domain/playbooks/playbook.ts';
import { aRequest } from '#tests/support/shop.ts';
import { type Scenarios, type Scene, usedRequest } from './failure-scene.ts';

const preset = presetPlaybook('birthday', { kind: 'cafe', currency: 'EUR' }, presetWords('birthday', 'cafe'));

/** What a playbook may say. */
export const aPlaybook: PlaybookContent = {
  ...preset,
  channels: [...preset.channels],
  words: { ...preset.words },
};

const about = { customerId: 1, reason: 'birthday' } as const;

/** An input that fits, for every call of playbooks that needs one. */
export const playbookInputs: Readonly<Record<string, unknown>> = {
  'playbooks.history': { situation: 'birthday' },
  'playbooks.save': { requestId: 'request-80', situation: 'birthday', content: aPlaybook },
  'playbooks.reset': { requestId: 'request-81', situation: 'birthday' },
  'playbooks.words': about,
  'playbooks.csvOfToday': { language: 'en' },
  'playbooks.give': { requestId: 'request-82', ...about },
  'playbooks.example': { situation: 'birthday', customerId: null, language: 'en' },
};

const save = ({ client }: Scene, change: Partial<PlaybookContent> = {}) =>
  client.playbooks.save({
    requestId: aRequest(),
    situation: 'birthday',
    content: { ...aPlaybook, ...change },
  });

const give = ({ client, aino }: Scene, change: object = {}) =>
  client.playbooks.give({ requestId: aRequest(), customerId: aino, reason: 'birthday', ...change });

/** How to come by every failure of the calls about playbooks. */
export const playbookFailures: Scenarios = {
  'playbooks.save': {
    InvalidValue: (scene) => save(scene, { words: {} }),
    NotFound: (scene) =>
      save(scene, {
        gift: { kind: 'birthday', benefit: { kind: 'item', itemId: 999 }, cost: 100, days: 30 },
      }),
    RequestIdReused: async (scene) =>
      scene.client.playbooks.save({
        requestId: await usedRequest(scene),
        situation: 'birthday',
        content: aPlaybook,
      }),
  },
  'playbooks.reset': {
    RequestIdReused: async (scene) =>
      scene.client.playbooks.reset({ requestId: await usedRequest(scene), situation: 'birthday' }),
  },
  'playbooks.words': {
    NotFound: ({ client }) => client.playbooks.words({ customerId: 999, reason: null }),
  },
  'playbooks.example': {
    NotFound: ({ client }) =>
      client.playbooks.example({ situation: 'birthday', customerId: 999, language: 'en' }),
  },
  'playbooks.give': {
    NotFound: (scene) => give(scene, { customerId: 999 }),
    InvalidValue: (scene) => give(scene, { reason: 'firstVisit' }),
    BudgetExceeded: async (scene) => {
      await scene.client.vouchers.setBudget({ requestId: aRequest(), kind: 'surprise', perMonth: 1 });
      return give(scene, { reason: 'milestone' });
    },
    RequestIdReused: async (scene) => give(scene, { requestId: await usedRequest(scene) }),
  },
};
