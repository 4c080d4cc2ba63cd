import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Gift, GiftRules } from '#shared/domain/loyalty/programme.ts';
import { Card } from '../../../components/card.tsx';
import { changedAt, keyedBy, most, withoutAt } from './edit-rules.ts';
import classes from './editor.module.css';
import type { EditorProps } from './editor-props.ts';
import { GiftField } from './gift-field.tsx';
import { IssueRows } from './issue-rows.tsx';
import { NumberField } from './number-field.tsx';

interface GiftProps extends Omit<EditorProps, 'onChange'> {
  readonly change: (part: Partial<GiftRules>) => void;
  /** A gift to begin with: one stamp, or some points. */
  readonly start: Gift;
}

/** One occasion: a switch, and the sentence while it is on. */
const Occasion = ({
  name,
  isOn,
  onToggle,
  children,
}: {
  readonly name: string;
  readonly isOn: boolean;
  readonly onToggle: (on: boolean) => void;
  readonly children: ReactNode;
}) => (
  <div className={classes.occasion}>
    <Switch label={name} checked={isOn} onChange={(event) => onToggle(event.currentTarget.checked)} />
    {isOn && <div className={classes.sentence}>{children}</div>}
  </div>
);

const SignUp = ({ rules, change, start }: GiftProps) => {
  const { t } = useTranslation('programme');
  const { signUp } = rules.gifts;
  return (
    <Occasion
      name={t('gifts.name.signUp')}
      isOn={signUp !== null}
      onToggle={(on) => change({ signUp: on ? start : null })}
    >
      {signUp !== null && (
        <Trans
          t={t}
          i18nKey="gifts.signUp"
          components={{
            gift: (
              <GiftField
                label={t('gifts.name.signUp')}
                rules={rules}
                value={signUp}
                onChange={(gift) => change({ signUp: gift })}
              />
            ),
          }}
        />
      )}
    </Occasion>
  );
};

const Referral = ({ rules, change, start }: GiftProps) => {
  const { t } = useTranslation('programme');
  const { referral } = rules.gifts;
  return (
    <Occasion
      name={t('gifts.name.referral')}
      isOn={referral !== null}
      onToggle={(on) => change({ referral: on ? { referrer: start, friend: start } : null })}
    >
      {referral !== null && (
        <Trans
          t={t}
          i18nKey="gifts.referral"
          components={{
            referrer: (
              <GiftField
                label={t('gifts.referrer')}
                rules={rules}
                value={referral.referrer}
                onChange={(referrer) => change({ referral: { ...referral, referrer } })}
              />
            ),
            friend: (
              <GiftField
                label={t('gifts.friend')}
                rules={rules}
                value={referral.friend}
                onChange={(friend) => change({ referral: { ...referral, friend } })}
              />
            ),
          }}
        />
      )}
    </Occasion>
  );
};

const Birthday = ({ rules, change, start }: GiftProps) => {
  const { t } = useTranslation('programme');
  const { birthday } = rules.gifts;
  return (
    <Occasion
      name={t('gifts.name.birthday')}
      isOn={birthday !== null}
      onToggle={(on) => change({ birthday: on ? { gift: start, daysAround: 7 } : null })}
    >
      {birthday !== null && (
        <Trans
          t={t}
          i18nKey="gifts.birthday"
          count={birthday.daysAround}
          components={{
            gift: (
              <GiftField
                label={t('gifts.name.birthday')}
                rules={rules}
                value={birthday.gift}
                onChange={(gift) => change({ birthday: { ...birthday, gift } })}
              />
            ),
            days: (
              <NumberField
                label={t('gifts.daysAround')}
                min={0}
                max={31}
                value={birthday.daysAround}
                onChange={(daysAround) => change({ birthday: { ...birthday, daysAround } })}
              />
            ),
          }}
        />
      )}
    </Occasion>
  );
};

const Milestones = ({ rules, change, start }: GiftProps) => {
  const { t } = useTranslation('programme');
  const { milestones } = rules.gifts;
  const last = milestones.at(-1)?.visits ?? 0;
  return (
    <div className={classes.occasion}>
      <p className={classes.occasionName}>{t('gifts.name.milestone')}</p>
      {keyedBy(milestones, () => 'milestone').map(({ key, index, value }) => (
        <div key={key} className={classes.sentence}>
          <Trans
            t={t}
            i18nKey="gifts.milestone"
            components={{
              visits: (
                <NumberField
                  label={t('gifts.visits')}
                  max={10_000}
                  value={value.visits}
                  onChange={(visits) => change({ milestones: changedAt(milestones, index, { visits }) })}
                />
              ),
              gift: (
                <span className={classes.together}>
                  <GiftField
                    label={t('gifts.name.milestone')}
                    rules={rules}
                    value={value.gift}
                    onChange={(gift) => change({ milestones: changedAt(milestones, index, { gift }) })}
                  />
                  <ActionIcon
                    variant="default"
                    size={48}
                    aria-label={t('gifts.removeMilestone', { n: value.visits })}
                    onClick={() => change({ milestones: withoutAt(milestones, index) })}
                  >
                    <IconTrash size={22} stroke={1.8} aria-hidden />
                  </ActionIcon>
                </span>
              ),
            }}
          />
        </div>
      ))}
      <Button
        variant="default"
        className={classes.addSmall ?? ''}
        leftSection={<IconPlus size={20} aria-hidden />}
        disabled={milestones.length >= most.milestones}
        onClick={() =>
          change({
            milestones: [
              ...milestones,
              { visits: last === 0 ? 10 : Math.min(last * 2, 10_000), gift: start },
            ],
          })
        }
      >
        {t('gifts.addMilestone')}
      </Button>
    </div>
  );
};

/** Points and stamps given once for an occasion. */
export const GiftsCard = ({ rules, issues, onChange }: EditorProps) => {
  const { t } = useTranslation('programme');
  const [card] = rules.stampCards;
  const start =
    card === undefined ? { unitId: rules.pointsUnitId, amount: 10 } : { unitId: card.unitId, amount: 1 };
  const change = (part: Partial<GiftRules>) => onChange({ ...rules, gifts: { ...rules.gifts, ...part } });
  const props = { rules, issues, change, start };
  return (
    <Card title={t('gifts.title')}>
      <IssueRows issues={issues} rules={rules} place={{ kind: 'gifts' }} />
      <SignUp {...props} />
      <Referral {...props} />
      <Birthday {...props} />
      <Milestones {...props} />
    </Card>
  );
};
