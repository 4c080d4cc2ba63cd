import { Button } from '@mantine/core';
import { IconMail, IconMessage, IconPhone, type IconProps, IconSend, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import { Avatar } from '../../components/avatar.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { TierChip } from '../../components/tier-chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './follow-ups.module.css';
import { useBecauseWords } from './use-because-words.ts';

const channelIcons: Readonly<Record<FollowUpEntry['channels'][number], ComponentType<IconProps>>> = {
  call: IconPhone,
  text: IconMessage,
  email: IconMail,
  post: IconSend,
};

const Allowed = ({ entry }: { entry: FollowUpEntry }) => {
  const { t } = useTranslation('followUps');
  if (entry.channels.length === 0) return <span className={classes.notAllowed}>{t('allowed.none')}</span>;
  return (
    <ul className={classes.allowed} aria-label={t('allowed.label')}>
      {entry.channels.map((channel, index) => {
        const Icon = channelIcons[channel];
        // The best way is shown; the others are on the buttons below, so they are only read out here.
        return (
          <li key={channel} className={index === 0 ? classes.allowedWay : 'visually-hidden'}>
            <Icon size={18} stroke={1.9} aria-hidden />
            {t(`allowed.${channel}`)}
          </li>
        );
      })}
    </ul>
  );
};

const Head = ({ entry }: { entry: FollowUpEntry }) => {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const navigate = useNavigate();
  const { customerId, name, tier, visits, yearValue, others } = entry;
  const visitWords = t('fact.visits', { count: visits, n: format.number(visits) });
  return (
    <header className={classes.head}>
      <Avatar name={name} size={60} accent />
      <div className={classes.who}>
        <h2 className={classes.name}>{name}</h2>
        <p className={`${classes.meaning} num`}>
          {tier !== null && tier.of > 1 && <TierChip name={tier.name} index={tier.index} of={tier.of} />}
          <span>
            {yearValue === null || yearValue <= 0
              ? visitWords
              : t('yearAndVisits', { money: format.wholeMoney(yearValue), visits: visitWords })}
          </span>
          {others.length > 0 && (
            <span>{t('also', { reasons: others.map((reason) => t(`group.${reason}`)).join(', ') })}</span>
          )}
        </p>
      </div>
      <Allowed entry={entry} />
      <Button
        variant="default"
        aria-label={t('profile')}
        onClick={() =>
          void navigate({ to: '/customers/$customerId', params: { customerId: String(customerId) } })
        }
      >
        <IconUser size={22} stroke={1.9} aria-hidden />
      </Button>
    </header>
  );
};

/** Who they are, why today in three facts, and how they may be reached. */
export const PersonFacts = ({ entry }: { entry: FollowUpEntry }) => {
  const { t } = useTranslation('followUps');
  const words = useBecauseWords();
  return (
    <>
      <Head entry={entry} />
      <dl className={classes.facts}>
        {words(entry).facts.map(({ label, text }) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {entry.channels.length === 0 && <HintRow tone="warn">{t('allowed.noneText')}</HintRow>}
    </>
  );
};
