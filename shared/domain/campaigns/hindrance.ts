/**
 * Why a campaign could not go on by itself:
 * - nobody: there was nobody for it who may be turned to
 * - tooManyGifts: more people than may be given something at once
 * - budget: its gifts cost more than is left of the month
 * - notUsable: its people cannot be found any more (a segment or an item is gone), or its days are over
 */
export const campaignHindrances = ['nobody', 'tooManyGifts', 'budget', 'notUsable'] as const;

export type CampaignHindrance = (typeof campaignHindrances)[number];
