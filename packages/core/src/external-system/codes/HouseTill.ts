/**
 * The tills of the house: what somebody has typed becomes a number, the number is redeemed, and the redemption is observed. A claim that broke off in
 * between is made again under its key, and observed then. What an order gives back is observed as well, and counts no more.
 *
 * @module
 */
import { Clock, DateTime, Duration, Effect, type Redacted, Result } from "effect"
import { ObservationStore, type Refused } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Writing from "../../operations/Writing.ts"
import * as CodeRedeemed from "./CodeRedeemed.ts"
import * as Codes from "./Codes.ts"
import * as CodeTally from "./CodeTally.ts"
import * as CodeTerms from "./CodeTerms.ts"
import * as CodeText from "./CodeText.ts"
import * as Guesses from "./Guesses.ts"
import * as Redemption from "./Redemption.ts"
import { Redemptions } from "./Redemptions.ts"
import type { Till } from "./Till.ts"

/** What the tills of a house need to know. */
export interface Options {
  /** The secret of the codes, of at least 32 characters. */
  readonly secret: Redacted.Redacted<string>
  /** How many codes that do not exist a till may try; ten, and ten a minute, unless it is said. */
  readonly guesses?: Guesses.Rate
}

/** The tills of a house, each by its name; and who is behind it, where strangers are: each of them guesses for themselves alone. */
export type Tills = (till: Redemption.TillId, guesser?: string) => Till["Service"]

/** Of no more guessers it is remembered what they have tried; of those beyond, the first are forgotten. */
const most = 10_000

/** Makes the tills. What they have tried is remembered as long as the program runs. */
export const make = Effect.fn("HouseTill.make")(function* ({ guesses = Guesses.usual, secret }: Options) {
  const redemptions = yield* Redemptions
  const store = yield* ObservationStore
  const codes = Codes.make(secret)
  const tried = new Map<string, Guesses.Left>()

  const redeem = Effect.fnUntraced(function* (
    till: Redemption.TillId,
    guesser: string,
    { code, fan, key }: Redemption.Asked
  ) {
    const all = yield* redemptions.terms
    const now = yield* Clock.currentTimeMillis
    // From here to where a guess is counted nobody else comes between: many at once have no more guesses than one after the other.
    const wait = Guesses.waitAt(tried.get(guesser), guesses, now)
    if (wait !== undefined) {
      const detail = "too many codes were tried that do not exist"
      return yield* new Writing.TryLater({ code: "too-many-guesses", detail, after: Duration.millis(wait) })
    }
    const found = find(codes, all, code)
    if ("why" in found) return { _tag: "Misread", why: found.why } satisfies Redemption.Told
    const { number, terms } = found
    if (terms === undefined) {
      const left = Guesses.leftAt(tried.get(guesser), guesses, now) - 1
      tried.delete(guesser)
      tried.set(guesser, { left, at: now })
      const [first] = tried.keys()
      if (tried.size > most && first !== undefined) tried.delete(first)
      return { _tag: "Unknown" } satisfies Redemption.Told
    }
    const answer = yield* redemptions.redeem({ series: terms.series, number, till, key, at: DateTime.makeUnsafe(now) })
    if (answer._tag === "Redeemed") {
      const seen = CodeRedeemed.of(terms, { number, till, at: answer.at, turn: answer.turn, fan })
      yield* Observations.record(CodeRedeemed.kind, [seen])
    }
    return answer satisfies Redemption.Told
  })

  const giveBack = Effect.fnUntraced(function* (till: Redemption.TillId, order: Redemption.Cancelled) {
    const taken = yield* redemptions.giveBack({ ...order, till, at: yield* DateTime.now })
    const terms = (yield* redemptions.terms).find(({ series }) => series === taken?.series)
    if (taken !== undefined && terms !== undefined) yield* CodeTally.observe(terms, [taken])
    return Redemption.returned(taken)
  })

  const tills: Tills = (till, guesser = "") => ({
    redeem: (asked) => told(redeem(till, JSON.stringify([till, guesser]), asked)),
    giveBack: (order) => told(giveBack(till, order))
  })
  const told = <A>(answer: Effect.Effect<A, Writing.Failure | Refused | StoreUnavailable, ObservationStore>) =>
    answer.pipe(
      Effect.provideService(ObservationStore, store),
      // What is recorded here is made here: a store that refuses it has found a mistake of ours.
      Effect.catchTag("ObservationStore.Refused", Effect.die),
      Effect.catchTag("StoreUnavailable", ({ message }) =>
        Effect.fail(new Writing.Unknown({ code: "store", detail: message }))
      )
    )
  return tills
})

type Found = { readonly why: CodeText.Why } | { readonly terms: CodeTerms.Terms | undefined; readonly number: number }

/** The series and the number of what somebody has typed, among all series of the house. */
const find = (codes: Codes.Codes, all: ReadonlyArray<CodeTerms.Terms>, text: string): Found => {
  let whyNot: CodeText.Why | undefined
  let isRead = false
  for (const terms of all) {
    const digits = CodeText.read(text, terms.length)
    if (Result.isFailure(digits)) {
      // Of several lengths, the one that it has says more than how much is missing to the others.
      if (whyNot === undefined || digits.failure._tag === "Mistyped") whyNot = digits.failure
      continue
    }
    isRead = true
    const number = codes.of(CodeTerms.makingOf(terms)).numberOf(digits.success)
    if (number !== undefined && CodeTerms.placementOf(terms, number) !== undefined) return { terms, number }
  }
  return isRead || whyNot === undefined ? { terms: undefined, number: 0 } : { why: whyNot }
}
