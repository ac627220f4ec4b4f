import { MemoryStore } from "@dualops/adapter-memory"
import { AccountId } from "@dualops/core/account"
import { PreparedAnswer } from "@dualops/core/answer-library"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { Carrier, Editions, Operations, type Store, Worker } from "@dualops/core/operations"
import { KnowledgeReview, KnowledgeReviewProcess, Practices } from "@dualops/core/practices"
import { Actor, Allowance, Calendars, Case, Notify, type Process } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import { textOf } from "../handbook/worked.ts"
import { nine } from "../operations/house.ts"

const [chen, lin, he, gao] = ["chen", "lin", "he", "gao"].map((id) => Actor.person(id)) as [
  // Four names make four people.
  Actor.Person,
  Actor.Person,
  Actor.Person,
  Actor.Person
]
const hours = (count: number) => DateTime.add(nine, { hours: count })
const settings: KnowledgeReview.Settings = {
  lead: he.person,
  attention: Allowance.always("8 hours"),
  users: [chen.person, lin.person]
}
const asking = {
  account: AccountId.make("1234567890"),
  answer: PreparedAnswer.PreparedAnswerId.make("opening-hours"),
  owner: gao.person,
  ends: hours(48)
}

ProcessLaws.suite("KnowledgeReview", KnowledgeReviewProcess, {
  people: [gao.person, he.person, lin.person],
  settings: [settings],
  inputs: {
    Ask: (pick, at) => ({ ...asking, ends: DateTime.add(at, { hours: pick(60) }) }),
    Renew: (pick, at) => ({ until: DateTime.add(at, { days: pick(3) }) }),
    Change: (pick, at) => ({ words: "十点开门", until: DateTime.add(at, { days: pick(3) }) }),
    Write: (pick) => ({ edition: Case.HandbookVersion.make(`edition ${pick(3)}`) })
  }
})

const told: Array<string> = []
const tell = Carrier.make(Notify.notify, ({ message, to }) =>
  Effect.sync(() => {
    told.push(`${to}: ${message.en}`)
    return {}
  })
)
const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // There is one process.
  settings: () => settings as never,
  entitled: () => true,
  accounts: [asking.account],
  calendars: Calendars.everyMinute
}
const id = Case.CaseId.make("opening hours")
const take = <const S extends Process.StepOf<typeof KnowledgeReviewProcess>>(
  step: S,
  by: Actor.Actor,
  input: Process.InputOf<typeof KnowledgeReviewProcess, S>
) => Operations.send(KnowledgeReviewProcess, { key: step, case: id, step, by, input })
const pass = Effect.fnUntraced(function* (count: number) {
  for (let hour = 0; hour < count; hour++) {
    yield* TestClock.adjust("1 hour")
    yield* Worker.round({ processes: [KnowledgeReviewProcess], carriers: [tell] })
  }
})
const inHouse = <A, E>(body: Effect.Effect<A, E, Store | Editions.Editions>) =>
  TestClock.setTime(nine.epochMilliseconds).pipe(
    Effect.andThen(Effect.sync(() => void told.splice(0))),
    Effect.andThen(take("Ask", Actor.world, asking)),
    Effect.andThen(body),
    Effect.provide(Layer.merge(MemoryStore.layer, Editions.layer(edition)))
  )

describe("A prepared answer that is about to end", () => {
  it.effect("is put to its owner ahead, who alone says what becomes of it; who uses it hears what is said now", () =>
    inHouse(
      Effect.gen(function* () {
        yield* pass(1)
        assert.match(told[0] ?? "", /^gao: .*does it hold on/)
        assertEquals(
          yield* Effect.flip(take("Renew", lin, { until: hours(99) })),
          new KnowledgeReview.NotTheirs({ owner: gao.person, person: lin.person })
        )
        assertEquals(
          yield* Effect.flip(take("Renew", gao, { until: hours(-9) })),
          new KnowledgeReview.Past({ until: hours(-9) })
        )
        yield* take("Change", gao, { words: "十点开门", until: hours(999) })
        yield* pass(1)
        for (const person of ["he", "chen", "lin"])
          assert.isTrue(
            told.some((one) => one.startsWith(`${person}: The prepared answer opening-hours is another now`))
          )
        const same = Case.HandbookVersion.make("1")
        assertEquals(
          yield* Effect.flip(take("Write", he, { edition: same })),
          new KnowledgeReview.SameEdition({ edition: same })
        )
      })
    )
  )

  it.effect("and of which nobody said that it holds has ended, and who uses it is told", () =>
    inHouse(
      Effect.gen(function* () {
        yield* pass(49)
        assert.strictEqual((yield* Operations.load(KnowledgeReviewProcess, id))?.state._tag, "RanOut")
        for (const person of ["gao", "chen", "lin"])
          assert.isTrue(
            told.some((one) => one === `${person}: The prepared answer opening-hours has ended, and is cited no more`)
          )
      })
    )
  )
})

describe("The agenda of a handbook", () => {
  const handbook = Result.getOrThrow(
    HandbookFile.read(
      "minimal.yaml",
      `${textOf("minimal")}
library:
  opening:
    title: { zh: 营业时间, en: Opening hours }
    asked: [几点开门]
    words: 门店每天九点到二十二点营业。
    owner: zhou
    validUntil: 2027-01-01
knowledge: { ahead: 14 days, attention: { time: 4 hours, calendar: always } }
`
    )
  )
  const agenda = Practices.agenda(handbook, ChineseHolidays.holidays)
  const reviews = (from: string, until: string) =>
    agenda(DateTime.makeUnsafe(from), DateTime.makeUnsafe(until)).filter(
      ({ process }) => process === KnowledgeReviewProcess
    )

  it("has the review of an answer from so long before its end until its end, on the brand's wall", () => {
    assert.lengthOf(reviews("2026-12-01T00:00:00+08:00", "2026-12-18T00:00:00+08:00"), 0)
    const [one] = reviews("2026-12-18T00:00:00+08:00", "2026-12-18T00:01:00+08:00")
    assert.deepInclude(one?.input, {
      answer: "opening",
      owner: "zhou",
      ends: DateTime.makeUnsafe("2026-12-31T16:00:00Z")
    })
    assert.lengthOf(reviews("2027-01-01T00:00:00+08:00", "2027-02-01T00:00:00+08:00"), 0)
  })
})
