import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './editor.module.css';

/** Rules that few need; open from the start where some of them are set. */
export const MoreRules = ({ isSet, children }: { readonly isSet: boolean; readonly children: ReactNode }) => {
  const { t } = useTranslation('programme');
  const [opened] = useState(isSet);
  return (
    <details className={classes.more} open={opened}>
      <summary>
        <IconChevronRight size={20} stroke={2} aria-hidden />
        {t('more')}
      </summary>
      <div className={classes.moreRules}>{children}</div>
    </details>
  );
};
