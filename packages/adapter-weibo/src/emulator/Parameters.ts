/**
 * What is asked of the parameters of every interface alike: those it needs are there, and numbers are numbers.
 *
 * Source: the wording is that of answers which clients of Weibo recorded: `miss required parameter (status)` (npm `weibo`), `long[…]` of
 * users/show, `int[1~200]` of a timeline.
 *
 * @module
 */
import type { Call } from "./Call.ts"
import { type Answer, refuse } from "./Refusal.ts"

interface Kind {
  readonly expected: string
  readonly least: bigint
  readonly most: bigint
}

const kind = (type: "long" | "int", least: bigint, most: bigint): Kind => ({
  expected: `${type}[${least}~${most}]`,
  least,
  most
})

const id = kind("long", 1n, 2n ** 63n - 1n)
const cursor = kind("long", 0n, 2n ** 63n - 1n)

const kinds: Readonly<Record<string, Kind>> = {
  id,
  cid: id,
  uid: id,
  source_id: id,
  target_id: id,
  receiver_id: id,
  since_id: cursor,
  max_id: cursor,
  count: kind("int", 1n, 200n),
  page: kind("int", 1n, 2n ** 31n - 1n),
  cursor: kind("int", 0n, 2n ** 31n - 1n),
  is_comment: kind("int", 0n, 3n)
}

/** What is wrong with the parameters of a call: one that is needed and missing, or a number that is none. An empty one is not there. */
export const flawOf = ({ params, path }: Call, needed: ReadonlyArray<string>): Answer | undefined => {
  const missing = needed.find((name) => !params.has(name) || (name in kinds && params.get(name) === ""))
  if (missing !== undefined) return refuse(10016, path, missed(missing))
  for (const [name, { expected, least, most }] of Object.entries(kinds)) {
    const value = params.get(name) ?? ""
    const isNumber = /^\d{1,19}$/.test(value) && BigInt(value) >= least && BigInt(value) <= most
    if (value !== "" && !isNumber) return refuse(10017, path, invalid(name, expected, value))
  }
  return undefined
}

/** The text of 10016. */
export const missed = (name: string): string => `miss required parameter (${name}), see doc for more info.`

/** The text of 10017. */
export const invalid = (name: string, expected: string, value: string): string =>
  `parameter (${name})'s value invalid,expect (${expected}), but get (${value}), see doc for more info.`
