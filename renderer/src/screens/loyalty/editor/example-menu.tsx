import { Button, Menu } from '@mantine/core';
import { IconHistory, IconTemplate } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type PresetKind, presetsFor } from '#shared/domain/loyalty/presets.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { client } from '../../../api/client.ts';
import { FailureBanner } from '../../../components/error-state.tsx';
import { HintRow } from '../../../components/hint-row.tsx';
import { useShop } from '../../../shell/shop-context.tsx';
import classes from '../loyalty.module.css';
import editorClasses from './editor.module.css';

/** What there is to begin with: complete programmes, and every version there has been. */
export const ExampleMenu = ({
  onTake,
  onVersions,
}: {
  readonly onTake: (rules: ProgrammeRules) => void;
  readonly onVersions: () => void;
}) => {
  const { t } = useTranslation(['programme', 'versions']);
  const { kind } = useShop().shop;
  const fetch = useMutation({
    mutationFn: (preset: PresetKind) => client.loyalty.preset({ kind: preset }),
    onSuccess: ({ rules }) => onTake(rules),
  });
  return (
    <div className={classes.starts}>
      <FailureBanner error={fetch.error} />
      <Menu position="bottom-end" shadow="md" width={420}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconTemplate size={20} stroke={1.9} aria-hidden />}
            loading={fetch.isPending}
          >
            {t('example.open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label className={editorClasses.exampleLabel ?? ''}>{t('example.text')}</Menu.Label>
          {presetsFor[kind].map((preset) => (
            <Menu.Item
              key={preset}
              className={editorClasses.exampleItem ?? ''}
              onClick={() => fetch.mutate(preset)}
            >
              <strong>{t(`example.name.${preset}`)}</strong>
              <span>{t(`example.about.${preset}`)}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        leftSection={<IconHistory size={20} stroke={1.9} aria-hidden />}
        onClick={onVersions}
      >
        {t('versions:open')}
      </Button>
    </div>
  );
};

/** Said when an example or an earlier version has replaced the draft, with the way back. */
export const TakenHint = ({ onBack }: { readonly onBack: () => void }) => {
  const { t } = useTranslation(['programme', 'common']);
  return (
    <HintRow
      tone="good"
      live
      action={
        <Button variant="default" onClick={onBack}>
          {t('common:undo')}
        </Button>
      }
    >
      {t('example.taken')}
    </HintRow>
  );
};
