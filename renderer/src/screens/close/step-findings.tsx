import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StepState } from '#shared/contract/month-close.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ExplainColumns } from '../exports/columns-drawer.tsx';
import classes from './close.module.css';
import { OddFindings } from './odd-findings.tsx';
import type { CloseCalls } from './use-close-calls.ts';

type Of<Step extends StepState['step']> = Extract<StepState, { step: Step }>;

/** What was found in a step, each with the place where it is corrected. */
export const StepFindings = ({ step, calls }: { step: StepState; calls: CloseCalls }) => {
  const { t } = useTranslation('close');
  switch (step.step) {
    case 'unfinished':
      return <Waiting step={step} />;
    case 'duplicates':
      return <Pairs step={step} />;
    case 'overdrawn':
      return <Overdrawn step={step} />;
    case 'rollForward':
      return <Books step={step} />;
    case 'oddDays':
      return <OddFindings step={step} calls={calls} />;
    case 'figures':
      return <p className={classes.text}>{t('line.figures')}</p>;
    case 'export':
      return (
        <>
          <p className={classes.text}>{t('found.exportText')}</p>
          <ExplainColumns tables={['figures', 'rollForward', 'days']} />
        </>
      );
    case 'backup':
      return <p className={classes.text}>{t('found.backupText')}</p>;
  }
};

const NothingFound = () => {
  const { t } = useTranslation('close');
  return <p className={classes.text}>{t('found.nothing')}</p>;
};

const Waiting = ({ step }: { step: Of<'unfinished'> }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  if (step.parked.length === 0) return <NothingFound />;
  return (
    <ul className={classes.found}>
      {step.parked.map((one) => (
        <li key={one.parkedId}>
          {t('found.waiting', {
            name: one.customerName ?? t('found.nobody'),
            when: `${format.dayShort(format.dayAt(one.at))} ${format.time(one.at)}`,
          })}
          {one.amount !== null && <span className="num"> · {format.money(one.amount)}</span>}
        </li>
      ))}
    </ul>
  );
};

const Pairs = ({ step }: { step: Of<'duplicates'> }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  return (
    <>
      {step.pairs.length === 0 ? <NothingFound /> : <p className={classes.text}>{t('found.duplicates')}</p>}
      <ul className={classes.found}>
        {step.pairs.map(({ entered, other, why }) => (
          <li key={`${entered.customerId}+${other.customerId}`}>
            <PersonLink {...entered} /> · <PersonLink {...other} />
            <span className={classes.quiet}>{t(`found.same.${why}`)}</span>
          </li>
        ))}
      </ul>
      {step.compared < step.entered && (
        <p className={classes.text}>
          {t('found.comparedPart', { n: format.number(step.compared), of: format.number(step.entered) })}
        </p>
      )}
    </>
  );
};

const PersonLink = ({
  customerId,
  name,
  phoneTail,
}: {
  customerId: number;
  name: string;
  phoneTail: string | null;
}) => {
  const { t } = useTranslation('close');
  return (
    <Link className={classes.link} to="/customers/$customerId" params={{ customerId: String(customerId) }}>
      {name}
      {phoneTail !== null && <span className="num"> {t('found.phoneTail', { tail: phoneTail })}</span>}
    </Link>
  );
};

const Overdrawn = ({ step }: { step: Of<'overdrawn'> }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  if (step.wallets.length === 0) return <NothingFound />;
  return (
    <>
      <p className={classes.text}>{t('found.overdrawn')}</p>
      <ul className={classes.found}>
        {step.wallets.map(({ customerId, name, unitId, unitName, balance }) => (
          <li key={`${customerId}+${unitId}`}>
            <Link
              className={classes.link}
              to="/customers/$customerId/balance"
              params={{ customerId: String(customerId) }}
              search={{ unit: unitId }}
            >
              {name}
            </Link>
            <span className={`${classes.quiet} num`}>
              {t('found.balance', {
                unit: unitName === '' ? t('points') : unitName,
                n: format.number(balance),
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

const Books = ({ step }: { step: Of<'rollForward'> }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  if (step.units.length === 0) return <NothingFound />;
  return (
    <>
      <p className={classes.text}>{t('found.rollForward')}</p>
      <ul className={classes.found}>
        {step.units.map((unit) => (
          <li key={unit.unitId}>
            <b>{unit.name === '' ? t('points') : unit.name}</b>
            <span className={`${classes.quiet} num`}>
              {t('found.sum', {
                opening: format.number(unit.opening),
                earned: format.number(unit.earned),
                adjusted: format.number(unit.adjusted),
                redeemed: format.number(unit.redeemed),
                expired: format.number(unit.expired),
                closing: format.number(unit.closing),
              })}
            </span>
            <span className={`${classes.quiet} num`}>
              {t('found.counted', { n: format.number(unit.counted) })}
              {unit.difference !== 0 && ` ${t('found.difference', { n: format.number(unit.difference) })}`}
              {unit.wrongBalances > 0 &&
                ` ${t('found.wrong', { count: unit.wrongBalances, n: format.number(unit.wrongBalances) })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
