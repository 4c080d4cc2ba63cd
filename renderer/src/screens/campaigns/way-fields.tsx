import { Button, Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../components/amount-input.tsx';
import { Card } from '../../components/card.tsx';
import { Gives } from '../vouchers/issue-voucher-form.tsx';
import type { WayState } from './campaign-form-state.ts';
import classes from './campaigns.module.css';

/** One way of doing it: what it is called, what is said in each language, and what is given with it. */
export const WayFields = ({
  title,
  way,
  onChange,
  onRemove,
}: {
  title: string;
  way: WayState;
  onChange: (way: WayState) => void;
  /** Only where there is a second way to leave out. */
  onRemove?: () => void;
}) => {
  const { t } = useTranslation('campaigns');
  const { gift } = way;
  return (
    <Card title={title} aria-label={title}>
      <div className={classes.fields}>
        <TextInput
          label={t('form.wayName')}
          placeholder={t('form.wayExample')}
          maxLength={60}
          value={way.name}
          onChange={(event) => onChange({ ...way, name: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <Textarea
            label={t('form.wordsEn')}
            autosize
            minRows={2}
            maxLength={1000}
            lang="en"
            value={way.words.en}
            onChange={(event) => onChange({ ...way, words: { ...way.words, en: event.currentTarget.value } })}
          />
          <Textarea
            label={t('form.wordsFi')}
            autosize
            minRows={2}
            maxLength={1000}
            lang="fi"
            value={way.words.fi}
            onChange={(event) => onChange({ ...way, words: { ...way.words, fi: event.currentTarget.value } })}
          />
        </div>
        <p className={classes.quiet}>{t('form.wordsHint')}</p>
        <Checkbox
          label={t('form.gift')}
          checked={way.hasGift}
          onChange={(event) => onChange({ ...way, hasGift: event.currentTarget.checked })}
        />
        {way.hasGift && (
          <div className={classes.pair}>
            <TextInput
              label={t('form.giftName')}
              maxLength={60}
              value={gift.name}
              onChange={(event) => onChange({ ...way, gift: { ...gift, name: event.currentTarget.value } })}
            />
            <Gives draft={gift} change={(part) => onChange({ ...way, gift: { ...gift, ...part } })} />
            <AmountInput
              label={t('form.giftCost')}
              value={gift.cost}
              onChange={(cost) => onChange({ ...way, gift: { ...gift, cost } })}
            />
            <NumberInput
              label={t('form.giftDays')}
              min={1}
              max={365}
              allowDecimal={false}
              value={way.giftDays ?? ''}
              onChange={(days) => onChange({ ...way, giftDays: typeof days === 'number' ? days : null })}
            />
          </div>
        )}
        {onRemove !== undefined && (
          <Button variant="default" className={classes.start ?? ''} onClick={onRemove}>
            {t('form.removeWay')}
          </Button>
        )}
      </div>
    </Card>
  );
};
