import { useTranslation } from 'react-i18next';
import { QrCode } from '../../customers/qr-code.tsx';
import classes from './means.module.css';
import type { Way } from './way-words.ts';

type Opening = 'call' | 'text' | 'email';

const isOpening = (channel: Way['channel']): channel is Opening =>
  channel === 'call' || channel === 'text' || channel === 'email';

/** The code that opens the call or the finished message on a phone; nothing for letters and in person. */
export const ScanCode = ({ way }: { way: Way }) => {
  const { t } = useTranslation('playbooks');
  const { channel, address, shown } = way;
  if (address === null || !isOpening(channel)) return null;
  return (
    <figure className={classes.scan} data-address={address}>
      <QrCode text={address} label={t(`means.qr.${channel}`, { number: shown })} className={classes.code} />
      <figcaption>
        {t(`means.scan.${channel}`)} {t('means.offline')}
      </figcaption>
    </figure>
  );
};
