import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportContent, ExportFormat } from '#shared/contract/exports.ts';
import { ColumnsDrawer } from './columns-drawer.tsx';

/** Files of a close, for whoever checks it. */
type CloseFile = 'close' | 'frozen' | 'sealed';

/** A file that can be saved. */
interface Choice {
  readonly what: 'month' | 'figures' | 'rollForward' | 'days' | 'reconciliation' | 'visits' | CloseFile;
  readonly content: ExportContent;
  readonly format: ExportFormat;
}

const choicesOf = (month: string, from: string, to: string): readonly Choice[] => [
  { what: 'month', content: { kind: 'month', month, table: null }, format: 'xlsx' },
  { what: 'figures', content: { kind: 'month', month, table: 'figures' }, format: 'csv' },
  { what: 'rollForward', content: { kind: 'month', month, table: 'rollForward' }, format: 'csv' },
  { what: 'days', content: { kind: 'month', month, table: 'days' }, format: 'csv' },
  { what: 'reconciliation', content: { kind: 'reconciliation', from, to }, format: 'xlsx' },
  { what: 'reconciliation', content: { kind: 'reconciliation', from, to }, format: 'csv' },
  { what: 'visits', content: { kind: 'visits', from, to }, format: 'xlsx' },
  { what: 'visits', content: { kind: 'visits', from, to }, format: 'csv' },
];

const closeChoices = (number: number): readonly Choice[] => [
  { what: 'close', content: { kind: 'close', number }, format: 'xlsx' },
  { what: 'frozen', content: { kind: 'close', number }, format: 'csv' },
  { what: 'sealed', content: { kind: 'close', number }, format: 'json' },
];

/** Everything about a month that can be saved as a file; `to` is the day after its last. */
export const ExportMenu = ({
  month,
  from,
  to,
  close,
  disabled,
  onSave,
}: {
  month: string;
  from: string;
  to: string;
  /** Number of the close that is looked at; null: none. */
  close: number | null;
  disabled: boolean;
  onSave: (content: ExportContent, format: ExportFormat) => void;
}) => {
  const { t } = useTranslation('saving');
  const [explained, setExplained] = useState(false);
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            disabled={disabled}
            rightSection={<IconChevronDown size={20} stroke={2} aria-hidden />}
          >
            {t('save')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {[...choicesOf(month, from, to), ...(close === null ? [] : closeChoices(close))].map(
            ({ what, content, format }) => (
              <Menu.Item key={`${what}.${format}`} mih={48} onClick={() => onSave(content, format)}>
                {t('as', { what: t(`what.${what}`), format: t(`format.${format}`) })}
              </Menu.Item>
            ),
          )}
          <Menu.Divider />
          <Menu.Item
            mih={48}
            leftSection={<IconInfoCircle size={20} stroke={1.9} aria-hidden />}
            onClick={() => setExplained(true)}
          >
            {t('columns')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ColumnsDrawer
        tables={[
          ...(['figures', 'rollForward', 'days', 'visits'] as const),
          ...(close === null ? [] : (['close', 'frozen', 'steps', 'restated', 'chain'] as const)),
        ]}
        opened={explained}
        onClose={() => setExplained(false)}
      />
    </>
  );
};
