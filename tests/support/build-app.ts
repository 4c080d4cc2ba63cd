import { buildMissing } from '#electron/launch/build-missing.ts';

/** Global set-up of the tests that run the built app: builds what is missing or out of date. */
export async function setup(): Promise<void> {
  await buildMissing({ force: false, say: () => undefined });
}
