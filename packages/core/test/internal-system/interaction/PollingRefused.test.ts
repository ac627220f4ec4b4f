import { Reading } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { inTheMorning } from "./IntakeCast.ts"
import { facts, listen, nothing, type Platform } from "./PollingCast.ts"

describe("The platform does not let a source be read", () => {
  const failing =
    (failure: Reading.Failure): Platform =>
    (source, time) =>
      source === "mentions" && time === 1 ? Effect.fail(failure) : Effect.succeed(nothing)
  /** When the mentions were read again, what the plan would have said, and what was logged of them. */
  const again = (failure: Reading.Failure, hours = 3) =>
    Effect.map(listen(hours, failing(failure)), ({ of, told }) => ({
      at: of("mentions")[1],
      planned: of("comments")[1],
      told: told.filter((one) => one.includes("mentions:"))
    }))

  it.effect("not now: it is read again when the platform says, or at its next turn", () =>
    inTheMorning(
      Effect.gen(function* () {
        const told = ["Warn: mentions: It could not be read now (10009): it was to be so."]
        assert.deepInclude(yield* again(new Reading.TryLater({ ...facts, after: Duration.minutes(90) })), {
          at: 90,
          told
        })
      })
    )
  )

  it.effect("not now, and it does not say until when: it is read again at its next turn", () =>
    inTheMorning(
      Effect.gen(function* () {
        const { at, planned } = yield* again(new Reading.TryLater(facts))
        assert.isDefined(at)
        assert.approximately(at ?? 0, planned ?? Number.NaN, 1)
      })
    )
  )

  it.effect("not now, and it says that now is later: never sooner than it may be asked", () =>
    inTheMorning(
      Effect.gen(function* () {
        assert.strictEqual((yield* again(new Reading.TryLater({ ...facts, after: Duration.zero }))).at, 3)
      })
    )
  )

  it.effect("before a person has authorised the account: that is said aloud, and tried at every turn", () =>
    inTheMorning(
      Effect.gen(function* () {
        const { at, planned, told } = yield* again(new Reading.Unauthorised({ code: "21327", detail: "expired_token" }))
        assert.approximately(at ?? 0, planned ?? Number.NaN, 1)
        assert.deepStrictEqual(told, ["Error: mentions: The account has to be authorised anew (21327): expired_token."])
      })
    )
  )

  it.effect(
    "before a person has authorised the account: of all sources that is said once, and again when it is so again",
    () =>
      inTheMorning(
        Effect.gen(function* () {
          const dead = Effect.fail(new Reading.Unauthorised({ code: "21327", detail: "expired_token" }))
          const { told } = yield* listen(12, (_, time) => (time === 5 ? Effect.succeed(nothing) : dead))
          assert.deepStrictEqual(
            told,
            [1, 2].map(() => "Error: comments: The account has to be authorised anew (21327): expired_token.")
          )
        })
      )
  )

  it.effect("and will not today: it is read again when the next day begins, and the others are read meanwhile", () =>
    inTheMorning(
      Effect.gen(function* () {
        const { of, told } = yield* listen(25, failing(new Reading.NotShown({ code: "10014", detail: "no" })))
        assert.deepStrictEqual(of("mentions").slice(0, 2), [0, 24 * 60])
        assert.isAbove(of("comments").length, 24)
        assert.include(told, "Error: mentions: The platform does not show this (10014): no.")
      })
    )
  )
})
