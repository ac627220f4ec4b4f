// #region laws
import { Actor, Allowance } from "@dualops/core"
import { EveryRun, type Inputs, ProcessLaws } from "@dualops/core/testing"
import { assert, it } from "@effect/vitest"
import { Keys } from "./own-process.ts"

const cast = {
  people: ["lin", "tang"].map((id) => Actor.PersonId.make(id)),
  // As many as the laws are to be tried with.
  settings: [{ lendFor: Allowance.always("1 day") }, { lendFor: Allowance.of("9 hours", "office") }],
  // By chance the keys would hardly ever be for somebody who is there.
  inputs: { Lend: (pick: Inputs.Pick) => ({ to: ["lin", "tang", "he"][pick(3)] ?? "he" }) }
}
ProcessLaws.suite("Keys", Keys, cast)

const everyRun = EveryRun.of(Keys, cast)
it("nobody lends the keys to themselves", () =>
  everyRun(({ history }) => {
    for (const { by, facts } of history) {
      if (by._tag === "Person" && "to" in facts) assert.notStrictEqual<string>(by.person, facts.to)
    }
  }))
// #endregion
