import { Button } from '@mantine/core';
import {
  IconCopy,
  IconGift,
  IconMail,
  IconMessage,
  IconPhone,
  IconPrinter,
  type IconProps,
  IconSend,
  IconUserCheck,
} from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WordsForPerson } from '#shared/contract/playbooks.ts';
import type { FollowUpReason } from '#shared/domain/follow-ups/reasons.ts';
import { orpc } from '../../../api/queries.ts';
import { useRequestIds } from '../../../api/request-id.ts';
import { FailureBanner } from '../../../components/error-state.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import classes from './means.module.css';
import { ScanCode } from './scan-code.tsx';
import { Script } from './script.tsx';
import { useCopy } from './use-copy.ts';
import { type Way, wordsOfWay } from './way-words.ts';

const icons: Readonly<Record<Way['channel'], ComponentType<IconProps>>> = {
  call: IconPhone,
  text: IconMessage,
  email: IconMail,
  post: IconSend,
  inPerson: IconUserCheck,
};

/** Their number is what is looked for on the button. */
const phoned: readonly Way['channel'][] = ['call', 'text'];

interface About {
  readonly customerId: number;
  readonly reason: FollowUpReason | null;
  /** Hears which way was chosen. */
  readonly onWay?: ((channel: Way['channel']) => void) | undefined;
}

/** What to say to somebody and the means to say it: a number or a code for a phone, the words as text, paper, a treat. */
export const Means = (about: About) => {
  const { customerId, reason, onWay } = about;
  const answer = useQuery({
    ...orpc.playbooks.words.queryOptions({ input: { customerId, reason } }),
    placeholderData: keepPreviousData,
  });
  if (answer.data === undefined) return <FailureBanner error={answer.error} />;
  return <MeansOf key={`${customerId} ${reason}`} words={answer.data} reason={reason} onWay={onWay} />;
};

const MeansOf = ({ words, reason, onWay }: Pick<About, 'reason' | 'onWay'> & { words: WordsForPerson }) => {
  const { t } = useTranslation(['playbooks', 'followUps']);
  const [chosen, setChosen] = useState<Way['channel'] | null>(null);
  const way = words.ways.find(({ channel }) => channel === chosen) ?? words.ways[0];
  if (way === undefined) return null;
  const text = wordsOfWay(words, way.channel);
  return (
    <section className={classes.means} aria-label={t('means.label')}>
      <div className={classes.ways}>
        {words.ways.map((one) => {
          const Icon = icons[one.channel];
          return (
            <Button
              key={one.channel}
              variant={one === way ? 'light' : 'default'}
              className={classes.way ?? ''}
              aria-pressed={one === way}
              aria-label={one === way ? t(`means.${one.channel}`, { number: one.shown }) : undefined}
              leftSection={<Icon size={20} stroke={1.9} aria-hidden />}
              onClick={() => {
                setChosen(one.channel);
                onWay?.(one.channel);
              }}
            >
              {one === way && phoned.includes(one.channel)
                ? one.shown
                : t(`followUps:channel.${one.channel}`)}
            </Button>
          );
        })}
      </div>
      <div className={classes.columns}>
        <div className={classes.say}>
          <Script words={words} channel={way.channel} />
          <Acts words={words} reason={reason} text={text} />
        </div>
        <ScanCode way={way} />
      </div>
    </section>
  );
};

/** The words as text, on paper, and the treat that goes with them. */
const Acts = ({
  words,
  reason,
  text,
}: {
  words: WordsForPerson;
  reason: FollowUpReason | null;
  text: string;
}) => {
  const { t } = useTranslation('playbooks');
  const navigate = useNavigate();
  const { copy, stateOf } = useCopy();
  const state = stateOf(text);
  const paper = { customer: words.customerId, ...(reason === null ? {} : { reason }) };
  return (
    <>
      <div className={classes.ways}>
        <Button
          variant="default"
          leftSection={<IconCopy size={20} stroke={1.9} aria-hidden />}
          onClick={() => copy(text)}
        >
          {t('means.copy')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
          onClick={() => void navigate({ to: '/follow-ups/print', search: { what: 'cards', ...paper } })}
        >
          {t('means.print')}
        </Button>
        <Treat words={words} reason={reason} />
      </div>
      {state !== null && (
        <p role="status" className={classes.note}>
          {t(state === 'copied' ? 'means.copied' : 'means.copyFailed')}
        </p>
      )}
    </>
  );
};

/** Gives the gift of the playbook, once; from then on the words mention it. */
const Treat = ({ words, reason }: { words: WordsForPerson; reason: FollowUpReason | null }) => {
  const { t } = useTranslation('playbooks');
  const format = useFormat();
  const cache = useQueryClient();
  const idFor = useRequestIds();
  const { customerId, gift } = words;
  const give = useMutation(
    orpc.playbooks.give.mutationOptions({
      onSuccess: async (fresh) => {
        cache.setQueryData(orpc.playbooks.words.queryKey({ input: { customerId, reason } }), fresh);
        await Promise.all(
          [orpc.vouchers.key(), orpc.customers.key(), orpc.till.key()].map((queryKey) =>
            cache.invalidateQueries({ queryKey }),
          ),
        );
      },
    }),
  );
  if (gift === null) return null;
  const { given, name, lastDay } = gift;
  if (given !== null) {
    return (
      <p role="status" className={classes.given}>
        {t('means.treated', { gift: name, code: given.code, day: format.dayOfMonth(lastDay) })}
      </p>
    );
  }
  const asked = { customerId, reason };
  return (
    <>
      <Button
        variant="default"
        loading={give.isPending}
        leftSection={<IconGift size={20} stroke={1.9} aria-hidden />}
        onClick={() => give.mutate({ requestId: idFor(asked), ...asked })}
      >
        {t('means.treat', { gift: name })}
      </Button>
      <p className={classes.note}>{t('means.treatHint')}</p>
      <FailureBanner error={give.error} />
    </>
  );
};
