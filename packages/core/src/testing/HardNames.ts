/**
 * Names that are hard to keep, and those that cannot be kept.
 *
 * @module
 */
import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { Unstorable } from "../operations/EventLog.ts"
import { mostOf } from "../operations/Storable.ts"

/** Chinese characters that nothing makes shorter, three bytes each in UTF-8, and another text for every seed. */
export const scrambled = (length: number, seed: number): string => {
  let state = seed
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 20_000))
  }).join("")
}

/** The longest name that such a thing may have. */
export const longestOf = (what: string, seed: number): string => scrambled(mostOf(what), seed)

/** Texts that stand in no column as they are. */
export const oddTexts = ["a\u0000b", "half \ud83d", "\udca9 the other half", "\ud83d\udca9 whole, and 🍵", ""]

/** Sees to it that names which no database keeps are refused as such, before they are tried. */
export const refusesNames = <A, E, R>(what: string, keep: (name: string) => Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const most = mostOf(what)
    for (const [name, wrong] of [
      ["a\u0000b", "null character"],
      ["half \ud83d", "half character"],
      [scrambled(most + 1, 1), "too long"]
    ] as const) {
      const refused: unknown = yield* Effect.flip(keep(name))
      if (!(refused instanceof Unstorable)) return assert.fail(`${what}, ${wrong}: ${String(refused)}`)
      assert.deepInclude(refused, { what, wrong, length: name.length, most })
      assert.isTrue(refused.message.isWellFormed())
    }
  })
