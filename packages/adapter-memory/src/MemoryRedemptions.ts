/**
 * `Redemptions` in memory, for one process.
 *
 * @module
 */
import { type CodeTerms, Redemption, Redemptions } from "@dualops/core/codes"
import { Effect, Layer } from "effect"

/** No series yet, and nothing redeemed. */
export const layer: Layer.Layer<Redemptions> = Layer.sync(Redemptions, () => {
  const terms = new Map<string, CodeTerms.Terms>()
  const byCode = new Map<string, Redemption.Taken>()
  const byKey = new Map<string, Redemption.Taken>()
  const nameOf = (...parts: ReadonlyArray<string | number>) => JSON.stringify(parts)

  const redeem = (claim: Redemption.Claim): Redemption.Answer => {
    const [code, key] = [nameOf(claim.series, claim.number), nameOf(claim.till, claim.key)]
    const before = Redemption.answerBefore(claim, byCode.get(code), byKey.get(key))
    if (before !== undefined) return before
    const known = terms.get(claim.series)
    const open = known === undefined ? ({ _tag: "Unknown" } as const) : Redemption.openAt(known, claim.number, claim.at)
    if (typeof open !== "string") return open
    const taken = { ...claim, placement: open }
    byCode.set(code, taken)
    byKey.set(key, taken)
    return { _tag: "Redeemed", series: claim.series, placement: open, at: claim.at }
  }

  return {
    keep: (written) =>
      Effect.sync(() => {
        if ((terms.get(written.series)?.revision ?? 0) < written.revision) terms.set(written.series, written)
      }),
    terms: Effect.sync(() => [...terms.values()]),
    redeem: (claim) => Effect.sync(() => redeem(claim)),
    taken: (series, after = -1, limit) =>
      Effect.sync(() =>
        [...byCode.values()]
          .filter((one) => one.series === series && one.number > after)
          .sort((one, other) => one.number - other.number)
          .slice(0, limit)
      )
  }
})
