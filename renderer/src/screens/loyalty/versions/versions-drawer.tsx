import { Button } from '@mantine/core';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { loyalty } from '#shared/contract/loyalty.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { orpc } from '../../../api/queries.ts';
import { FailureBanner } from '../../../components/error-state.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { keyedBy } from '../editor/edit-rules.ts';
import classes from '../loyalty.module.css';
import { rulesInWords } from './rules-in-words.ts';

type ProgrammeVersion = InferContractRouterOutputs<typeof loyalty>['versions']['versions'][number];

/** The rules of one version to be read, and the way to edit from there again. */
const VersionRules = ({
  versionId,
  onTake,
}: {
  versionId: number;
  onTake: (rules: ProgrammeRules) => void;
}) => {
  const { t } = useTranslation(['versions', 'programme']);
  const format = useFormat();
  const { data, error, refetch } = useQuery(orpc.loyalty.version.queryOptions({ input: { versionId } }));
  if (data === undefined) return <FailureBanner error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <ul className={classes.versionRules}>
        {keyedBy(rulesInWords(data.rules, t, format), (sentence) => sentence).map(({ key, value }) => (
          <li key={key}>{value}</li>
        ))}
      </ul>
      <Button variant="default" onClick={() => onTake(data.rules)}>
        {t('take', { number: data.number })}
      </Button>
    </>
  );
};

const Version = ({
  version,
  onTake,
}: {
  version: ProgrammeVersion;
  onTake: (rules: ProgrammeRules) => void;
}) => {
  const { t } = useTranslation('versions');
  const format = useFormat();
  const { versionId, number, effectiveFrom, publishedAt, publishedBy, state } = version;
  const [open, setOpen] = useState(state === 'current');
  return (
    <li className={classes.version}>
      <button
        type="button"
        className={classes.versionHead}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <strong>{t('name', { number })}</strong>
        <span className={classes.versionState} data-state={state}>
          {t(`state.${state}`)}
        </span>
        <span className={`${classes.quiet} num`}>
          {t('from', { date: format.date(effectiveFrom) })} ·{' '}
          {t('published', { date: format.date(format.dayAt(publishedAt)), name: publishedBy })}
        </span>
      </button>
      {open && <VersionRules versionId={versionId} onTake={onTake} />}
    </li>
  );
};

const Versions = ({ onTake }: { onTake: (rules: ProgrammeRules) => void }) => {
  const { t } = useTranslation('versions');
  const { data, error, refetch } = useQuery(orpc.loyalty.versions.queryOptions());
  if (data === undefined) return <FailureBanner error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className={classes.quiet}>{t('text')}</p>
      <ol className={classes.versions}>
        {data.versions
          .toSorted((a, b) => b.number - a.number)
          .map((version) => (
            <Version key={version.versionId} version={version} onTake={onTake} />
          ))}
      </ol>
    </>
  );
};

/** Every version of the programme, newest first, each with its rules in words. */
export const VersionsDrawer = ({
  opened,
  onTake,
  onClose,
}: {
  opened: boolean;
  /** Edits these rules as the draft. */
  onTake: (rules: ProgrammeRules) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation('versions');
  return (
    <SideDrawer opened={opened} onClose={onClose} title={t('title')}>
      {opened && <Versions onTake={onTake} />}
    </SideDrawer>
  );
};
