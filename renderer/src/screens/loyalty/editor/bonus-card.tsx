import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { BonusRow } from './bonus-row.tsx';
import { changedAt, most, newBonus, withoutAt } from './edit-rules.ts';
import classes from './editor.module.css';
import type { EditorProps } from './editor-props.ts';
import { IssueRows } from './issue-rows.tsx';
import { useNewId } from './use-new-id.ts';

/** Times in which more is earned. */
export const BonusCard = ({ rules, issues, onChange }: EditorProps) => {
  const { t } = useTranslation('programme');
  const { bonuses } = rules;
  const { withNewId, isPending, error } = useNewId();
  const add = () =>
    withNewId('bonuses', (id) =>
      onChange({ ...rules, bonuses: [...bonuses, newBonus(id, t('bonus.newName'))] }),
    );
  return (
    <Card
      title={t('bonus.title')}
      aside={
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          disabled={bonuses.length >= most.bonuses}
          loading={isPending}
          onClick={add}
        >
          {t('bonus.add')}
        </Button>
      }
    >
      <FailureBanner error={error} />
      {bonuses.length === 0 && <p className={classes.quiet}>{t('bonus.none')}</p>}
      {bonuses.map((bonus, index) => (
        <section key={bonus.id} className={classes.part} aria-label={bonus.name}>
          <BonusRow
            bonus={bonus}
            onChange={(part) => onChange({ ...rules, bonuses: changedAt(bonuses, index, part) })}
            onRemove={() => onChange({ ...rules, bonuses: withoutAt(bonuses, index) })}
          />
          <IssueRows issues={issues} rules={rules} place={{ kind: 'bonus', id: bonus.id }} />
        </section>
      ))}
    </Card>
  );
};
