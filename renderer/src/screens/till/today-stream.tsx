import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Today } from '#shared/contract/till.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { CorrectionButtons } from './correction-buttons.tsx';
import classes from './find.module.css';
import { ParkedRows } from './parked-rows.tsx';
import { refundOfVisit } from './refund-form.ts';
import { useTillState, useTillStore } from './till-context.tsx';
import { useShownName } from './use-shown-name.ts';
import { useToday } from './use-till-data.ts';

type Visit = Today['visits'][number];

/** Shown at first; earlier ones on request. */
export const firstVisits = 60;
const allVisits = 1000;

const VisitActs = ({ visit }: { visit: Visit }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const { visitId, name, customerId, at, amount } = visit;
  return (
    <div className={classes.visitActs}>
      <Button variant="default" onClick={() => dispatch({ type: 'undo', visitId, newId: newRequestId() })}>
        {t('today.undo')}
      </Button>
      <CorrectionButtons visit={{ visitId, name, customerId, at, amount }} refund={refundOfVisit(visit)} />
    </div>
  );
};

const VisitItem = memo(
  ({
    visit,
    isLatest,
    isSelected,
    isMarked,
  }: {
    visit: Visit;
    isLatest: boolean;
    isSelected: boolean;
    isMarked: boolean;
  }) => {
    const { t } = useTranslation('till');
    const format = useFormat();
    const { dispatch } = useTillStore();
    const { visitId, amount, refunded, state, undoable, rewardNames } = visit;
    const shown = useShownName();
    const name = visit.name === null ? t('today.walkIn') : shown(visit.name);
    const time = format.time(visit.at);
    const isUndone = state === 'undone';
    return (
      <li
        className={classes.visit}
        data-selected={isSelected || isMarked || undefined}
        data-undone={isUndone || undefined}
      >
        <div className={classes.visitRow}>
          <button
            type="button"
            className={classes.visitOpen}
            disabled={!undoable}
            aria-expanded={undoable ? isSelected : undefined}
            onClick={() => dispatch({ type: 'selectVisit', visitId: isSelected ? null : visitId })}
          >
            <span className={`${classes.visitTime} num`}>{time}</span>
            <span className={classes.visitName}>
              <span>{name}</span>
              {isUndone && <small>{t('today.undone')}</small>}
              {!isUndone && rewardNames.length > 0 && <small>{t('today.rewardUsed')}</small>}
            </span>
            {amount !== null && (
              <span className={`${classes.visitSum} num`}>
                <span>{format.money(amount - refunded)}</span>
              </span>
            )}
          </button>
          {isLatest && !isSelected && (
            <button
              type="button"
              className={classes.undo}
              aria-label={t('today.undoOf', { name, time })}
              onClick={() => dispatch({ type: 'undo', visitId, newId: newRequestId() })}
            >
              <IconArrowBackUp size={22} stroke={1.9} aria-hidden />
            </button>
          )}
        </div>
        {isSelected && undoable && <VisitActs visit={visit} />}
      </li>
    );
  },
);
VisitItem.displayName = 'VisitItem';

/** Today's check-ins, newest first: the latest can be undone at once, others after a tap on them. */
export const TodayStream = () => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const { amountRule } = useShop().till;
  const { panel, selectedVisitId } = useTillState();
  const [limit, setLimit] = useState(firstVisits);
  const { data, error } = useToday(limit);
  const visits = data?.visits ?? [];
  const latest = visits.find(({ undoable }) => undoable);
  const shownVisit = panel.kind === 'receipt' ? panel.receipt.visitId : null;
  const count = data?.checkIns ?? 0;
  const checkIns = t('today.checkIns', { count, n: format.number(count) });
  const sum =
    amountRule === 'never' || count === 0
      ? checkIns
      : t('today.sum', { checkIns, amount: format.money(data?.amount ?? 0) });
  return (
    <Card flush className={classes.list} aria-label={t('today.title')}>
      <div className={classes.scroll}>
        <ParkedRows />
        <div className={classes.todayHead}>
          <h2>{t('today.title')}</h2>
          {data !== undefined && <p>{sum}</p>}
        </div>
        {data === undefined && <FailureBanner error={error} />}
        {data !== undefined && visits.length === 0 && <p className={classes.quiet}>{t('today.none')}</p>}
        {visits.length > 0 && (
          <ul className={classes.visits}>
            {visits.map((visit) => (
              <VisitItem
                key={visit.visitId}
                visit={visit}
                isLatest={visit === latest}
                isSelected={visit.visitId === selectedVisitId}
                isMarked={visit.visitId === shownVisit}
              />
            ))}
          </ul>
        )}
        {visits.length >= limit && limit < allVisits && (
          <div className={classes.more}>
            <Button variant="subtle" onClick={() => setLimit(allVisits)}>
              {t('today.earlier')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
};
