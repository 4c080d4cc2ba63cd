import { Button } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../api/request-id.ts';
import { useTillState, useTillStore } from './till-context.tsx';
import { useParked, useResume } from './use-resume.ts';

/** Sets the customer's check-in aside; where one of theirs waits already, goes on with that. */
export const ParkButton = ({ parkedId }: { parkedId: number | null }) => {
  const { t } = useTranslation('tillActs');
  const { dispatch } = useTillStore();
  const { entry } = useTillState();
  const resume = useResume();
  const waiting = useParked().find((each) => each.parkedId === parkedId);
  const icon = <IconHourglass size={20} stroke={1.9} aria-hidden />;
  if (waiting !== undefined && entry.parkedId !== waiting.parkedId) {
    return (
      <Button variant="outline" leftSection={icon} onClick={() => void resume(waiting)}>
        {t('park.resumeTheirs')}
      </Button>
    );
  }
  return (
    <Button
      variant="default"
      leftSection={icon}
      onClick={() => dispatch({ type: 'park', newId: newRequestId() })}
    >
      {t('park.act')}
    </Button>
  );
};
