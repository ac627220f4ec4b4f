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
  /** The redemptions of each code, in their turns: the last one stands, unless it was given back. */
  const byCode = new Map<string, ReadonlyArray<Redemption.Taken>>()
  const byKey = new Map<string, Redemption.OfKey>()
  const nameOf = (...parts: ReadonlyArray<string | number>) => JSON.stringify(parts)
  const codeOf = ({ number, series }: Pick<Redemption.Taken, "number" | "series">) => nameOf(series, number)
  const keyOf = ({ key, till }: Pick<Redemption.Taken, "key" | "till">) => nameOf(till, key)

  const redeem = (claim: Redemption.Claim): Redemption.Answer => {
    const turns = byCode.get(codeOf(claim)) ?? []
    const standing = turns.find(({ back }) => back === undefined)
    const before = Redemption.answerBefore(claim, standing, byKey.get(keyOf(claim)))
    if (before !== undefined) return before
    const known = terms.get(claim.series)
    const open = known === undefined ? ({ _tag: "Unknown" } as const) : Redemption.openAt(known, claim.number, claim.at)
    if (typeof open !== "string") return open
    const taken = { ...claim, placement: open, turn: turns.length + 1 }
    byCode.set(codeOf(claim), [...turns, taken])
    byKey.set(keyOf(claim), taken)
    return { _tag: "Redeemed", series: claim.series, placement: open, at: claim.at, turn: taken.turn }
  }

  const giveBack = (order: Redemption.Cancellation): Redemption.Taken | undefined => {
    const known = byKey.get(keyOf(order)) ?? order
    if (!("number" in known)) {
      byKey.set(keyOf(order), known)
      return undefined
    }
    if (known.back !== undefined) return known
    const { at, by } = order
    const taken = { ...known, back: { at, ...(by !== undefined && { by }) } }
    byCode.set(codeOf(taken), [...(byCode.get(codeOf(taken)) ?? []).slice(0, -1), taken])
    byKey.set(keyOf(taken), taken)
    return taken
  }

  return {
    keep: (written) =>
      Effect.sync(() => {
        if ((terms.get(written.series)?.revision ?? 0) < written.revision) terms.set(written.series, written)
      }),
    terms: Effect.sync(() => [...terms.values()]),
    redeem: (claim) => Effect.sync(() => redeem(claim)),
    giveBack: (order) => Effect.sync(() => giveBack(order)),
    taken: (series, after = { number: -1, turn: 0 }, limit) =>
      Effect.sync(() =>
        [...byCode.values()]
          .flat()
          .filter((one) => one.series === series && compare(one, after) > 0)
          .sort(compare)
          .slice(0, limit)
      )
  }
})

type Place = Pick<Redemption.Taken, "number" | "turn">
const compare = (one: Place, other: Place): number => one.number - other.number || one.turn - other.turn
