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
import classes from './editor.module.css';

/** Complete programmes to start from; what was there before can be taken back. */
export const ExampleMenu = ({
  before,
  onTake,
  onBack,
  onVersions,
}: {
  /** What an example or an earlier version has replaced; null when there is nothing to take back. */
  readonly before: ProgrammeRules | null;
  readonly onTake: (rules: ProgrammeRules) => void;
  readonly onBack: (rules: ProgrammeRules) => void;
  readonly onVersions: () => void;
}) => {
  const { t } = useTranslation(['programme', 'common', 'versions']);
  const { kind } = useShop().shop;
  const fetch = useMutation({
    mutationFn: (preset: PresetKind) => client.loyalty.preset({ kind: preset }),
    onSuccess: ({ rules }) => onTake(rules),
  });
  return (
    <>
      <FailureBanner error={fetch.error} />
      {before !== null && (
        <HintRow
          tone="good"
          live
          action={
            <Button variant="default" onClick={() => onBack(before)}>
              {t('common:undo')}
            </Button>
          }
        >
          {t('example.taken')}
        </HintRow>
      )}
      <div className={classes.example}>
        <span className={classes.quiet}>{t('example.text')}</span>
        <Menu position="bottom-start" shadow="md" width={420}>
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
            {presetsFor[kind].map((preset) => (
              <Menu.Item
                key={preset}
                className={classes.exampleItem ?? ''}
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
    </>
  );
};
