/**
 * Sums of money, as budgets and prizes have them.
 *
 * @module
 */
import { Effect, Schema } from "effect"
import * as Expected from "../../finding/Expected.ts"

/** A sum; in yuan unless it says otherwise. */
export const Money = Schema.Struct({
  amount: Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000_000_000 })),
  currency: Schema.String.check(Schema.isPattern(/^[A-Z]{3}$/))
    .annotate(
      Expected.words({
        zh: "三个大写字母的货币代码，形如「CNY」",
        en: "a currency as the three capital letters of ISO 4217, CNY unless it is said"
      })
    )
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed("CNY")))
})
/** A sum. */
export type Money = typeof Money.Type

/** Sums added to the hundredth, without the dust of binary fractions: 0.1 and 0.2 are 0.3. */
export const added = (...sums: ReadonlyArray<number>): number =>
  Math.round(sums.reduce((all, sum) => all + sum, 0) * 100) / 100
