/**
 * What codes have brought in: how many were redeemed, by placement and by post, and by a fan; and what the observations have missed, taken up. A redemption
 * that was given back brought in nothing.
 *
 * @module
 */
import { Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { FanId } from "../../account/FanId.ts"
import type { PostId } from "../../account/PostId.ts"
import type { Moment } from "../../calendar/Moment.ts"
import * as Observations from "../../observations/Observations.ts"
import * as CodeRedeemed from "./CodeRedeemed.ts"
import type { Terms } from "./CodeTerms.ts"
import type { Taken } from "./Redemption.ts"
import { Redemptions } from "./Redemptions.ts"

/** What a placement has brought in. */
export interface Line {
  readonly placement: string
  readonly post?: PostId | undefined
  /** How many codes it has. */
  readonly codes: number
  readonly redeemed: number
}

/** What each placement of a series has brought in from one moment until before another, in the order of the series. */
export const byPlacement = Effect.fn("CodeTally.byPlacement")(function* (
  { account, placements, series }: Pick<Terms, "account" | "placements" | "series">,
  from: Moment,
  until: Moment
) {
  return yield* Effect.forEach(placements, ({ codes, id, post }) =>
    Effect.map(
      counted(account, CodeRedeemed.tags.placement(series, id), from, until),
      (redeemed): Line => ({ placement: id, ...(post !== undefined && { post }), codes, redeemed })
    )
  )
})

/** How many codes were redeemed, and not given back, of those in a post, of whatever series. */
export const ofPost = Effect.fn("CodeTally.ofPost")(function* (
  account: AccountId,
  post: PostId,
  from: Moment,
  until: Moment
) {
  return yield* counted(account, CodeRedeemed.tags.post(post), from, until)
})

const counted = (account: AccountId, tag: string, from: Moment, until: Moment) =>
  Effect.map(Observations.count(CodeRedeemed.kind, { account, tag }, [from, until]), ([count = 0]) => count)

/** What a fan has redeemed and not given back, the newest first, at most so many. */
export const ofFan = Effect.fn("CodeTally.ofFan")(function* (account: AccountId, fan: FanId, limit: number) {
  const page = yield* Observations.page(CodeRedeemed.kind, { account, person: fan, order: "newest", limit })
  return page.observations
})

/** Observes redemptions, and of those that were given back that as well; answers how many observations are new. */
export const observe = Effect.fn("CodeTally.observe")(function* (terms: Terms, some: ReadonlyArray<Taken>) {
  const redeemed = yield* Observations.record(
    CodeRedeemed.kind,
    some.map((one) => CodeRedeemed.of(terms, one))
  )
  const returned = some.flatMap(({ back, ...one }) => (back === undefined ? [] : [{ ...one, back }]))
  if (returned.length === 0) return redeemed.recorded
  const backs = returned.map((one) => CodeRedeemed.backOf(terms, one))
  return redeemed.recorded + (yield* Observations.record(CodeRedeemed.back, backs)).recorded
})

/**
 * Observes every redemption of a series that nobody has observed, and every one that was given back, because a program died in between; answers how many
 * observations were missing. Whose they were is not known any more, so this comes when tills have stopped trying.
 */
export const mend = Effect.fn("CodeTally.mend")(function* (terms: Terms) {
  const redemptions = yield* Redemptions
  let [mended, after]: [number, Taken | undefined] = [0, undefined]
  while (true) {
    const some: ReadonlyArray<Taken> = yield* redemptions.taken(terms.series, after, atOnce)
    if (some.length === 0) return mended
    mended += yield* observe(terms, some)
    after = some.at(-1)
  }
})
const atOnce = 200
