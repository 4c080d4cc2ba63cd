import { Button } from '@mantine/core';
import { IconId, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { displayCardCode } from '#shared/domain/card-code/card-code.ts';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { EscapeButton } from './escape-button.tsx';
import classes from './know.module.css';
import { PanelHead } from './panel-head.tsx';
import { PersonPicker } from './person-picker.tsx';
import { PersonRow } from './person-row.tsx';
import { useChoosePerson, useTillState, useTillStore } from './till-context.tsx';
import type { Person, Search } from './till-panels.ts';
import type { SearchHits } from './use-search-hits.ts';
import { useTillWords } from './use-till-words.ts';

const mostPeople = 4;

const LikelyOwners = ({ openNow }: { openNow: Person | null }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const words = useTillWords();
  const choose = useChoosePerson();
  const { data } = useQuery(orpc.till.recentWithoutCard.queryOptions());
  const people = data?.people.filter(({ customerId }) => customerId !== openNow?.customerId) ?? [];
  const when = (at: number): string => {
    const day = format.dayAt(at);
    return day === format.dayAt(Date.now())
      ? t('unknownCard.todayAt', { time: format.time(at) })
      : words.dayAndTime(day, at);
  };
  return (
    <div>
      {openNow !== null && (
        <>
          <p className={classes.label}>{t('unknownCard.openNow')}</p>
          <div className={classes.people}>
            <PersonRow name={openNow.name} onChoose={() => choose(openNow)} />
          </div>
        </>
      )}
      {people.length > 0 && (
        <>
          <p className={classes.label}>{t('unknownCard.lately')}</p>
          <div className={classes.people}>
            {people.slice(0, mostPeople).map(({ customerId, name, at }) => (
              <PersonRow
                key={customerId}
                name={name}
                end={<span className="num">{when(at)}</span>}
                onChoose={() => choose({ customerId, name })}
              />
            ))}
          </div>
        </>
      )}
    </div>
  );
};

/** A card nobody has: give it to somebody, or to a new customer. */
export const UnknownCardPanel = ({
  code,
  search,
  found,
  openNow,
}: {
  code: string;
  search: Search;
  found: SearchHits;
  openNow: Person | null;
}) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const { write } = useTillState();
  const failure = write?.status === 'failed' && write.intent.kind === 'giveCard' ? write.failure : null;
  return (
    <>
      <PanelHead
        sign={<IconId size={34} stroke={1.8} aria-hidden />}
        tone="warn"
        title={t('unknownCard.title')}
        subtitle={displayCardCode(code)}
      />
      <FailureBanner error={failure} />
      <PersonPicker
        search={search}
        found={found}
        label={t('unknownCard.find')}
        nobodyFound={t('unknownCard.nobodyFound')}
      >
        <LikelyOwners openNow={openNow} />
      </PersonPicker>
      <div className={classes.grow} />
      <div className={classes.acts} data-apart>
        <EscapeButton label={t('unknownCard.notNow')} />
        <Button
          size="lg"
          leftSection={<IconUserPlus size={22} stroke={1.9} aria-hidden />}
          rightSection={<KeyCap>F2</KeyCap>}
          onClick={() => dispatch({ type: 'newCustomer' })}
        >
          {t('unknownCard.newCustomer')}
        </Button>
      </div>
    </>
  );
};
