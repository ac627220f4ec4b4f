/**
 * Sums of money, as budgets and prizes have them.
 *
 * @module
 */
import { Effect, Schema } from "effect"

/** A sum; in yuan unless it says otherwise. */
export const Money = Schema.Struct({
  amount: Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)),
  currency: Schema.String.check(Schema.isPattern(/^[A-Z]{3}$/, { expected: "a currency as three capital letters" }))
    .annotate({ description: "ISO 4217; CNY unless it is said." })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("CNY")))
})
/** A sum. */
export type Money = typeof Money.Type
