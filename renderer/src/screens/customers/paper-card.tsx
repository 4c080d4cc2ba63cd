import { useTranslation } from 'react-i18next';
import { displayCardCode } from '#shared/domain/card-code/card-code.ts';
import { useShop } from '../../shell/shop-context.tsx';
import classes from './member-card.module.css';
import { QrCode } from './qr-code.tsx';

/** Longer names are set smaller. */
const longName = 20;

/** A member card of 85.6 x 54 mm as it comes out of the printer; on the screen it grows with its box. */
export const PaperCard = ({ name, code }: { name: string; code: string }) => {
  const { t } = useTranslation('customers');
  const { shop } = useShop();
  const shown = displayCardCode(code);
  return (
    <div className={classes.paper}>
      <div className={classes.paperWords}>
        <p className={classes.paperShop}>{shop.name}</p>
        <p className={classes.paperMember}>{t('card.member')}</p>
        <p className={classes.paperName} data-long={name.length > longName || undefined}>
          {name}
        </p>
      </div>
      <div className={classes.paperCode}>
        <QrCode text={code} label={t('card.codeLabel', { code: shown })} className={classes.paperQr} />
        <p className={`${classes.paperDigits} num`}>{shown}</p>
      </div>
    </div>
  );
};
