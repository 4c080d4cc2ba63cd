import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isDesktop } from '../../api/client.ts';

/** Paper and PDF: the desktop app writes the file itself, a browser does it in its own print window. */
export const PrintButtons = ({ disabled, onPdf }: { disabled: boolean; onPdf: () => void }) => {
  const { t } = useTranslation('report');
  const desktop = isDesktop();
  return (
    <>
      <Button
        variant={desktop ? 'default' : 'filled'}
        disabled={disabled}
        leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
        onClick={() => globalThis.print()}
      >
        {t(desktop ? 'printOnly' : 'print')}
      </Button>
      {desktop && (
        <Button
          disabled={disabled}
          leftSection={<IconFileTypePdf size={20} stroke={1.9} aria-hidden />}
          onClick={onPdf}
        >
          {t('pdf')}
        </Button>
      )}
    </>
  );
};
