import type { TFunction } from 'i18next';
import {
  type ExpiryRule,
  type ProgrammeRules,
  type Reward,
  type StampCard,
  unitsOf,
} from '#shared/domain/loyalty/programme.ts';
import type { Format } from '../../../i18n/use-format.ts';

type Words = TFunction<['versions', 'programme']>;

const cardInWords = ({ name, on, stamps, size }: StampCard, t: Words): string =>
  t(on.kind === 'visit' ? 'versions:rules.visitCard' : 'versions:rules.itemCard', {
    name,
    size,
    count: stamps,
  });

const rewardInWords = (reward: Reward, rules: ProgrammeRules, t: Words, format: Format): string => {
  const unit = unitsOf(rules).find(({ unitId }) => unitId === reward.unitId);
  const price = t(unit?.kind === 'stamps' ? 'programme:rewards.stamps' : 'programme:rewards.points', {
    count: reward.price,
    n: format.number(reward.price),
  });
  return t(reward.active ? 'versions:rules.reward' : 'versions:rules.pausedReward', {
    name: reward.name,
    price,
  });
};

const expiryInWords = (unit: 'points' | 'stamps', rule: ExpiryRule, t: Words): string =>
  t(`versions:rules.expiry.${rule.kind}`, {
    unit: t(`programme:expiry.${unit}`),
    count: 'months' in rule ? rule.months : 0,
    period: 'period' in rule ? t(`programme:expiry.period.${rule.period}`) : '',
  });

/** Rules to be read, one sentence each, in the order of the editor. */
export const rulesInWords = (rules: ProgrammeRules, t: Words, format: Format): readonly string[] => {
  const { points, stampCards, tiers, rewards, bonuses, gifts, expiry } = rules;
  const given = [
    gifts.signUp === null ? [] : [t('programme:gifts.name.signUp')],
    gifts.referral === null ? [] : [t('programme:gifts.name.referral')],
    gifts.birthday === null ? [] : [t('programme:gifts.name.birthday')],
    gifts.milestones.length === 0 ? [] : [t('programme:gifts.name.milestone')],
  ].flat();
  return [
    points === null
      ? t('programme:points.off')
      : t('versions:rules.points', {
          per: format.money(points.per),
          count: points.points,
          n: format.number(points.points),
        }),
    ...stampCards.map((card) => cardInWords(card, t)),
    ...(tiers === null
      ? []
      : [t('versions:rules.tiers', { names: tiers.levels.map(({ name }) => name).join(', ') })]),
    ...rewards.map((reward) => rewardInWords(reward, rules, t, format)),
    ...bonuses.map(({ name, factor }) =>
      t('versions:rules.bonus', {
        name,
        factor: format.number(factor.num / factor.den, factor.den === 1 ? 0 : 1),
      }),
    ),
    ...(given.length === 0 ? [] : [t('versions:rules.gifts', { names: given.join(', ') })]),
    ...(points === null ? [] : [expiryInWords('points', expiry.points, t)]),
    ...(stampCards.length === 0 ? [] : [expiryInWords('stamps', expiry.stamps, t)]),
  ];
};
