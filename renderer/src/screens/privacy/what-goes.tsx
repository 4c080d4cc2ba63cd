import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonToForget } from '#shared/contract/privacy.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './privacy.module.css';

/** What forgetting somebody takes away beside what stays. */
export const WhatGoes = ({ person }: { person: PersonToForget }) => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const counted = (count: number) => ({ count, n: format.number(count) });
  const goes = [
    ...(['name', 'words', 'cards', 'estimates'] as const).map((what) => t(`forget.goesList.${what}`)),
    ...(person.copiesHere > 0 ? [t('forget.goesList.copies', counted(person.copiesHere))] : []),
  ];
  const stays = [
    t('forget.staysList.visits', counted(person.visits)),
    t('forget.staysList.months'),
    ...(person.backupsElsewhere > 0
      ? [t('forget.staysList.elsewhere', counted(person.backupsElsewhere))]
      : []),
  ];
  const lists = [
    { what: 'goes', words: goes, Icon: IconX },
    { what: 'stays', words: stays, Icon: IconCheck },
  ] as const;
  return (
    <div className={classes.lists}>
      {lists.map(({ what, words, Icon }) => (
        <Card key={what} title={t(`forget.${what}`)}>
          <ul className={classes.list}>
            {words.map((line) => (
              <li key={line} data-what={what}>
                <Icon size={20} stroke={2} aria-hidden />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
};
