import { AnswerProcess } from "@dualops/core/interaction"
import { Actor, Allowance, Calendars, Due, Process } from "@dualops/core/process"
import type { ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Result } from "effect"
import {
  account,
  cast,
  chen,
  escalate,
  given,
  hide,
  kai,
  lost,
  mei,
  monday,
  receive,
  refuse,
  reminder,
  say,
  sent,
  settings,
  standing,
  stillShown,
  text
} from "./AnswerCast.ts"

describe("The promise to the fan", () => {
  it("counts from when it came in until it is answered, whatever happens between, and tells the lead when its time is up", () => {
    for (const [deeds, state] of [
      [[receive()], "Waiting"],
      [sent, "Sending"],
      [lost, "Unconfirmed"],
      [[...sent, refuse()], "Failed"],
      [[receive(), hide(mei)], "Hiding"]
    ] as const) {
      given(...deeds)
        .when(escalate())
        .thenStands(state)
        // Whatever the hour is.
        .thenAsks({ notify: { ...reminder(state), urgent: true } })
    }
  })

  it("tells everybody of its chain in turn, each time that it is up, and the last of them again", () => {
    const chain = [
      { to: kai, after: Allowance.always("2 hours") },
      { to: chen, after: Allowance.always("3 hours") }
    ] as const
    const rulebook = { ...cast, settings: { ...settings, chain } }
    let current = standing(receive())
    const told = [1, 2, 3, 4].map(() => {
      const taken = Process.accept(AnswerProcess, current, {
        ...rulebook,
        case: current.id,
        step: "Escalate",
        input: {},
        by: Actor.clock("promise", (current.clocks[0]?.fired ?? 0) + 1),
        at: monday("12:00"),
        handbook: current.handbook,
        entitled: () => true,
        accounts: [account]
      })
      if (Result.isFailure(taken)) return assert.fail(String(taken.failure))
      current = Process.evolve(AnswerProcess, current, taken.success)
      return (taken.success.facts as { readonly lead: string }).lead
    })
    assert.deepStrictEqual(told, [kai, chen, chen, chen])
    assertEquals(current.entered, 1)
  })

  it("tells each of its chain after the time that the handbook gives them, from when it came", () => {
    const chain = [
      { to: kai, after: Allowance.always("90 minutes") },
      { to: chen, after: Allowance.always("3 hours") }
    ] as const
    const promiseAfter = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof AnswerProcess>>) => {
      const all = Due.due(AnswerProcess, standing(...deeds), { ...settings, chain }, Calendars.everyMinute)
      return all.find(({ name }) => name === "promise")
    }
    // Four fifths of the promised two hours would be later than that.
    assertEquals(promiseAfter(receive())?.warn, monday("10:30"))
    assertEquals(promiseAfter(receive())?.at, monday("10:30"))
    assertEquals(promiseAfter(receive(), escalate(monday("10:31")))?.at, monday("12:00"))
  })

  it("is told when the promise is over as well, where its chain ends before, to the last of the chain", () => {
    const chain = [{ to: kai, after: Allowance.always("90 minutes") }] as const
    const rules = { ...settings, chain }
    const first = escalate(monday("10:31"))
    const next = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof AnswerProcess>>) =>
      Due.due(AnswerProcess, standing(...deeds), rules, Calendars.everyMinute).find(({ name }) => name === "promise")
    assertEquals(next(receive(), first)?.at, monday("11:00"))
    assertEquals(next(receive(), first)?.rung, 2)
    // The chain whose last is told just then has no rung more: the same is said again, later.
    const then = [...chain, { to: chen, after: settings.within }] as const
    const both = standing(receive(), first, escalate(monday("11:00"), 2))
    const told = Due.due(AnswerProcess, both, { ...settings, chain: then }, Calendars.everyMinute)
    assertEquals(told.find(({ name }) => name === "promise")?.at, monday("15:00"))
  })

  it("is not put off by attempts, and begins anew only when its time was up", () => {
    const dueAfter = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof AnswerProcess>>) => {
      const all = Due.due(AnswerProcess, standing(...deeds), settings, Calendars.everyMinute)
      return all.find(({ fires }) => fires === "Escalate")?.at
    }
    assertEquals(dueAfter(receive()), monday("11:00"))
    assertEquals(dueAfter(...sent, refuse(), say(mei, text, monday("09:20"))), monday("11:00"))
    assertEquals(dueAfter(receive(), hide(mei), stillShown()), monday("11:00"))
    assertEquals(dueAfter(receive(), escalate()), monday("15:00"))
  })
})
