import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import paper from '../../components/paper.module.css';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { QrCode } from '../customers/qr-code.tsx';
import classes from './secret-paper.module.css';

/** The recovery code of an owner, on a sheet. */
const RecoveryPaper = ({ code, name }: { code: string; name: string }) => {
  const { t } = useTranslation('staff');
  const { shop } = useShop();
  const format = useFormat();
  return (
    <article className={`${paper.sheet} ${classes.sheet}`}>
      <h2 className={paper.heading}>{t('paper.recoveryHeading', { shop: shop.name })}</h2>
      <p>{t('paper.recoveryFor', { name })}</p>
      <div className={paper.secret}>
        <p className={classes.code} translate="no">
          {code}
        </p>
        <QrCode text={code} label={t('paper.recoveryCode')} className={paper.qr} />
      </div>
      <p className={classes.strong}>{t('paper.recoveryHow')}</p>
      <p>{t('paper.recoveryOnce')}</p>
      <p>{t('paper.recoveryKeep')}</p>
      <p className={paper.small}>
        {t('paper.made', { date: format.date(format.dayAt(Date.now()), 'long') })}
      </p>
    </article>
  );
};

/** A card of the size of a bank card that signs its holder in. */
const BadgePaper = ({ code, name }: { code: string; name: string }) => {
  const { t } = useTranslation('staff');
  const { shop } = useShop();
  return (
    <article className={classes.badge}>
      <div className={classes.badgeWords}>
        <p className={classes.badgeShop}>{shop.name}</p>
        <p className={classes.badgeName}>{name}</p>
        <p className={paper.small}>{t('paper.cardHow')}</p>
      </div>
      <QrCode text={code} label={t('paper.cardCode', { name })} className={classes.badgeQr} />
    </article>
  );
};

/**
 * A secret that is shown just once, to be printed: it covers the whole screen, and nothing else comes out on paper. It
 * closes only after somebody said that they have it.
 */
export const SecretPaper = ({
  kind,
  code,
  name,
  onDone,
}: {
  kind: 'recovery' | 'badge';
  code: string;
  name: string;
  onDone: () => void;
}) => {
  const { t } = useTranslation('staff');
  return createPortal(
    <main className={classes.page} data-only-print data-scanner="off">
      <div className={`${classes.bar} no-print`}>
        <div className={classes.words}>
          <h1 className={classes.title}>
            {t(kind === 'recovery' ? 'paper.recoveryTitle' : 'paper.cardTitle')}
          </h1>
          <p className={classes.intro}>
            {t(kind === 'recovery' ? 'paper.recoveryIntro' : 'paper.cardIntro')}
          </p>
        </div>
        <Button
          variant="default"
          size="lg"
          autoFocus
          leftSection={<IconPrinter size={22} stroke={1.9} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('paper.print')}
        </Button>
        <Button size="lg" onClick={onDone}>
          {t(kind === 'recovery' ? 'paper.kept' : 'paper.done')}
        </Button>
      </div>
      {kind === 'recovery' ? (
        <RecoveryPaper code={code} name={name} />
      ) : (
        <BadgePaper code={code} name={name} />
      )}
    </main>,
    document.body,
  );
};
