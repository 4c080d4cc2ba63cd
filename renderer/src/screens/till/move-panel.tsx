import { IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import classes from './know.module.css';
import { PanelHead } from './panel-head.tsx';
import { PersonPicker } from './person-picker.tsx';
import { PersonRow } from './person-row.tsx';
import { useChoosePerson, useTillState } from './till-context.tsx';
import type { Search, VisitToMove } from './till-panels.ts';
import type { SearchHits } from './use-search-hits.ts';
import { useShownName } from './use-shown-name.ts';
import { useUsuallyHere } from './use-till-data.ts';
import { WayBack } from './way-back.tsx';

const mostPeople = 4;

/** A visit went to the wrong person: whose was it? */
export const MovePanel = ({
  visit,
  search,
  found,
}: {
  visit: VisitToMove;
  search: Search;
  found: SearchHits;
}) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const { write } = useTillState();
  const choose = useChoosePerson();
  const shown = useShownName();
  const people = useUsuallyHere(useShop().till.usuallyHere)?.slice(0, mostPeople) ?? [];
  const failure = write?.status === 'failed' && write.intent.kind === 'move' ? write.failure : null;
  const name = visit.name ?? t('today.walkIn');
  const time = format.time(visit.at);
  const what =
    visit.amount === null
      ? t('move.ofNoAmount', { name, time })
      : t('move.of', { name, time, amount: format.money(visit.amount) });
  return (
    <>
      <PanelHead
        sign={<IconUserQuestion size={34} stroke={1.8} aria-hidden />}
        title={t('move.title')}
        subtitle={what}
      />
      <FailureBanner error={failure} />
      <PersonPicker search={search} found={found} label={t('move.find')} nobodyFound={t('move.nobodyFound')}>
        {people.length > 0 && (
          <div>
            <p className={classes.label}>{t('move.usually')}</p>
            <div className={classes.people}>
              {people.map(({ customerId, name: usual }) => (
                <PersonRow
                  key={customerId}
                  name={shown(usual)}
                  onChoose={() => choose({ customerId, name: usual })}
                />
              ))}
            </div>
          </div>
        )}
      </PersonPicker>
      <WayBack label={t('move.back')} hint={t('move.hint')} />
    </>
  );
};
