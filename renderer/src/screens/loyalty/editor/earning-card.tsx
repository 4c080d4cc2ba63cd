import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { changeStampCard, most, newStampCard, withoutAt } from './edit-rules.ts';
import type { EditorProps } from './editor-props.ts';
import { IssueRows } from './issue-rows.tsx';
import { PointsRules } from './points-rules.tsx';
import { StampCardRules } from './stamp-card-rules.tsx';
import { useNewId } from './use-new-id.ts';

/** How points and stamps are earned. */
export const EarningCard = (props: EditorProps) => {
  const { t } = useTranslation('programme');
  const { rules, issues, onChange } = props;
  const { stampCards } = rules;
  const { withNewId, isPending, error } = useNewId();
  const add = () =>
    withNewId('units', (unitId) =>
      onChange({ ...rules, stampCards: [...stampCards, newStampCard(unitId, t('stamps.newName'))] }),
    );
  return (
    <Card
      title={t('earning.title')}
      aside={
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          disabled={stampCards.length >= most.stampCards}
          loading={isPending}
          onClick={add}
        >
          {t('stamps.add')}
        </Button>
      }
    >
      <FailureBanner error={error} />
      <IssueRows issues={issues} rules={rules} place={{ kind: 'earning' }} />
      <PointsRules {...props} />
      {stampCards.map((card, index) => (
        <StampCardRules
          key={card.unitId}
          card={card}
          onChange={(part) => onChange(changeStampCard(rules, index, part))}
          onRemove={() => onChange({ ...rules, stampCards: withoutAt(stampCards, index) })}
        />
      ))}
    </Card>
  );
};
