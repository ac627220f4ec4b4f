/** How reports are made of a running house: once, of its own account, and of how the account sounds. */
import { readFileSync } from "node:fs"
import { MemoryObservationStore, MemoryReportShelf, MemoryStore } from "@dualops/adapter-memory"
import { AccountId, FanId, PostId } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { CodeRedeemed } from "@dualops/core/codes"
import type { ContentMix } from "@dualops/core/content"
import { HandbookFile } from "@dualops/core/files"
import { Observations } from "@dualops/core/observations"
import { Carrier, Editions, Operations, Worker } from "@dualops/core/operations"
import { DueReportProcess, Edition, Practices, ReportCarriers, ReportMaking } from "@dualops/core/practices"
import { Actor, Case, Notify } from "@dualops/core/process"
import { Period, Report, ReportShelf } from "@dualops/core/reports"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import * as PositioningChapter from "../../src/practices/reports/PositioningChapter.ts"
import * as PublishedPosts from "../../src/practices/reports/PublishedPosts.ts"
import * as ReportMaterial from "../../src/practices/reports/ReportMaterial.ts"

const handbook = Result.getOrThrow(
  HandbookFile.read("xinghe.yaml", readFileSync("examples/handbooks/xinghe.yaml", "utf8"))
)
const house = { handbook, processes: Practices.processes(), kinds: [CodeRedeemed.kind] }
const world = Layer.mergeAll(
  MemoryStore.layer,
  MemoryObservationStore.layer,
  MemoryReportShelf.layer,
  Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays))
)
const monday = DateTime.makeUnsafe("2026-09-14T01:00:00Z")
const week = Period.around("week", "2026-09-09")
const inside = (body: Effect.Effect<void, unknown, Layer.Success<typeof world>>) =>
  Effect.andThen(TestClock.setTime(monday.epochMilliseconds), body).pipe(Effect.provide(world))

const redeem = (account: AccountId, number: number, at = "2026-09-10T02:00:00Z") =>
  Observations.record(CodeRedeemed.kind, [
    {
      account,
      key: `${number}`,
      at: DateTime.makeUnsafe(at),
      source: "till",
      facts: { series: Case.CaseId.make("tea"), placement: "sleeves" },
      personal: { fan: FanId.make(`${2_489_518_277 + number}`) }
    }
  ])
const redeemed = (report: Report.Report) => {
  const line = report.chapters.flatMap(({ lines }) => lines).find(({ key }) => key === "CodeRedeemed.count")
  return [line?.figure.value, line?.before?.value]
}

describe("A report that is being made", () => {
  it.effect("is made once, though the worker that makes it never comes back and the house has gone on", () =>
    inside(
      Effect.gen(function* () {
        const shelf = yield* ReportShelf.ReportShelf
        const { carry, kind } = ReportCarriers.carrier(house)
        const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
        const dying = Carrier.make(kind, (...asked) => Effect.andThen(carry(...asked), Effect.never))
        const input = { account: handbook.account.id, kind: "weekly" as const, ...week }
        const people = { owner: Actor.PersonId.make("qin"), readers: [Actor.PersonId.make("he")] as const }
        const name = Case.CaseId.make("report/week")
        const order = {
          key: "begin",
          case: name,
          step: "Begin",
          by: Actor.world,
          input: { ...input, ...people }
        } as const
        yield* redeem(handbook.account.id, 1)
        yield* Operations.send(DueReportProcess, order)
        yield* Effect.forkChild(Worker.round({ processes: [DueReportProcess], carriers: [dying, tell] }))
        yield* TestClock.adjust("1 second")
        const first = yield* shelf.find(name)
        assert.isDefined(first)
        yield* redeem(handbook.account.id, 2)
        yield* TestClock.adjust("1 hour")
        yield* Worker.round({ processes: [DueReportProcess], carriers: [Carrier.make(kind, carry), tell] })
        const { state } = (yield* Operations.load(DueReportProcess, name)) ?? {}
        assert.strictEqual(state?._tag, "ToLookAt")
        assert.strictEqual(state?._tag === "ToLookAt" && state.digest, first && Report.digest(first))
        assert.deepStrictEqual(yield* shelf.find(name), first)
      })
    )
  )

  it.effect("counts the period and the one before it, of its own account, and reads nothing else", () =>
    inside(
      Effect.gen(function* () {
        const other = AccountId.make("1000000009")
        for (const number of [1, 2]) yield* redeem(handbook.account.id, number)
        yield* redeem(handbook.account.id, 3, "2026-09-03T02:00:00Z")
        yield* redeem(handbook.account.id, 4, "2026-01-03T02:00:00Z")
        for (const number of [5, 6, 7]) yield* redeem(other, number)
        assert.deepStrictEqual(redeemed(yield* ReportMaking.make(house, "daily", week)), [2, 1])
      })
    )
  )

  // plausible/analytics#2870, alphagov/content-data-admin#179 and #197: a period in which nobody counted was 0, and what came then 450 % more.
  it.effect("is compared with nothing where nothing was kept yet when the period before began", () =>
    inside(
      Effect.gen(function* () {
        const made = ReportMaking.make(house, "daily", week)
        const notes = ({ chapters }: Report.Report) =>
          chapters.find(({ id }) => id === "notes")?.says.map(({ en }) => en)
        yield* redeem(handbook.account.id, 1)
        yield* redeem(handbook.account.id, 2, "2026-09-03T02:00:00Z")
        yield* redeem(AccountId.make("1000000009"), 3, "2026-01-03T02:00:00Z")
        const first = yield* made
        assert.isUndefined(first.before)
        assert.deepStrictEqual(redeemed(first), [1, undefined])
        assert.deepStrictEqual(notes(first), [
          "Nothing was kept yet when the period before began: numbers are compared with nothing."
        ])
        // The period before is known whole where something was heard before it.
        yield* redeem(handbook.account.id, 4, "2026-08-30T02:00:00Z")
        const second = yield* made
        assert.deepStrictEqual(redeemed(second), [1, 1])
        assert.isUndefined(notes(second))
      })
    )
  )
})

describe("How the account sounds, in a report", () => {
  const [good, bad] = ["#星河茶饮# 桂花乌龙上新。喝口茶再走。", "亲，小编说：上新"]
  const posts = (writer: string, text: string, count: number, category?: string): ReadonlyArray<PublishedPosts.Dated> =>
    Array.from({ length: count }, () => ({
      at: DateTime.makeUnsafe("2026-09-10T02:00:00Z"),
      content: { text, pictures: [] },
      writer: Actor.PersonId.make(writer),
      ...(category !== undefined && { category: category as ContentMix.CategoryId })
    }))
  const chapterOf = (all: ReadonlyArray<PublishedPosts.Dated>) =>
    Effect.map(ReportMaterial.of(house, { period: week }), (material) => PositioningChapter.of(handbook, material, all))

  it.effect("is said where the data show it: who has drifted, and of which category there is too much", () =>
    inside(
      Effect.gen(function* () {
        const [chapter] = yield* chapterOf([
          ...posts("lin", good, 40, "tea"),
          ...posts("zhou", good, 6, "tea"),
          ...posts("zhou", bad, 9, "tea")
        ])
        const [drift = "", more = "", ...others] = (chapter?.says ?? []).map(({ en }) => en)
        assert.match(drift, /^Posts by .+ keep the style card less often/)
        assert.strictEqual(more, "More of “Tea and novelties” than planned: 100%, planned 40%.")
        assert.deepStrictEqual(
          others.map((said) => said.slice(0, 7)),
          ["Less of", "Less of"]
        )
        assert.deepStrictEqual(
          chapter?.tables[0]?.rows.map(([, count]) => count),
          [9, 9, 9, 9, 9]
        )
      })
    )
  )

  it.effect("says nothing of the mix where nobody has said which category posts are of, and gives bounds", () =>
    inside(
      Effect.gen(function* () {
        const [chapter] = yield* chapterOf(posts("lin", good, 40))
        assert.deepStrictEqual(chapter?.says, [])
        const tea = chapter?.lines.find(({ key }) => key === "positioning.mix.tea")
        assert.isUndefined(tea?.figure.value)
        assert.deepStrictEqual(tea?.figure.bounds, { low: 0, high: 1 })
        assert.deepStrictEqual(yield* chapterOf([]), [])
      })
    )
  )

  it("takes the category of a post from the idea that it has become of, and of no other", () => {
    const { all, hear } = PublishedPosts.follow()
    const at = DateTime.makeUnsafe("2026-09-10T02:00:00Z")
    const out = {
      _tag: "Published",
      account: handbook.account.id,
      authors: ["lin"],
      content: { text: good, pictures: [] },
      slot: at,
      review: { needed: 1, approvers: ["zhou"], given: [] },
      by: "lin",
      post: PostId.make("4912345678901234"),
      publishedAt: at
    }
    // Nothing of a case but its id, its parent and its state is heard.
    const heard = (process: string, id: string, state: object, parent?: object) =>
      ({ process, before: undefined, after: { id, parent, state }, at }) as never
    hear(heard("Idea", "osmanthus", { _tag: "Becoming", category: "tea" }))
    hear(heard("Post", "one", out, { process: "Idea", case: "osmanthus", order: "compose" }))
    hear(heard("Post", "one", { ...out, _tag: "Archived" }))
    hear(heard("Post", "two", out))
    assert.deepStrictEqual(
      all().map(({ category, writer }) => [category, writer]),
      [
        ["tea", "lin"],
        [undefined, "lin"]
      ]
    )
  })
})
