import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/contract/playbooks.ts';
import { offersGift } from '#shared/domain/playbooks/playbook.ts';
import { riskSituations } from '#shared/domain/playbooks/situations.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';

/** What is done in a situation, in a sentence or two: the first way, what is given, and how much may be. */
export const usePlaybookSentence = (): ((playbook: Playbook) => string) => {
  const { t } = useTranslation('playbooks');
  const format = useFormat();
  const { language } = useShop().shop;
  return (playbook) => {
    const { channels, words, allowance, situation } = playbook;
    const own = words[language] ?? Object.values(words)[0];
    const gift = offersGift(playbook) ? (own?.gift ?? '') : '';
    const [first = 'inPerson'] = channels;
    if (first === 'inPerson') return gift === '' ? t('does.inPerson') : t('does.surprise', { gift });
    const isPlain = first === 'text' && own?.write.includes('{usual}') !== true;
    const parts: string[] = [t(isPlain ? 'does.textPlain' : `does.${first}`)];
    if (gift !== '') {
      parts.push(t('does.offer', { gift }), t('does.may', { money: format.wholeMoney(allowance) }));
    } else if (riskSituations.some(({ high, low }) => high === situation || low === situation)) {
      parts.push(t('does.nothing'));
    }
    return parts.join(' ');
  };
};
