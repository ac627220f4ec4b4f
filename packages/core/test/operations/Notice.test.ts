import { PostProcess } from "@dualops/core/content"
import {
  Carrier,
  Caseload,
  type Editions,
  type EventLog,
  NoticeProcess,
  Operations,
  Worker,
  Writing
} from "@dualops/core/operations"
import { Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import { inReview, later, moon, qin, unclaimedOutcomes, work } from "./house.ts"
import { acknowledge, heard, house, isWarning, notices, reaching, reminded, turnUp, workUntil } from "./NoticeCast.ts"

describe("A message that does not reach a person", () => {
  it.effect("goes to the next of the chain, and to the next where that one cannot be reached either", () =>
    house(
      Effect.gen(function* () {
        yield* reminded(reaching(["qin"]))
        assert.deepStrictEqual(heard, ["tang?", "zhou?", "qin"])
      })
    )
  )

  it.effect("is passed on as well when nobody knows whether it has arrived", () =>
    house(
      Effect.gen(function* () {
        yield* reminded(
          reaching(["zhou"], new Writing.Unknown({ code: "connection", detail: "the connection was lost" }))
        )
        assert.deepStrictEqual(heard, ["tang?", "zhou"])
      })
    )
  )

  it.effect("is passed on when its messenger is broken, after a while of trying less and less often", () =>
    house(
      Effect.gen(function* () {
        const broken = Carrier.make(Notify.notify, ({ message, to }) =>
          Effect.suspend(() => {
            if (isWarning(message)) return Effect.succeed({})
            heard.push(to)
            return to === "tang" ? Effect.die("no such host") : Effect.succeed({})
          })
        )
        yield* inReview
        yield* TestClock.setTime(later(60).epochMilliseconds)
        for (let minute = 60; minute < 60 + 4 * 60; minute++) {
          yield* TestClock.setTime(later(minute).epochMilliseconds)
          yield* Worker.round({ ...work, carriers: [broken], mostTries: 4 })
        }
        assert.deepStrictEqual(heard.slice(0, 5), ["tang", "tang", "tang", "tang", "zhou"])
      })
    )
  )

  it.effect("stays on the desks until somebody says that they have it, and then is not told again", () =>
    house(
      Effect.gen(function* () {
        yield* reminded(reaching(["zhou"]))
        const [open] = yield* notices
        const desk = yield* Caseload.make([PostProcess]).desk(qin)
        assert.include(
          desk.map(({ step }) => step),
          "Acknowledge"
        )
        yield* Operations.send(NoticeProcess, {
          key: "click",
          case: open?.id ?? moon,
          step: "Acknowledge",
          by: qin,
          input: { note: "called tang" }
        })
        assert.isEmpty(yield* notices)
        heard.splice(0)
        yield* workUntil(later(110), reaching(["zhou"]))
        assert.isEmpty(heard)
      })
    )
  )

  it.effect(
    "and that somebody has acknowledged is not told any more, also where its messenger was busy until then",
    () =>
      house(
        Effect.gen(function* () {
          let isBusy = true
          const busy = new Writing.TryLater({ code: "busy", detail: "mail server", after: Duration.minutes(10) })
          const messenger = Carrier.make(Notify.notify, ({ to }) =>
            Effect.suspend(() => (isBusy ? Effect.fail(busy) : Effect.sync(() => ({ ...(heard.push(to) && {}) }))))
          )
          yield* turnUp
          yield* workUntil(later(5), messenger)
          yield* acknowledge
          isBusy = false
          yield* workUntil(later(40), messenger)
          assert.isEmpty(heard)
          assert.isEmpty(yield* unclaimedOutcomes)
        })
      )
  )

  const fates: ReadonlyArray<readonly [becomes: string, fate: Effect.Effect<object, Carrier.Failure>]> = [
    ["arrives", Effect.succeed({})],
    ["does not arrive", Effect.fail(new Writing.Refused({ code: "left", detail: "no such user" }))],
    ["may have arrived", Effect.fail(new Writing.Unknown({ code: "lost", detail: "the connection was lost" }))]
  ]
  for (const [becomes, fate] of fates) {
    it.effect(`that is acknowledged while a message of it is on its way is over, also where that ${becomes}`, () =>
      house(
        Effect.gen(function* () {
          yield* turnUp
          const context = yield* Effect.context<EventLog.EventLog | Editions.Editions>()
          const acknowledged = Effect.provide(Effect.orDie(acknowledge), context)
          const carry = () => Effect.andThen(acknowledged, fate)
          yield* workUntil(later(40), Carrier.make(Notify.notify, carry))
          assert.isEmpty(yield* notices)
          assert.isEmpty(yield* unclaimedOutcomes)
        })
      )
    )
  }

  it.effect("is told to everybody of the chain in turn, with growing pauses, while nobody says so", () =>
    house(
      Effect.gen(function* () {
        yield* Effect.andThen(inReview, workUntil(later(60), reaching(["zhou", "qin"])))
        const times: Array<number> = []
        for (let minute = 61; minute < 3 * 24 * 60; minute++) {
          const before = heard.length
          yield* TestClock.setTime(later(minute).epochMilliseconds)
          yield* Worker.round({ ...work, processes: [], carriers: [reaching(["zhou", "qin"])] })
          if (heard.length > before) times.push(minute - 60)
        }
        // Three hours, six, twelve, and then a day.
        assert.deepStrictEqual(heard, ["tang?", "zhou", "qin", "zhou", "qin", "zhou", "qin"])
        assert.deepStrictEqual(
          times.map((minute) => Math.round(minute / 60)),
          [3, 9, 21, 45, 69]
        )
      })
    )
  )

  it.effect("that reaches nobody at all is tried again after a while, and not at once for ever", () =>
    house(
      Effect.gen(function* () {
        yield* reminded(reaching([]), 120)
        assert.deepStrictEqual(heard, ["tang?", "zhou?", "qin?"])
        assert.lengthOf(yield* notices, 1)
      })
    )
  )
})
