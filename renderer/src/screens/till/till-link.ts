/** What the address of the till may name: a customer another screen sends here. */
export interface TillLink {
  readonly customer?: number;
}

/** Reads the address; what is not a customer's number is ignored. */
export const readTillLink = (search: Record<string, unknown>): TillLink =>
  Number.isSafeInteger(search.customer) && Number(search.customer) > 0
    ? { customer: Number(search.customer) }
    : {};
