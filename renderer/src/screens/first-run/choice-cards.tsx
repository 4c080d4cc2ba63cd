import type { IconProps } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import classes from './choice-cards.module.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly icon: ComponentType<IconProps>;
  readonly title: string;
  readonly note: string;
}

/** One of a few large cards; radio buttons underneath, so arrows and screen readers work as usual. */
export const ChoiceCards = <T extends string>({
  name,
  legend,
  choices,
  value,
  onChange,
}: {
  name: string;
  legend: string;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
}) => (
  <fieldset className={classes.set}>
    <legend className="visually-hidden">{legend}</legend>
    {choices.map(({ value: own, icon: Icon, title, note }) => (
      <label key={own} className={classes.card}>
        <input
          type="radio"
          name={name}
          value={own}
          checked={own === value}
          onChange={() => onChange(own)}
          className="visually-hidden"
        />
        <Icon size={40} stroke={1.7} className={classes.icon} aria-hidden />
        <span className={classes.title}>{title}</span>
        <span className={classes.note}>{note}</span>
      </label>
    ))}
  </fieldset>
);
