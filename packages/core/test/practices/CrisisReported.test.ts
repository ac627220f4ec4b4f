/** What people reported of tools that alert and pause, tried here. */
import { PostProcess } from "@dualops/core/content"
import { Worker } from "@dualops/core/operations"
import { CrisisProcess, CrisisSection } from "@dualops/core/practices"
import { Actor, Case } from "@dualops/core/process"
import { ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Schema } from "effect"
import { TestClock } from "effect/testing"
import {
  declare,
  he,
  inHouse,
  later,
  out,
  pass,
  schedule,
  settings,
  standDown,
  stateOf,
  take,
  tang,
  tea,
  told,
  work,
  write
} from "./CrisisCast.ts"

const nine = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
const wish = { account: tea, level: "grave", what: "漏水" }
const given = (presence: ProcessSpec.Rulebook<typeof CrisisProcess>["presence"]) =>
  ProcessSpec.given(
    CrisisProcess,
    { handbook: Case.HandbookVersion.make("1"), settings, entitled: () => true, ...(presence && { presence }) },
    { step: "Declare", by: tang, at: nine, input: wish }
  )

describe("As people have reported of other tools", () => {
  // Codeinwp/tweet-old-post#1102: what was queued while nothing ran went out oldest first when it ran again.
  it.effect("a backlog of a crisis in which no worker ran is in front of people, and not poured out", () =>
    inHouse(
      Effect.gen(function* () {
        for (const minute of [5, 10, 15]) {
          yield* write(`post ${minute}`, tea, later(minute))
          yield* schedule(`post ${minute}`, later(minute))
        }
        yield* declare()
        yield* TestClock.adjust("3 days")
        yield* standDown()
        for (let round = 0; round < 5; round++) yield* Worker.round(work)
        assert.deepStrictEqual(yield* out, [])
        for (const minute of [5, 10, 15])
          assert.deepInclude(yield* stateOf(PostProcess, `post ${minute}`), { _tag: "Failed", code: "slot-missed" })
      })
    )
  )

  // grafana-cold-storage/oncall#4760, #4654: who has acknowledged is told on and on.
  it.effect("nobody is told of a statement or of figures when the crisis is stood down", () =>
    inHouse(
      Effect.gen(function* () {
        yield* declare()
        yield* pass(30)
        yield* standDown()
        yield* pass(2)
        told.splice(0)
        yield* pass(24 * 60)
        assert.deepStrictEqual(told, [])
      })
    )
  )

  // target/goalert#4548: a step whose people are all off waits out its delay, and tells nobody meanwhile.
  it("the first rung is told to somebody who is there, whoever stands first in the chain", () => {
    const night = (person: Actor.PersonId) => (person === tang.person ? ("there" as const) : ("off" as const))
    given(night)
      .when({ step: "Press", by: Actor.clock("statement"), at: DateTime.add(nine, { hours: 1 }), input: {} })
      .thenAsks({
        notify: {
          to: tang.person,
          message: {
            zh: "危机尚未发声，请起草声明：账号 1234567890 重大危机：漏水。",
            en: "Nothing has been said yet, draft a statement: account 1234567890, a grave crisis: 漏水."
          },
          urgent: true
        }
      })
  })

  // Netflix/dispatch#623: an incident that was opened again had half of its flows.
  it.effect("a crisis that breaks out again is another one, with all its clocks, and the first stays as it was", () =>
    inHouse(
      Effect.gen(function* () {
        yield* declare()
        yield* standDown()
        const again = yield* Effect.flip(declare())
        assert.strictEqual(again._tag, "Process.OutOfOrder")
        yield* declare("leak again")
        assert.deepInclude(yield* stateOf(CrisisProcess, "leak again"), { _tag: "Silent", voice: he.person })
        assert.deepInclude(yield* stateOf(CrisisProcess, "leak"), { _tag: "Reviewing" })
      })
    )
  )

  // elastic/kibana#76908: two alerts under one key, and resolving the one resolved the other.
  it.effect("of two crises of one account, the end of one lets nothing out that the other holds", () =>
    inHouse(
      Effect.gen(function* () {
        yield* write("tea", tea, later(20))
        yield* schedule("tea", later(20))
        yield* declare("leak")
        yield* declare("mould", tea, "local")
        yield* standDown("leak")
        const refusal = yield* Effect.flip(take(PostProcess, "tea", "PublishNow", he, {}))
        assert.strictEqual(refusal._tag, "Process.Suspended")
        yield* pass(30)
        assert.deepStrictEqual(yield* out, [])
      })
    )
  )

  // librenms/librenms#8248, bluewave-labs/Checkmate#3640: windows that end before they begin, and are gone at once.
  it("no figures are due every zero minutes, no level is named twice, and no review comes after 72 hours", () => {
    const level = {
      name: "grave",
      title: { zh: "重大", en: "grave" },
      statement: [{ time: "1 hour", calendar: "always" }],
      figures: "1 hour"
    }
    const read = Schema.is(Schema.toEncoded(CrisisSection.schema))
    const decode = Schema.decodeUnknownResult(CrisisSection.schema)
    const good = { voices: ["he"], review: "72 hours", levels: [level] }
    assert.isTrue(read(good))
    for (const bad of [
      { ...good, review: "73 hours" },
      { ...good, levels: [{ ...level, figures: "0 minutes" }] },
      { ...good, levels: [{ ...level, statement: [] }] },
      { ...good, levels: [level, level] },
      { ...good, voices: [] }
    ])
      assert.strictEqual(decode(bad)._tag, "Failure", JSON.stringify(bad))
    assert.strictEqual(decode(good)._tag, "Success")
  })
})
