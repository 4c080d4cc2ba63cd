import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '#shared/contract/customers.ts';
import classes from './state-tag.module.css';

type State = NonNullable<CustomerRow['outlook']>['state'];

const tones: Readonly<Record<State, 'calm' | 'warn' | 'bad'>> = {
  new: 'calm',
  onTrack: 'calm',
  slipping: 'warn',
  late: 'warn',
  atRisk: 'bad',
};

/** How somebody stands, in words; the colour only underlines them. */
export const StateTag = ({ state }: { state: State }) => {
  const { t } = useTranslation('outlook');
  return (
    <span className={classes.tag} data-tone={tones[state]}>
      {t(`state.${state}`)}
    </span>
  );
};
