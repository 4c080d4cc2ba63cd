import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../api/request-id.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './find.module.css';
import { useTillState, useTillStore } from './till-context.tsx';
import { useParked, useResume } from './use-resume.ts';
import { useShownName } from './use-shown-name.ts';

/** Check-ins that wait, above today's: go on with one, or give it up. */
export const ParkedRows = () => {
  const { t } = useTranslation(['tillActs', 'till']);
  const format = useFormat();
  const { dispatch } = useTillStore();
  const { entry } = useTillState();
  const resume = useResume();
  const shown = useShownName();
  const waiting = useParked().filter(({ parkedId }) => parkedId !== entry.parkedId);
  if (waiting.length === 0) return null;
  return (
    <section className={classes.parked} aria-label={t('park.title')}>
      <h2>{t('park.title')}</h2>
      <ul className={classes.visits}>
        {waiting.map((parked) => {
          const name = parked.customerName === null ? t('till:today.walkIn') : shown(parked.customerName);
          return (
            <li key={parked.parkedId} className={classes.parkedRow}>
              <span className={classes.visitName}>
                <span>{name}</span>
                <small className="num">
                  {[format.time(parked.at), parked.amount === null ? null : format.money(parked.amount)]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </small>
              </span>
              <Button variant="default" px={12} onClick={() => void resume(parked)}>
                {t('park.resume')}
                <span className="visually-hidden">: {name}</span>
              </Button>
              <ActionIcon
                variant="default"
                size={48}
                aria-label={t('park.release', { name })}
                onClick={() =>
                  dispatch({
                    type: 'release',
                    parkedId: parked.parkedId,
                    name: parked.customerName,
                    newId: newRequestId(),
                  })
                }
              >
                <IconTrash size={20} stroke={1.8} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
