// #region laws
import { Actor, Allowance } from "@dualops/core"
import { ProcessLaws } from "@dualops/core/testing"
import { Keys } from "./own-process.ts"

ProcessLaws.suite("Keys", Keys, {
  people: ["lin", "tang"].map((id) => Actor.PersonId.make(id)),
  // As many as the laws are to be tried with.
  settings: [{ lendFor: Allowance.always("1 day") }, { lendFor: Allowance.of("9 hours", "office") }]
})
// #endregion
