import type { TFunction } from 'i18next';
import type { SignInState } from './use-sign-in.ts';

/** Minutes and seconds, as on a kitchen clock. */
const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** The sentence for what became of a try; empty where the circles say it all. */
export const signInWords = (
  t: TFunction<'staff'>,
  sentence: (error: unknown) => string,
  state: SignInState,
): string => {
  switch (state.kind) {
    case 'ready':
      return '';
    case 'checking':
      return t('lock.checking');
    case 'wrong':
      return state.left > 0 ? t('lock.left', { count: state.left }) : t('lock.lastTry');
    case 'waiting':
      return t('lock.wait', { time: clockOf(state.seconds) });
    case 'waitOver':
      return t('lock.waitOver');
    case 'failed':
      return sentence(state.error);
  }
};
