import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../i18n/use-format.ts';
import { useStayHere } from '../../shell/stay-here.ts';
import classes from './restore.module.css';

/** No key of the shell may lead away from a restore. */
const useNoKeys = (): void => {
  useEffect(() => {
    const stop = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    globalThis.addEventListener('keydown', stop, { capture: true });
    return () => globalThis.removeEventListener('keydown', stop, { capture: true });
  }, []);
};

/** Over everything while the shop's file is exchanged: the till is closed for that moment. */
export const RestoreRunning = ({
  percent,
  format,
  back = false,
}: {
  percent: number;
  format: Format;
  /** Whether a restore is being taken back. */
  back?: boolean;
}) => {
  const { t } = useTranslation('restore');
  const title = t(back ? 'running.titleBack' : 'running.title');
  useStayHere(true);
  useNoKeys();
  return (
    <Modal
      opened
      fullScreen
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      onClose={() => undefined}
      title={<span className="visually-hidden">{title}</span>}
    >
      <div className={classes.running}>
        <p className={classes.runningTitle}>{title}</p>
        <div
          className={classes.bar}
          role="progressbar"
          aria-label={title}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <div className={classes.filled} style={{ width: `${percent}%` }} />
        </div>
        <p className="num">{format.percent(percent / 100, 0)}</p>
        <p className={classes.quiet}>{t('running.note')}</p>
      </div>
    </Modal>
  );
};
