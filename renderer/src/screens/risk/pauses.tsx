import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './pauses.module.css';

export interface Pause {
  readonly id: number;
  readonly from: string;
  readonly to: string;
}

/** Days that do not count as waiting: those written down, each to be taken back, and a form for more. */
export const Pauses = ({
  pauses,
  isAdding,
  onAdd,
  onTakeBack,
}: {
  pauses: readonly Pause[];
  isAdding: boolean;
  /** Resolves when the days are kept; the fields are emptied then. */
  onAdd: (from: string, to: string) => Promise<unknown>;
  onTakeBack: (id: number) => void;
}) => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const spanOf = (pause: Pause): string =>
    pause.from === pause.to
      ? format.date(pause.from)
      : `${format.date(pause.from)} – ${format.date(pause.to)}`;
  const add = (first: string): void => {
    onAdd(first, to ?? first).then(
      () => {
        setFrom(null);
        setTo(null);
      },
      // The caller shows why; what was typed stays.
      () => undefined,
    );
  };
  return (
    <div className={classes.pauses}>
      {pauses.map((pause) => (
        <div key={pause.id} className={classes.row}>
          <span className="num">{spanOf(pause)}</span>
          <ActionIcon
            variant="subtle"
            size={48}
            aria-label={t('pause.takeBack', { days: spanOf(pause) })}
            onClick={() => onTakeBack(pause.id)}
          >
            <IconTrash size={20} stroke={1.9} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (from !== null) add(from);
        }}
      >
        <DayInput label={t('pause.from')} value={from} onChange={setFrom} />
        <DayInput label={t('pause.to')} value={to} onChange={setTo} />
        <Button type="submit" disabled={from === null} loading={isAdding}>
          {t('pause.add')}
        </Button>
      </form>
    </div>
  );
};
