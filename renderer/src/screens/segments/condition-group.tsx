import { Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Choices, ConditionFields } from './condition-fields.tsx';
import {
  type BuiltGroup,
  type BuiltRow,
  type ConditionKind,
  conditionKinds,
  isGroup,
  mostRows,
  newCondition,
  newGroup,
  withRow,
} from './conditions.ts';
import classes from './segments.module.css';

/** Conditions of which all or one must hold; the outermost group may hold groups of its own. */
export const ConditionGroup = ({
  group,
  inner,
  choices,
  onChange,
}: {
  group: BuiltGroup;
  inner: boolean;
  choices: Choices;
  onChange: (group: BuiltGroup) => void;
}) => {
  const { t } = useTranslation('segments');
  const { rows } = group;
  return (
    <>
      {(inner || rows.length > 1) && (
        <NativeSelect
          size="md"
          className={classes.match ?? ''}
          label={t('match')}
          value={group.kind}
          data={(['all', 'any'] as const).map((kind) => ({ value: kind, label: t(`matchOf.${kind}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ ...group, kind: currentTarget.value === 'any' ? 'any' : 'all' })
          }
        />
      )}
      {rows.map((row) => (
        <RowFields
          key={row.key}
          row={row}
          choices={choices}
          onChange={(changed) =>
            onChange({ ...group, rows: rows.map((one) => (one === row ? changed : one)) })
          }
          onRemove={() => onChange({ ...group, rows: rows.filter((one) => one !== row) })}
        />
      ))}
      {rows.length < mostRows && (
        <div className={classes.save}>
          <Button variant="default" onClick={() => onChange(withRow(group, newCondition('visits')))}>
            {t('add')}
          </Button>
          {!inner && (
            <Button variant="default" onClick={() => onChange(withRow(group, newGroup()))}>
              {t('addGroup')}
            </Button>
          )}
        </div>
      )}
    </>
  );
};

/** One condition, or a group of them, which holds or must not hold. */
const RowFields = ({
  row,
  choices,
  onChange,
  onRemove,
}: {
  row: BuiltRow;
  choices: Choices;
  onChange: (row: BuiltRow) => void;
  onRemove: () => void;
}) => {
  const { t } = useTranslation('segments');
  const { part } = row;
  const remove = isGroup(part) ? t('removeGroup') : t('removeCondition');
  return (
    <fieldset className={isGroup(part) ? classes.group : classes.condition}>
      <legend className="visually-hidden">{isGroup(part) ? t('group') : t(`kind.${part.kind}`)}</legend>
      <NativeSelect
        size="md"
        label={t('holds.label')}
        value={row.negated ? 'no' : 'yes'}
        data={(['yes', 'no'] as const).map((value) => ({ value, label: t(`holds.${value}`) }))}
        onChange={({ currentTarget }) => onChange({ ...row, negated: currentTarget.value === 'no' })}
      />
      {isGroup(part) ? (
        <div className={classes.inner}>
          <ConditionGroup
            inner
            group={part}
            choices={choices}
            onChange={(changed) => onChange({ ...row, part: changed })}
          />
        </div>
      ) : (
        <>
          <NativeSelect
            size="md"
            label={t('fact')}
            value={part.kind}
            data={conditionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={({ currentTarget }) =>
              onChange({ ...row, part: newCondition(currentTarget.value as ConditionKind) })
            }
          />
          <ConditionFields
            condition={part}
            choices={choices}
            onChange={(condition) => onChange({ ...row, part: condition })}
          />
        </>
      )}
      <Button variant="default" px={13} aria-label={remove} onClick={onRemove}>
        <IconX size={20} stroke={2} aria-hidden />
      </Button>
    </fieldset>
  );
};
