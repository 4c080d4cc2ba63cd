import { Button, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeRules, TierScheme } from '#shared/domain/loyalty/programme.ts';
import { Card } from '../../../components/card.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { useShop } from '../../../shell/shop-context.tsx';
import { changedAt, most, newLevel, newTiers, withoutAt, withoutTiers } from './edit-rules.ts';
import classes from './editor.module.css';
import type { EditorProps } from './editor-props.ts';
import { IssueRows } from './issue-rows.tsx';
import { TierRow } from './tier-row.tsx';
import { TierWindow } from './tier-window.tsx';
import { useNewId } from './use-new-id.ts';
import { useTierPeople } from './use-tier-people.ts';

interface TiersProps extends EditorProps {
  /** The rules after the last pause of typing: people are counted by these. */
  readonly settled: ProgrammeRules;
}

interface LevelsProps extends TiersProps {
  readonly tiers: TierScheme;
}

const Levels = ({ rules, settled, issues, onChange, tiers }: LevelsProps) => {
  const { t } = useTranslation('programme');
  const unitOfMoney = 10 ** useShop().currencyDigits;
  const { withNewId, isPending, error } = useNewId();
  const people = useTierPeople(settled);
  const { levels } = tiers;
  const change = (part: Partial<TierScheme>) => onChange({ ...rules, tiers: { ...tiers, ...part } });
  const remove = (index: number) => {
    const gone = levels[index]?.id;
    const rewards = rules.rewards.map((reward) =>
      reward.tierId === gone ? { ...reward, tierId: null } : reward,
    );
    onChange({ ...rules, rewards, tiers: { ...tiers, levels: withoutAt(levels, index) } });
  };
  return (
    <>
      <TierWindow tiers={tiers} onChange={(next) => onChange({ ...rules, tiers: next })} />
      <FailureBanner error={error} />
      <ol className={classes.levels}>
        {levels.map((level, index) => (
          <li key={level.id} className={classes.level}>
            <TierRow
              level={level}
              index={index}
              tiers={tiers}
              people={people.get(level.name) ?? null}
              onChange={(part) => change({ levels: changedAt(levels, index, part) })}
              onRemove={levels.length > 1 ? () => remove(index) : null}
            />
            <IssueRows issues={issues} rules={rules} place={{ kind: 'tier', id: level.id }} />
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        className={classes.addSmall ?? ''}
        leftSection={<IconPlus size={20} aria-hidden />}
        disabled={levels.length >= most.levels}
        loading={isPending}
        onClick={() =>
          withNewId('tiers', (id) =>
            change({ levels: [...levels, newLevel(id, t('tiers.newName'), tiers, unitOfMoney)] }),
          )
        }
      >
        {t('tiers.add')}
      </Button>
    </>
  );
};

/** Levels of standing, each with how many people it would hold. */
export const TiersCard = (props: TiersProps) => {
  const { t } = useTranslation(['programme', 'presets']);
  const { rules, onChange } = props;
  const { withTwoIds, isPending, error } = useNewId();
  const toggle = (on: boolean) => {
    if (!on) onChange(withoutTiers(rules));
    else
      withTwoIds('tiers', (ids) =>
        onChange({
          ...rules,
          tiers: newTiers(ids, [t('presets:tiers.friend'), t('presets:tiers.regular')]),
        }),
      );
  };
  return (
    <Card
      title={t('tiers.title')}
      aside={
        <Switch
          aria-label={t('tiers.on')}
          checked={rules.tiers !== null}
          disabled={isPending}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
      }
    >
      <FailureBanner error={error} />
      {rules.tiers === null ? (
        <p className={classes.quiet}>{t('tiers.off')}</p>
      ) : (
        <Levels {...props} tiers={rules.tiers} />
      )}
    </Card>
  );
};
