import { MemoryObservationStore, MemoryPlacementCheck } from "@dualops/adapter-memory"
import { Placement, PlacementProcess, Visit } from "@dualops/core/channels"
import { Observations } from "@dualops/core/observations"
import { Case } from "@dualops/core/process"
import { Resource } from "@dualops/core/resources"
import { EveryRun, PlacementCheckSuite, ProcessLaws, type Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect, Option } from "effect"
import * as Cast from "./PlacementCast.ts"

const { answer, asking, brochure, hours, inHouse, lin, page, pass, settings, state, take, tang, told, website, xu } =
  Cast

const cast: Traces.Cast<typeof PlacementProcess> = {
  people: [lin.person, xu.person, tang.person],
  settings: [settings],
  inputs: {
    Ask: (pick, at) => ({
      ...asking,
      channel: [website, brochure, brochure, Resource.ResourceId.make("fax")][pick(4)] ?? website,
      to:
        ["https://weibo.com/xinghe", "https://a.example/?utm_source=old#x", "https://a.example", "weibo"][pick(4)] ??
        "",
      from: DateTime.add(at, { hours: pick(2) }),
      ...(pick(4) > 0 && { until: DateTime.add(at, { hours: 1 + pick(20) }) })
    }),
    Place: (pick) => (pick(3) > 0 ? { page: [page, "no page"][pick(2)] ?? page } : {}),
    Looked: (pick) => ({ link: (["found", "missing", "unknown"] as const)[pick(3)] ?? "found", detail: "" })
  }
}
ProcessLaws.suite("Placement", PlacementProcess, cast)

let pages = 0
PlacementCheckSuite.suite(
  "a page in memory",
  MemoryPlacementCheck.layer,
  Effect.map(MemoryPlacementCheck.Pages, (all) => ({
    having: (links: ReadonlyArray<string>) => {
      const name = `https://a.example/${++pages}`
      all.set(name, links)
      return name
    },
    unreachable: "https://b.example/"
  }))
)

const placed = Effect.gen(function* () {
  yield* take("Ask", lin, asking)
  yield* answer("Grant", xu)
  const link = (yield* state)?.link ?? ""
  const all = yield* MemoryPlacementCheck.Pages
  all.set(page, [link])
  yield* take("Place", xu, { page })
  return { all, link }
})

describe("A link in a channel of the company", () => {
  it.effect("is asked for with everything that is wrong with it said at once", () =>
    inHouse(
      Effect.gen(function* () {
        const wrong = {
          ...asking,
          channel: Resource.ResourceId.make("web"),
          to: "weibo.com",
          campaign: " ",
          from: hours(9),
          until: hours(-1)
        }
        const refusal = yield* Effect.flip(take("Ask", lin, wrong))
        assert.deepStrictEqual(
          refusal._tag === "Placement.BadAsk" ? refusal.findings.map(({ code }) => code) : refusal,
          [
            "placement/no-channel",
            "placement/no-address",
            "placement/no-campaign",
            "placement/over-already",
            "placement/ends-before-it-begins"
          ]
        )
      })
    )
  )

  it.effect("says in its address where it stands, by the name of its case", () =>
    inHouse(
      Effect.gen(function* () {
        yield* take("Ask", lin, asking)
        assert.strictEqual(
          (yield* state)?.link,
          "https://weibo.com/xinghe?utm_source=website&utm_medium=website&utm_campaign=%E5%AF%BB%E6%A2%85&utm_content=footer"
        )
      })
    )
  )

  it.effect("is granted, or refused with the reason, or becomes the sponsor's matter when nobody answers", () =>
    inHouse(
      Effect.gen(function* () {
        yield* take("Ask", lin, asking)
        yield* pass(5)
        assert.isTrue(told.some((one) => one.startsWith("tang: xu has not answered lin")))
        yield* answer("Refuse", tang)
        const refused = yield* state
        assert.deepInclude(refused, { _tag: "Refused", reason: "页脚已满" })
        assert.match(told.at(-1) ?? "", /^lin: .*is refused/)
      })
    )
  )

  it.effect("is placed by whoever has the channel, and by nobody else", () =>
    inHouse(
      Effect.gen(function* () {
        yield* take("Ask", lin, asking)
        yield* answer("Grant", xu)
        assert.strictEqual((yield* Effect.flip(take("Place", lin, { page })))._tag, "ResourceRequest.NotTheirs")
        assertEquals(
          yield* Effect.flip(take("Place", xu, { page: "footer" })),
          new Placement.NoPage({ page: "footer" })
        )
        yield* pass(9)
        assert.isTrue(told.some((one) => /^tang: .*is granted and not placed/.test(one)))
      })
    )
  )

  it.effect("is looked at every day; what is missing is told to its owner, with a clock, until it is there again", () =>
    inHouse(
      Effect.gen(function* () {
        const { all, link } = yield* placed
        yield* pass(25)
        assert.strictEqual((yield* state)?._tag, "Placed")
        all.set(page, [])
        yield* pass(25)
        assert.strictEqual((yield* state)?._tag, "Missing")
        assert.strictEqual(told.filter((one) => /^xu: .*is missing/.test(one)).length, 1)
        yield* pass(9)
        assert.isTrue(told.some((one) => /^tang: .*still missing/.test(one)))
        all.set(page, [link])
        yield* pass(25)
        assert.strictEqual((yield* state)?._tag, "Placed")
      })
    )
  )

  it.effect("is never missing because its page cannot be reached: after three looks a person is asked", () =>
    inHouse(
      Effect.gen(function* () {
        const { all } = yield* placed
        all.delete(page)
        yield* pass(24 * 5)
        assert.strictEqual((yield* state)?._tag, "Placed")
        assert.strictEqual(told.filter((one) => /^lin: .*could not be looked at/.test(one)).length, 1)
        yield* take("Report", lin, { isThere: false })
        assert.strictEqual((yield* state)?._tag, "Missing")
      })
    )
  )

  it.effect("on paper is looked at by people", () =>
    inHouse(
      Effect.gen(function* () {
        yield* take("Ask", lin, { ...asking, channel: brochure, medium: "print" })
        yield* answer("Grant", xu)
        yield* take("Place", xu, {})
        yield* pass(25)
        assert.match(told.at(-1) ?? "", /^lin: .*is it still there/)
      })
    )
  )

  it.effect("is over by its time, and its owner is told to take it down", () =>
    inHouse(
      Effect.gen(function* () {
        yield* take("Ask", lin, { ...asking, until: hours(30) })
        yield* answer("Grant", xu)
        yield* take("Place", xu, {})
        yield* pass(31)
        assert.strictEqual((yield* state)?._tag, "Removed")
        assert.match(told.at(-1) ?? "", /^xu: .*please take it down/)
      })
    )
  )

  it.effect("has the visits counted that came by it, and none that came by another", () =>
    inHouse(
      Effect.gen(function* () {
        const { link } = yield* placed
        const visits = [
          link,
          `${link}&spm=1`,
          link.replace("footer", "Other"),
          "https://weibo.com/xinghe",
          "no address"
        ].flatMap((visited, line) =>
          Option.toArray(
            Visit.of(visited, { account: Cast.account, at: hours(2), key: `line ${line}`, source: "web log" })
          )
        )
        assert.strictEqual(visits.length, 3)
        yield* Observations.record(Visit.kind, visits)
        const placements = [Cast.id, Case.CaseId.make("other"), Case.CaseId.make("none")]
        assert.deepStrictEqual(
          (yield* Visit.byPlacement(Cast.account, placements, hours(0), hours(9))).map((one) => one.visits),
          [2, 1, 0]
        )
      }).pipe(Effect.provide(MemoryObservationStore.layer))
    )
  )
})

describe("Of placements, over every run", () => {
  it("nobody could say is never missing", () =>
    EveryRun.of(
      PlacementProcess,
      cast
    )(({ tried }) => {
      for (const { after, answer: happened, before } of tried) {
        if (happened._tag === "Failure" || before?.state._tag !== "Placed" || after?.state._tag !== "Missing") continue
        const { facts, step } = happened.success
        assert.isTrue(step === "Report" || (step === "Looked" && "link" in facts && facts.link === "missing"))
      }
    }))
})
