/** One way of a campaign, as far as it says and gives something of its own. */
export interface OwnWay {
  readonly words: Readonly<Record<string, string>>;
  readonly gift: object | null;
}

/** Whether a way of a campaign brings nothing of its own: then everybody in it gets what the playbook for them says. */
export function followsPlaybook({ words, gift }: OwnWay): boolean {
  return gift === null && Object.values(words).every((text) => text.trim() === '');
}
