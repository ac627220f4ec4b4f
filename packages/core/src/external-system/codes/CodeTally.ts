/**
 * What codes have brought in: how many were redeemed, by placement and by post, and by a fan; and what the observations have missed, taken up.
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

/** How many codes were redeemed of those in a post, of whatever series. */
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

/** What a fan has redeemed, the newest first, at most so many. */
export const ofFan = Effect.fn("CodeTally.ofFan")(function* (account: AccountId, fan: FanId, limit: number) {
  const page = yield* Observations.page(CodeRedeemed.kind, { account, person: fan, order: "newest", limit })
  return page.observations
})

/**
 * Observes every redemption of a series that nobody has observed, because a program died in between; answers how many there were. Whose they were is not
 * known any more, so this comes when tills have stopped trying.
 */
export const mend = Effect.fn("CodeTally.mend")(function* (terms: Terms) {
  const redemptions = yield* Redemptions
  let [mended, after]: [number, number | undefined] = [0, undefined]
  while (true) {
    const some: ReadonlyArray<Taken> = yield* redemptions.taken(terms.series, after, atOnce)
    if (some.length === 0) return mended
    const receipt = yield* Observations.record(
      CodeRedeemed.kind,
      some.map((one) => CodeRedeemed.of(terms, one))
    )
    mended += receipt.recorded
    after = some.at(-1)?.number
  }
})
const atOnce = 200
