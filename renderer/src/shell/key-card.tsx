import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../components/key-cap.tsx';
import classes from './key-card.module.css';
import { railEntries } from './rail-entries.ts';

/** All keys on one card; opened and closed with F1. */
export const KeyCard = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(['shell', 'common']);
  const rows = [
    [[t('keyCard.anyLetter')], t('keyCard.search')],
    [[t('keyCard.digits')], t('keyCard.searchDigits')],
    [[t('keyCard.digits')], t('keyCard.amountDigits')],
    [['↑', '↓'], t('keyCard.move')],
    [['Enter'], t('keyCard.enter')],
    [['Esc'], t('keyCard.escape')],
    [['F2'], t('keyCard.newCustomer')],
    [['F3'], t('keyCard.walkIn')],
    [['F4'], t('keyCard.note')],
    [['F6'], t('keyCard.usual')],
    [['F8'], t('keyCard.reward')],
    [['F9'], t('keyCard.undo')],
    [['F12'], t('keyCard.lock')],
    [[`Ctrl+1…${railEntries.length}`], t('keyCard.screens')],
    [[t('keyCard.scan')], t('keyCard.scanDoes')],
  ] as const;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('keyCard.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <table className={classes.table}>
        <tbody>
          {rows.map(([keys, does]) => (
            <tr key={does}>
              <th scope="row" className={classes.keys}>
                {keys.map((key) => (
                  <KeyCap key={key} always>
                    {key}
                  </KeyCap>
                ))}
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.hint}>{t('keyCard.hint')}</p>
    </Modal>
  );
};
