import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { ChoosePin } from '../../components/choose-pin.tsx';

/** A new PIN for somebody, typed twice. */
export const PinDialog = ({
  name,
  pending,
  error,
  onChosen,
  onClose,
}: {
  name: string;
  pending: boolean;
  error: unknown;
  onChosen: (pin: string) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation(['staff', 'common']);
  const sentence = useFailureSentence();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('settings.setPin')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div style={{ display: 'grid', justifyItems: 'center' }} data-scanner="off">
        <ChoosePin
          name={name}
          pending={pending}
          said={error === null ? '' : sentence(error)}
          onChosen={onChosen}
        />
      </div>
    </Modal>
  );
};
