import { useTranslation } from 'react-i18next';
import type { Voucher } from '#shared/contract/vouchers.ts';
import { displayVoucherCode } from '#shared/domain/loyalty/voucher-code.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import paper from '../customers/member-card.module.css';
import { QrCode } from '../customers/qr-code.tsx';
import { useBenefitWords } from './use-benefit-words.ts';

/** A voucher of 85.6 x 54 mm as it comes out of the printer. */
export const PaperVoucher = ({ voucher }: { voucher: Voucher }) => {
  const { t } = useTranslation('vouchers');
  const format = useFormat();
  const { shop } = useShop();
  const worth = useBenefitWords()(voucher.benefit);
  const code = displayVoucherCode(voucher.code);
  return (
    <div className={paper.paper}>
      <div className={paper.paperWords}>
        <p className={paper.paperShop}>{shop.name}</p>
        <p className={paper.paperMember}>{t('paper.for', { name: voucher.customerName })}</p>
        <p className={paper.paperName} data-long>
          {[voucher.name, worth].filter((part) => part !== '').join(', ')}
        </p>
        <p className={paper.paperMember}>{t('paper.until', { date: format.date(voucher.expiresDay) })}</p>
      </div>
      <div className={paper.paperCode}>
        <QrCode text={voucher.code} label={t('paper.code', { code })} className={paper.paperQr} />
        <p className={`${paper.paperDigits} num`}>{code}</p>
      </div>
    </div>
  );
};
