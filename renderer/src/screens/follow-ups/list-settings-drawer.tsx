import { Button, Checkbox, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpSettings } from '#shared/contract/follow-ups.ts';
import { followUpReasons } from '#shared/domain/follow-ups/reasons.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import drawerClasses from './drawers.module.css';
import classes from './follow-ups.module.css';
import { useFollowUpsChanged } from './use-record.ts';

/** Numbers of the list with the least and the most they may be. */
const numbers = [
  ['perDay', 1, 60],
  ['birthdayDays', 0, 30],
  ['firstVisitDays', 1, 120],
  ['expiringDays', 1, 90],
  ['silentDays', 7, 365],
  ['gapDays', 0, 90],
  ['perMonth', 1, 10],
] as const;

interface PartProps {
  readonly draft: FollowUpSettings;
  readonly change: (part: Partial<FollowUpSettings>) => void;
}

/** Promises are never left out, so they cannot be taken off. */
const Reasons = ({ draft, change }: PartProps) => {
  const { t } = useTranslation('followUps');
  return (
    <Checkbox.Group
      label={t('settings.reasons')}
      value={[...draft.reasons]}
      onChange={(chosen) => change({ reasons: followUpReasons.filter((one) => chosen.includes(one)) })}
    >
      {followUpReasons
        .filter((reason) => reason !== 'promise')
        .map((reason) => (
          <Checkbox
            key={reason}
            value={reason}
            label={t(`group.${reason}`)}
            className={drawerClasses.check ?? ''}
          />
        ))}
    </Checkbox.Group>
  );
};

const AfterItems = ({ draft, change }: PartProps) => {
  const { t } = useTranslation('followUps');
  const items = useQuery(orpc.items.list.queryOptions()).data?.items ?? [];
  const categories = [...new Set(items.map(({ category }) => category).filter((one) => one !== ''))];
  const left = categories.filter((one) => !draft.afterItems.some(({ category }) => category === one));
  return (
    <fieldset className={drawerClasses.afterItems}>
      <legend>{t('settings.afterItems')}</legend>
      {categories.length === 0 && <p className={classes.quiet}>{t('settings.noCategories')}</p>}
      {draft.afterItems.map(({ category, days }) => (
        <div key={category} className={drawerClasses.afterItem}>
          <NumberInput
            label={category}
            suffix={` ${t('settings.days').toLowerCase()}`}
            min={1}
            max={365}
            hideControls
            value={days}
            onChange={(value) => {
              if (typeof value !== 'number') return;
              const changed = draft.afterItems.map((one) =>
                one.category === category ? { category, days: value } : one,
              );
              change({ afterItems: changed });
            }}
          />
          <Button
            variant="default"
            aria-label={t('settings.remove', { category })}
            onClick={() =>
              change({ afterItems: draft.afterItems.filter((one) => one.category !== category) })
            }
          >
            <IconX size={20} stroke={1.9} aria-hidden />
          </Button>
        </div>
      ))}
      {left.length > 0 && (
        <Select
          label={t('settings.add')}
          data={left}
          value={null}
          onChange={(category) => {
            if (category !== null) change({ afterItems: [...draft.afterItems, { category, days: 7 }] });
          }}
        />
      )}
    </fieldset>
  );
};

const Form = ({ settings, onSaved }: { settings: FollowUpSettings; onSaved: () => void }) => {
  const { t } = useTranslation('followUps');
  const changed = useFollowUpsChanged();
  const idFor = useRequestIds();
  const [draft, setDraft] = useState(settings);
  const save = useMutation(orpc.followUps.setSettings.mutationOptions());
  const make = useMutation(orpc.followUps.make.mutationOptions());
  const change = (part: Partial<FollowUpSettings>) => setDraft({ ...draft, ...part });
  const submit = async (again: boolean) => {
    try {
      await save.mutateAsync({ requestId: idFor(draft), ...draft });
      if (again) await make.mutateAsync(undefined);
    } catch {
      // What failed is said above the buttons.
      return;
    }
    await changed();
    onSaved();
  };
  const isBusy = save.isPending || make.isPending;
  return (
    <form
      className={drawerClasses.settings}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(false);
      }}
    >
      <p className={classes.quiet}>{t('settings.text')}</p>
      <Reasons draft={draft} change={change} />
      <div className={drawerClasses.numbers}>
        {numbers.map(([key, min, max]) => (
          <NumberInput
            key={key}
            label={t(`settings.${key}`)}
            min={min}
            max={max}
            clampBehavior="blur"
            allowDecimal={false}
            hideControls
            value={draft[key]}
            onChange={(value) => {
              if (typeof value === 'number') change({ [key]: value });
            }}
          />
        ))}
      </div>
      <AfterItems draft={draft} change={change} />
      <FailureBanner error={save.error ?? make.error} />
      <div className={classes.formActs}>
        <Button type="submit" disabled={isBusy}>
          {t('settings.save')}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => void submit(true)}>
          {t('settings.saveAndMake')}
        </Button>
      </div>
    </form>
  );
};

/** What the owner decides about the list. */
export const ListSettingsDrawer = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation('followUps');
  const settings = useQuery(orpc.followUps.settings.queryOptions({ enabled: opened }));
  return (
    <SideDrawer opened={opened} onClose={onClose} size={520} title={t('settings.title')}>
      <FailureBanner error={settings.error} />
      {settings.data !== undefined && <Form settings={settings.data} onSaved={onClose} />}
    </SideDrawer>
  );
};
