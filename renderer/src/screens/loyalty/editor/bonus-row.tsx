import { ActionIcon, Checkbox, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { BonusWindow } from '#shared/domain/loyalty/programme.ts';
import { DayField } from './day-field.tsx';
import classes from './editor.module.css';
import { FactorField } from './factor-field.tsx';
import { TextField } from './text-field.tsx';
import { TimeField } from './time-field.tsx';

/** ISO weekdays, Monday first. */
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface RowProps {
  readonly bonus: BonusWindow;
  readonly onChange: (part: Partial<BonusWindow>) => void;
}

const Weekdays = ({ bonus, onChange }: RowProps) => {
  const { t } = useTranslation('programme');
  const toggle = (weekday: number) => {
    const chosen = bonus.weekdays.includes(weekday)
      ? bonus.weekdays.filter((each) => each !== weekday)
      : [...bonus.weekdays, weekday].sort((a, b) => a - b);
    onChange({ weekdays: chosen });
  };
  return (
    <fieldset className={classes.chips}>
      <legend className="visually-hidden">{t('bonus.weekdays')}</legend>
      <button
        type="button"
        className={classes.chip}
        aria-pressed={bonus.weekdays.length === 0}
        onClick={() => onChange({ weekdays: [] })}
      >
        {t('bonus.everyDay')}
      </button>
      {weekdays.map((weekday) => (
        <button
          key={weekday}
          type="button"
          className={classes.chip}
          aria-pressed={bonus.weekdays.includes(weekday)}
          onClick={() => toggle(weekday)}
        >
          {t(`weekday.${weekday}`)}
        </button>
      ))}
    </fieldset>
  );
};

const Hours = ({ bonus, onChange }: RowProps) => {
  const { t } = useTranslation('programme');
  const { hours } = bonus;
  return (
    <div className={classes.sentence}>
      <Checkbox
        size="md"
        label={t('bonus.allDay')}
        checked={hours === null}
        onChange={(event) =>
          onChange({ hours: event.currentTarget.checked ? null : { from: 14 * 60, to: 16 * 60 } })
        }
      />
      {hours !== null && (
        <Trans
          t={t}
          i18nKey="bonus.hours"
          components={{
            from: (
              <TimeField
                label={t('bonus.from')}
                value={hours.from}
                onChange={(from) => onChange({ hours: { ...hours, from } })}
              />
            ),
            to: (
              <TimeField
                label={t('bonus.to')}
                value={hours.to}
                onChange={(to) => onChange({ hours: { ...hours, to } })}
              />
            ),
          }}
        />
      )}
    </div>
  );
};

const Days = ({ bonus, onChange }: RowProps) => {
  const { t } = useTranslation('programme');
  return (
    <div className={classes.sentence}>
      <Trans
        t={t}
        i18nKey="bonus.days"
        components={{
          first: (
            <DayField
              label={t('bonus.firstDay')}
              value={bonus.firstDay}
              onChange={(firstDay) => onChange({ firstDay })}
            />
          ),
          last: (
            <DayField
              label={t('bonus.lastDay')}
              value={bonus.lastDay}
              onChange={(lastDay) => onChange({ lastDay })}
            />
          ),
        }}
      />
    </div>
  );
};

/** One bonus window: when it is open, and how much more it gives. */
export const BonusRow = ({ bonus, onChange, onRemove }: RowProps & { readonly onRemove: () => void }) => {
  const { t } = useTranslation('programme');
  return (
    <>
      <div className={classes.partHead}>
        <TextField
          label={t('bonus.name')}
          maxLength={60}
          value={bonus.name}
          onChange={(name) => onChange({ name })}
        />
        <FactorField
          label={t('bonus.factor')}
          least="more"
          value={bonus.factor}
          onChange={(factor) => onChange({ factor })}
        />
        <Select
          size="md"
          className={classes.applies ?? ''}
          aria-label={t('bonus.applies')}
          data={(['both', 'points', 'stamps'] as const).map((value) => ({
            value,
            label: t(`bonus.${value}`),
          }))}
          value={bonus.applies}
          onChange={(applies) => {
            if (applies === 'both' || applies === 'points' || applies === 'stamps') onChange({ applies });
          }}
        />
        <ActionIcon
          variant="default"
          size={48}
          aria-label={t('bonus.remove', { name: bonus.name })}
          onClick={onRemove}
        >
          <IconTrash size={22} stroke={1.8} aria-hidden />
        </ActionIcon>
      </div>
      <Weekdays bonus={bonus} onChange={onChange} />
      <Hours bonus={bonus} onChange={onChange} />
      <Days bonus={bonus} onChange={onChange} />
    </>
  );
};
