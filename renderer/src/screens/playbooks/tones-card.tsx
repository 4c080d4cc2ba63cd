import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import type { Format } from '../../i18n/use-format.ts';
import classes from './playbooks.module.css';

/** How much of what was said lately was of use to people, and how much sold something. */
export const TonesCard = ({
  sent,
  format,
}: {
  sent: { useful: number; promotional: number; verdict: 'tooFew' | 'balanced' | 'selling' };
  format: Format;
}) => {
  const { t } = useTranslation('playbooks');
  const { useful, promotional, verdict } = sent;
  const all = useful + promotional;
  const words =
    all === 0
      ? t('ratio.none')
      : verdict === 'tooFew'
        ? t('ratio.tooFew', { count: all, n: format.number(all) })
        : t(`ratio.${verdict}`, { useful: format.number(useful), all: format.number(all) });
  return (
    <Card title={t('ratio.title')}>
      <div className={classes.tones}>
        {verdict !== 'tooFew' && (
          <span className={classes.toneBar} data-verdict={verdict} aria-hidden>
            <span style={{ width: `${(100 * useful) / all}%` }} />
          </span>
        )}
        <p>{words}</p>
      </div>
    </Card>
  );
};
