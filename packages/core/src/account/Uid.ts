/**
 * What Weibo itself calls an account by: its number.
 *
 * @module
 */

/** Whether a text is an id of an account at Weibo: a positive decimal number of at most 63 bits, as its API writes it. */
export const is = (id: string): boolean => /^[1-9]\d{0,18}$/.test(id) && BigInt(id) < 2n ** 63n
