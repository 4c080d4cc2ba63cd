import { Button } from '@mantine/core';
import { IconCheck, IconFolder, IconShieldCheck, IconUsb } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { MadeBackup } from '#shared/contract/backups.ts';
import classes from './backup.module.css';
import { type ChosenPlace, dismissBackup } from './backup-run.ts';
import { CardHead } from './card-head.tsx';
import { useBackupWords } from './use-backup-words.ts';

const useFindings = ({ bytes, counts, encrypted }: MadeBackup) => {
  const { t, format, size } = useBackupWords();
  return [
    [t('verified.readBack'), t('verified.readBackValue', { size: size(bytes) })],
    [t('verified.customers'), t('verified.counted', { n: format.number(counts.customers) })],
    [t('verified.visits'), t('verified.counted', { n: format.number(counts.visits) })],
    [t(encrypted ? 'verified.opens' : 'verified.opensPlain'), t('verified.opensValue')],
  ] as const;
};

/** After a backup: what was checked on it, and whether the stick can be taken out. */
export const VerifiedPart = ({
  place,
  backup,
  safeToRemove,
}: {
  place: ChosenPlace;
  backup: MadeBackup;
  safeToRemove: boolean;
}) => {
  const { t } = useBackupWords();
  const navigate = useNavigate();
  const findings = useFindings(backup);
  const isStick = place.kind === 'stick';
  const Icon = isStick ? IconUsb : IconFolder;
  const note = !isStick ? 'verified.folder' : safeToRemove ? 'verified.stick' : 'verified.busy';
  return (
    <>
      <CardHead icon={IconShieldCheck} tone="proven" title={t('verified.title')} text={t(note)} live />
      <div className={classes.place} data-alone>
        <Icon size={30} stroke={1.9} className={classes.placeIcon} aria-hidden />
        <span className={classes.placeWords}>
          <span className={classes.placeName}>{place.label}</span>
          <span className={classes.placeNote}>{backup.file}</span>
        </span>
        {isStick && safeToRemove && (
          <span className={classes.tag} data-tone="good">
            {t('places.safe')}
          </span>
        )}
      </div>
      <dl className={classes.findings}>
        {findings.map(([what, value]) => (
          <div key={what}>
            <dt>
              <IconCheck size={22} stroke={2.2} aria-hidden />
              {what}
            </dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.foot}>
        <Button size="xl" fullWidth autoFocus onClick={() => void navigate({ to: '/till' })}>
          {t('verified.toTill')}
        </Button>
        <Button size="xl" variant="default" onClick={dismissBackup}>
          {t('verified.again')}
        </Button>
      </div>
    </>
  );
};
