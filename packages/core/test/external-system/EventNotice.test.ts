import { ChineseHolidays, Timetable } from "@dualops/core/calendar"
import { Caseload, Operations } from "@dualops/core/operations"
import { CampaignProcess } from "@dualops/core/practices"
import { type Actor, Allowance, Calendars, Case, Refusal } from "@dualops/core/process"
import { EventNotice, EventNoticeProcess } from "@dualops/core/resources"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import { nine } from "../operations/house.ts"
import { ann, ben, edition, inHouse } from "../operations/openHouse.ts"
import { brief as cups, settings as ofCampaigns } from "../practices/campaigns/CampaignCast.ts"

const day = [{ from: "09:00", to: "18:00" }] as const
const [monday, tuesday, wednesday, thursday, friday] = [day, day, day, day, day]
const week = { monday, tuesday, wednesday, thursday, friday, saturday: [], sunday: [] }
const office = Timetable.make({ timeZone: "Asia/Shanghai", week, exceptions: [] }, ChineseHolidays.holidays)
const settings: EventNotice.Settings = {
  lead: ann.person,
  ahead: Allowance.of("18 hours", "office"),
  attention: Allowance.always("4 hours"),
  sponsors: [ben.person]
}
const house = {
  ...edition({ ...ofCampaigns, ...settings, approver: ben.person }),
  accounts: [cups.account],
  calendars: ((name) => (name === "office" ? office : Calendars.always())) satisfies Calendars.Calendars
}
const at = (text: string) => DateTime.makeUnsafe(`${text}:00+08:00`)
const telling = (starts: DateTime.Utc) => ({
  event: "osmanthus",
  starts,
  materials: "https://xinghe.example/kit",
  part: "预热三天"
})

ProcessLaws.suite("EventNotice", EventNoticeProcess, {
  people: [ann.person, ben.person],
  settings: [settings],
  inputs: {
    Tell: (pick, time) => telling(DateTime.add(time, { hours: pick(60) })),
    Change: (pick, time) => telling(DateTime.add(time, { hours: pick(60) - 3 })),
    Learn: (pick, time) => ({
      event: "price",
      began: DateTime.subtract(time, { hours: pick(60) - 3 }),
      how: "粉丝来问"
    })
  }
})

const send = <S extends "Tell" | "Acknowledge" | "Learn" | "CallOff">(step: S, by: Actor.Person, input: unknown) =>
  Effect.map(
    Operations.send(EventNoticeProcess, {
      key: `${step} ${JSON.stringify(input)}`,
      case: Case.CaseId.make("osmanthus"),
      step,
      by,
      input: input as never
    }),
    ({ case: { state } }) => state
  )
const onCampaign = (step: "Propose" | "WriteBrief" | "Approve", by: Actor.Person, input: unknown) =>
  Operations.send(CampaignProcess, {
    key: `${step} ${by.person}`,
    case: Case.CaseId.make("tea"),
    step,
    by,
    input: input as never
  })

describe("Notice of an event", () => {
  it.effect("counts how many hours of work too late it comes: a weekend is no preparation", () =>
    inHouse(
      Effect.gen(function* () {
        // Monday, nine o'clock: two days of nine hours are Wednesday morning.
        assert.deepInclude(yield* send("Tell", ben, telling(at("2026-11-25T10:00"))), { hoursLate: 0 })
        yield* TestClock.setTime(at("2026-11-27T16:00").epochMilliseconds)
        // Friday, four o'clock: two hours are left of Friday, and one of Monday.
        assert.deepInclude(
          yield* Effect.map(
            Operations.send(EventNoticeProcess, {
              ...{ key: "late", case: Case.CaseId.make("late"), step: "Tell", by: ben },
              input: telling(at("2026-11-30T10:00"))
            }),
            ({ case: { state } }) => state
          ),
          { hoursLate: 15 }
        )
      }),
      house
    )
  )

  it.effect("that never came is learned afterwards: the hours lost, and whoever vouches for notices says why", () =>
    inHouse(
      Effect.gen(function* () {
        yield* TestClock.setTime(at("2026-11-24T11:00").epochMilliseconds)
        const learned = yield* send("Learn", ann, { event: "price", began: at("2026-11-23T10:00"), how: "粉丝来问" })
        assert.deepInclude(learned, { _tag: "Learned", hoursLost: 28 })
        const desk = (person: Actor.Person) =>
          Effect.map(Caseload.make([EventNoticeProcess]).desk(person), (tasks) => tasks.map(({ step }) => step))
        assert.deepStrictEqual(yield* desk(ben), ["Explain"])
      }),
      house
    )
  )

  it.effect(
    "is told before the event: what has begun cannot be told in advance, and what is to come is not learned",
    () =>
      inHouse(
        Effect.gen(function* () {
          const [past, future] = [DateTime.subtract(nine, { hours: 1 }), DateTime.add(nine, { hours: 1 })]
          assertEquals(yield* Effect.flip(send("Tell", ben, telling(past))), new EventNotice.Begun({ starts: past }))
          assertEquals(
            yield* Effect.flip(send("Learn", ann, { event: "price", began: future, how: "?" })),
            new EventNotice.StillToCome({ began: future })
          )
        }),
        house
      )
  )

  it.effect("is what a campaign for the event needs to be approved: without it, nobody can", () =>
    inHouse(
      Effect.gen(function* () {
        const brief = { ...cups, event: "osmanthus" }
        yield* onCampaign("Propose", ann, { name: "桂花", why: "新品" })
        yield* onCampaign("WriteBrief", ann, { brief })
        const refusal = yield* Effect.flip(onCampaign("Approve", ben, {}))
        assert.instanceOf(refusal, Refusal.NotGranted)
        yield* send("Tell", ben, telling(at("2026-11-30T10:00")))
        assert.instanceOf(yield* Effect.flip(onCampaign("Approve", ben, {})), Refusal.NotGranted)
        yield* send("Acknowledge", ann, {})
        const { event } = yield* onCampaign("Approve", ben, {})
        assert.deepStrictEqual(event.decidedBy, [{ process: "EventNotice", case: Case.CaseId.make("osmanthus") }])
      }),
      house
    )
  )
})
