import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './side-cards.module.css';

/** A question with its answer in force and the two answers, of which neither is chosen until somebody was asked. */
export const PermissionRow = ({
  name,
  question,
  said,
  granted,
  isBusy,
  onAnswer,
  children,
}: {
  name: string;
  /** For screen readers. */
  question: string;
  said: string;
  granted: boolean | undefined;
  isBusy: boolean;
  onAnswer: (granted: boolean) => void;
  children?: ReactNode;
}) => {
  const { t } = useTranslation('customers');
  return (
    <fieldset className={classes.permission}>
      <legend className="visually-hidden">{question}</legend>
      <div className={classes.permissionWords}>
        <p className={classes.permissionName}>{name}</p>
        <p className={classes.permissionSaid}>{said}</p>
      </div>
      {[true, false].map((answer) => {
        const chosen = granted === answer;
        const Icon = answer ? IconCheck : IconX;
        return (
          <Button
            key={String(answer)}
            variant={chosen ? 'light' : 'default'}
            aria-pressed={chosen}
            disabled={isBusy}
            px={14}
            leftSection={chosen ? <Icon size={18} stroke={2.2} aria-hidden /> : null}
            onClick={() => {
              if (!chosen) onAnswer(answer);
            }}
          >
            {t(answer ? 'permissions.yes' : 'permissions.no')}
          </Button>
        );
      })}
      {children}
    </fieldset>
  );
};
