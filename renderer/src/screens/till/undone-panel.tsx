import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { EscapeButton } from './escape-button.tsx';
import classes from './know.module.css';
import receiptClasses from './know-receipt.module.css';
import { PersonName } from './panel-head.tsx';
import { ChangeLine } from './receipt-panel.tsx';
import { useTillStore } from './till-context.tsx';
import type { UndoneVisit } from './till-panels.ts';

/** The visit was taken back: what the balances are again, and the way to enter it correctly. */
export const UndonePanel = ({ undone }: { undone: UndoneVisit }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const { dispatch } = useTillStore();
  const { person, amount, changes } = undone;
  return (
    <>
      <div role="status">
        <header className={classes.head}>
          <span className={classes.sign} data-tone="soft">
            <IconArrowBackUp size={34} stroke={2} aria-hidden />
          </span>
          <div className={classes.who}>
            <p className={classes.welcome}>{t('undone.title')}</p>
            <PersonName name={person?.name ?? t('undone.walkIn')} />
          </div>
        </header>
        <dl className={receiptClasses.lines}>
          {amount !== null && (
            <div className={receiptClasses.line} data-total data-undone>
              <dt>{t('receipt.total')}</dt>
              <dd className="num">{format.money(amount)}</dd>
            </div>
          )}
          {changes.map((change) => (
            <ChangeLine key={change.unitId} change={change} />
          ))}
        </dl>
        <p className={receiptClasses.served}>{t('undone.text')}</p>
      </div>
      <div className={classes.grow} />
      <div className={classes.acts}>
        <EscapeButton label={t('undone.close')} />
        <Button variant="outline" size="lg" onClick={() => dispatch({ type: 'correct' })}>
          {t('undone.correct')}
        </Button>
      </div>
    </>
  );
};
