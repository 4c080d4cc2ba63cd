import { Button } from '@mantine/core';
import { IconHourglass, IconShoppingBag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../api/request-id.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { EscapeButton } from './escape-button.tsx';
import classes from './know.module.css';
import { PanelHead } from './panel-head.tsx';
import { useTillStore } from './till-context.tsx';

/** A sale to somebody who is not in the list; digits are the amount at once. */
export const WalkInPanel = () => {
  const { t } = useTranslation(['till', 'tillActs']);
  const { dispatch } = useTillStore();
  const asksAmount = useShop().till.amountRule !== 'never';
  return (
    <>
      <PanelHead
        sign={<IconShoppingBag size={32} stroke={1.8} aria-hidden />}
        title={t('walkIn.title')}
        subtitle={t(asksAmount ? 'walkIn.text' : 'walkIn.textNoAmount')}
      />
      <div className={classes.grow} />
      <div className={classes.acts} data-apart>
        <EscapeButton label={t('walkIn.close')} />
        <Button
          variant="default"
          size="lg"
          leftSection={<IconHourglass size={20} stroke={1.9} aria-hidden />}
          onClick={() => dispatch({ type: 'park', newId: newRequestId() })}
        >
          {t('tillActs:park.act')}
        </Button>
      </div>
    </>
  );
};
