import { AccountId } from "@dualops/core/account"
import { KeptEditions } from "@dualops/core/practices"
import { assert, describe } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { compose, holidays, later, renamed, started, test } from "./keptHouse.ts"
import { minimal } from "./worked.ts"

describe("A house that has worked under other editions", () => {
  test(
    "knows the edition by which it worked last before, and none at its first",
    Effect.gen(function* () {
      const third = renamed(minimal, "third")
      yield* started(compose("first"), minimal, holidays)
      assert.isUndefined(yield* KeptEditions.before(minimal))
      yield* TestClock.adjust("1 hour")
      yield* started(compose("second"), later, holidays)
      assertEquals(yield* KeptEditions.before(later), minimal)
      yield* TestClock.adjust("1 hour")
      assertEquals(yield* started(KeptEditions.before(third), third, holidays), later)
      assert.isUndefined(
        yield* KeptEditions.before({ ...third, account: { ...third.account, id: AccountId.make("2") } })
      )
    })
  )
})
