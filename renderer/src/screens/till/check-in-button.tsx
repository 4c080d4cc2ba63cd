import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../api/request-id.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './act.module.css';
import type { CheckInOffer } from './check-in-offer.ts';
import type { Gains } from './earning-preview.ts';
import { useTillState, useTillStore } from './till-context.tsx';

const useGains = (): ((gains: Gains) => string) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  return ({ stamps, points }) => {
    const stampWords = t('act.stamps', { count: stamps, n: format.number(stamps) });
    const pointWords = t('act.points', { count: points, n: format.number(points) });
    if (stamps > 0 && points > 0) return t('act.gains', { stamps: stampWords, points: pointWords });
    if (stamps === 0 && points === 0) return t('act.nothingEarned');
    return t('act.gain', { what: stamps > 0 ? stampWords : pointWords });
  };
};

/** The act itself. Says what will happen; while it is being written it cannot be pressed again. */
export const CheckInButton = ({ offer }: { offer: CheckInOffer }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const { write } = useTillState();
  const gains = useGains();
  const isSaving = write?.status === 'sending' && write.intent.kind === 'checkIn';
  const note = offer.isNameless ? t('act.noName') : offer.gains === null ? null : gains(offer.gains);
  return (
    <button
      type="button"
      className={classes.checkIn}
      disabled={!offer.isEnabled}
      aria-busy={isSaving}
      onClick={() => dispatch({ type: 'submit', newId: newRequestId() })}
    >
      <span className={classes.checkInWords}>
        <b>{t(`act.${offer.label}`)}</b>
        {note !== null && <span className="num">{note}</span>}
      </span>
      <KeyCap>Enter</KeyCap>
    </button>
  );
};
