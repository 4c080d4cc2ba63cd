import { IconBackspace } from '@tabler/icons-react';
import { type MouseEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './pin-pad.module.css';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** As many as a PIN can have digits. */
const places = [1, 2, 3, 4, 5, 6, 7, 8] as const;

const keepFocus = (event: MouseEvent): void => event.preventDefault();

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [role="option"]') !== null;

/**
 * Digits of a PIN by touch and by keyboard, shown as filled circles. Keys typed anywhere but in a field count, so that the
 * PIN can be typed without aiming; Backspace takes the last one back, Enter is `onEnter`. Enter stays free for that: a key that is
 * touched takes no focus, and whoever went to the keys with Tab and types leaves them.
 */
export const PinPad = ({
  label,
  value,
  circles,
  most,
  disabled = false,
  onChange,
  onEnter,
}: {
  label: string;
  value: string;
  /** Circles shown; more digits add their own. */
  circles: number;
  most: number;
  disabled?: boolean;
  onChange: (value: string) => void;
  onEnter?: () => void;
}) => {
  const { t } = useTranslation('staff');
  const id = useId();
  const pad = useRef<HTMLElement>(null);
  const press = (digit: string) => {
    if (!disabled && value.length < most) onChange(value + digit);
  };
  const erase = () => {
    if (!disabled) onChange(value.slice(0, -1));
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return;
      if (/^\d$/.test(event.key)) {
        press(event.key);
        if (pad.current?.contains(document.activeElement)) pad.current.focus();
      } else if (event.key === 'Backspace') erase();
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) onEnter?.();
      else return;
      event.preventDefault();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  });
  return (
    <section
      ref={pad}
      className={classes.pad}
      aria-labelledby={id}
      tabIndex={-1}
      data-autofocus
      data-disabled={disabled || undefined}
    >
      <h2 id={id} className={classes.label}>
        {label}
      </h2>
      <p className={classes.circles} role="status">
        {places.slice(0, Math.max(circles, value.length)).map((place) => (
          <span key={place} className={classes.circle} data-filled={place <= value.length || undefined} />
        ))}
        <span className="visually-hidden">{t('pad.entered', { count: value.length })}</span>
      </p>
      <fieldset className={classes.keys}>
        <legend className="visually-hidden">{t('pad.keys')}</legend>
        {keys.map((digit) => (
          <button
            key={digit}
            type="button"
            className={classes.key}
            data-zero={digit === '0' || undefined}
            onMouseDown={keepFocus}
            onClick={() => press(digit)}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          className={classes.key}
          aria-label={t('pad.erase')}
          onMouseDown={keepFocus}
          onClick={erase}
        >
          <IconBackspace size={28} stroke={1.9} aria-hidden />
        </button>
      </fieldset>
    </section>
  );
};
