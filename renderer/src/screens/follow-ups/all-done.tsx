import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import drawerClasses from './drawers.module.css';
import { PersonLines } from './person-lines.tsx';

/** Everybody of today is done: that, and how many come up tomorrow. */
export const AllDone = ({ entries }: { entries: readonly FollowUpEntry[] }) => {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const [opened, setOpened] = useState<'tomorrow' | 'today' | null>(null);
  const tomorrow = useQuery(orpc.followUps.tomorrow.queryOptions()).data?.entries ?? null;
  const count = tomorrow?.length ?? 0;
  return (
    <Card className={drawerClasses.allDone ?? ''}>
      <span className={drawerClasses.bigCheck}>
        <IconCheck size={56} stroke={2.4} aria-hidden />
      </span>
      <h2 className={drawerClasses.allDoneTitle}>{t('state.allDone')}</h2>
      {tomorrow !== null && (
        <p className={drawerClasses.allDoneText}>
          {count === 0
            ? t('state.allDoneText_zero')
            : t('state.allDoneText', { count, n: format.number(count) })}
        </p>
      )}
      <div className={drawerClasses.allDoneActs}>
        {count > 0 && (
          <Button variant="default" size="lg" onClick={() => setOpened('tomorrow')}>
            {t('state.seeTomorrow')}
          </Button>
        )}
        <Button variant="default" size="lg" onClick={() => setOpened('today')}>
          {t('state.doneToday')}
        </Button>
      </div>
      <SideDrawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        size={520}
        title={t(opened === 'today' ? 'state.doneToday' : 'state.tomorrow')}
      >
        <PersonLines entries={opened === 'today' ? entries : (tomorrow ?? [])} />
      </SideDrawer>
    </Card>
  );
};
