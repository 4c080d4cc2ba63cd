/** Visit counts worth a word at the till: the 10th, 50th and every 100th. */
export function isMilestone(visits: number): boolean {
  return visits === 10 || visits === 50 || (visits > 0 && visits % 100 === 0);
}
