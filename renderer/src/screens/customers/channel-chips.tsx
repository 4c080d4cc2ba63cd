import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ContactChannel, contactChannels } from '#shared/domain/consent/consent.ts';
import classes from './side-cards.module.css';

/** The ways to be contacted, each given or withdrawn by one tap. */
export const ChannelChips = ({
  isGranted,
  isBusy,
  onAnswer,
}: {
  isGranted: (channel: ContactChannel) => boolean;
  isBusy: boolean;
  onAnswer: (channel: ContactChannel, granted: boolean) => void;
}) => {
  const { t } = useTranslation('customers');
  return (
    <div className={classes.channels}>
      {contactChannels.map((channel) => {
        const granted = isGranted(channel);
        const Icon = granted ? IconCheck : IconX;
        return (
          <Button
            key={channel}
            size="sm"
            h={44}
            px={12}
            variant={granted ? 'light' : 'default'}
            aria-pressed={granted}
            disabled={isBusy}
            leftSection={<Icon size={16} stroke={2.2} aria-hidden />}
            onClick={() => onAnswer(channel, !granted)}
          >
            {granted
              ? t(`permissions.${channel}`)
              : t('permissions.channelNo', { channel: t(`permissions.${channel}`) })}
          </Button>
        );
      })}
    </div>
  );
};
