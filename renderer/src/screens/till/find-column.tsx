import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import classes from './find.module.css';
import { ResultList } from './result-list.tsx';
import { SearchBox } from './search-box.tsx';
import { useTillState } from './till-context.tsx';
import layout from './till-screen.module.css';
import { TodayStream } from './today-stream.tsx';
import type { SearchHits } from './use-search-hits.ts';

/** Find: the search box, and under it who was found or who has been here today. */
export const FindColumn = ({ found, rows }: { found: SearchHits; rows: number }) => {
  const { t } = useTranslation('till');
  const { panel } = useTillState();
  return (
    <div className={layout.column}>
      <SearchBox rows={rows} />
      {panel.kind === 'searching' && <ResultList query={panel.query} active={panel.active} found={found} />}
      {panel.kind === 'unknownCard' && (
        <Card flush className={classes.list}>
          <div className={classes.scroll}>
            <div className={classes.nobody}>
              <h2>{t('unknownCard.nobodys')}</h2>
              <p>{t('unknownCard.nothingDone')}</p>
            </div>
          </div>
        </Card>
      )}
      {panel.kind !== 'searching' && panel.kind !== 'unknownCard' && <TodayStream />}
    </div>
  );
};
