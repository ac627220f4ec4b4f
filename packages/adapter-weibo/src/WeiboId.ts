/**
 * What a Weibo id says of itself: when it was made, and how it looks in an address.
 *
 * Source: `floor(id / 2^22) + 515483463` is the second of `created_at`, −1 to +2, on 465 of 465 recorded posts; the base 62
 * form is that of the addresses `weibo.com/<uid>/<form>`.
 *
 * @module
 */

const epoch = 515_483_463n
const alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

/** The first id of the second in which a moment (milliseconds) lies; 2^22 ids share it. */
export const firstOf = (millis: number): bigint => (BigInt(Math.floor(millis / 1000)) - epoch) << 22n

/** When a post's id was made, in milliseconds to the second. Not for ids from before 2012, which count otherwise. */
export const millisOf = (id: string): number => Number((BigInt(id) >> 22n) + epoch) * 1000

/** The id as it stands in the address of a post. */
export const toBase62 = (id: string): string => {
  const groups: Array<string> = []
  for (let end = id.length; end > 0; end -= 7) groups.unshift(id.slice(Math.max(0, end - 7), end))
  return groups.map((group, index) => digits(Number(group)).padStart(index === 0 ? 1 : 4, "0")).join("")
}

/** The id that an address shows. */
export const fromBase62 = (form: string): string => {
  const groups: Array<string> = []
  for (let end = form.length; end > 0; end -= 4) groups.unshift(form.slice(Math.max(0, end - 4), end))
  const value = (group: string) => [...group].reduce((sum, digit) => sum * 62 + alphabet.indexOf(digit), 0)
  return groups.map((group, index) => String(value(group)).padStart(index === 0 ? 1 : 7, "0")).join("")
}

const digits = (value: number): string => {
  const rest = alphabet.charAt(value % 62)
  return value < 62 ? rest : digits(Math.floor(value / 62)) + rest
}
