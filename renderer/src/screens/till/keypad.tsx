import { IconBackspace } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './act.module.css';
import { useTillStore } from './till-context.tsx';

const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '00', '0'] as const;

/** The amount by touch, cents first. */
export const Keypad = memo(() => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  return (
    <section className={classes.keypad} aria-label={t('amount.keypad')}>
      {keys.map((digits) => (
        <button
          key={digits}
          type="button"
          className={classes.key}
          onClick={() => dispatch({ type: 'digits', digits })}
        >
          {digits}
        </button>
      ))}
      <button
        type="button"
        className={classes.key}
        aria-label={t('amount.erase')}
        onClick={() => dispatch({ type: 'erase' })}
      >
        <IconBackspace size={28} stroke={1.9} aria-hidden />
      </button>
    </section>
  );
});
Keypad.displayName = 'Keypad';
