/**
 * Who takes part in a draw, out of all that was heard: each person once, whoever did in time all that the draw asks, and is not left out.
 *
 * @module
 */
import type { Announced, TurnedAway } from "./DrawRecord.ts"
import { plain } from "./Ticket.ts"

/** Something that somebody did; `at` in milliseconds since 1970. */
export interface Done {
  readonly fan: string
  readonly did: string
  readonly at: number
}

/** Who takes part, by plain ids, and why others do not. */
export interface Sifted {
  readonly fans: ReadonlyArray<string>
  readonly turnedAway: TurnedAway
}

/** What a draw asks of those who take part. */
export type Rules = Pick<Announced, "closes" | "opens" | "requires">

/** Sifts everything that was heard, in any order. `excluded` are ids, in any way of writing. */
export const sift = (rules: Rules, all: Iterable<Done>, excluded: ReadonlyArray<string> = []): Sifted => {
  const [opens, closes] = [Date.parse(rules.opens), Date.parse(rules.closes)]
  const wanted = new Map(rules.requires.map((one, index) => [one, 2 ** index]))
  const everything = 2 ** wanted.size - 1
  const out = new Set(excluded.map(plain))
  const done = new Map<string, number>()
  let [malformed, repeated] = [0, 0]
  for (const { at, did, fan } of all) {
    const id = plain(fan)
    if (id === "") malformed++
    else {
      const before = done.get(id) ?? 0
      const bit = wanted.get(did) ?? 0
      const now = at < opens ? early : at >= closes ? late : inTime | bit
      if (before & inTime && now & inTime && (before | now) === before) repeated++
      done.set(id, before | now)
    }
  }
  const turnedAway = { early: 0, late: 0, lacking: 0, excluded: 0, malformed, repeated }
  const fans: Array<string> = []
  for (const [id, what] of done) {
    if (out.has(id)) turnedAway.excluded++
    else if ((what & everything) === everything && what & inTime) fans.push(id)
    else if (what & inTime) turnedAway.lacking++
    else if (what & late) turnedAway.late++
    else turnedAway.early++
  }
  return { fans, turnedAway }
}

/** Beside what a draw asks, which takes the bits below. */
const [inTime, late, early] = [2 ** 28, 2 ** 29, 2 ** 30]
