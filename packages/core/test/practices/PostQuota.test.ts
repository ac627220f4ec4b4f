/** The posts that a mix promises are counted; what is missing is on the planner's desk, once. */

import { MemoryStore } from "@dualops/adapter-memory"
import { Editions } from "@dualops/core"
import { type Post, PostProcess } from "@dualops/core/content"
import { Carrier, Caseload, Operations, Worker } from "@dualops/core/operations"
import { Edition, MissingPosts, PostCounting, PostQuotaProcess } from "@dualops/core/practices"
import { Actor, Allowance, Case, Notify } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, type Layer } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { countedOf } from "../../src/internal-system/content/PostSlot.ts"
import { at, category } from "../internal-system/content-plan/briefs.ts"
import { account, handbookOf, he, holidays, lin, section, tea, turn, wall, zhou } from "./quotaCast.ts"

ProcessLaws.suite("PostQuota", PostQuotaProcess, {
  people: [zhou, he, lin],
  settings: [{ lead: he, looks: Allowance.always("30 minutes"), attention: Allowance.always("1 hour") }],
  inputs: {
    Begin: () => turn,
    Count: (pick) => ({ missing: pick(2) === 0 ? [] : [{ ...tea, times: 1 + pick(3) }] })
  }
})

const counted = fc.record({
  at: fc.integer({ min: -6, max: 30 }).map((hours) => DateTime.add(turn.from, { hours })),
  category: fc.constantFrom(undefined, category("tea"), category("fans"))
})

describe("What is missing", () => {
  it("is what a promise lacks, no more: nothing when enough are there, and the kept kinds first", () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 8 }), fc.integer({ min: 1, max: 6 }), (posts, least) => {
        const inside = posts.filter((one) => wall(one.at).startsWith("2026-09-07"))
        const missing = MissingPosts.missingOf({ ...turn, least }, posts)
        const total = missing.reduce((sum, { times }) => sum + times, 0)
        assert.strictEqual(total, Math.max(0, least - inside.length))
        const lacksTea = missing.some((one) => one.category === tea.category)
        assert.strictEqual(lacksTea, total > 0 && !inside.some((one) => one.category === tea.category))
      })
    )
  })

  it("is counted of those categories alone that a promise names, and is told by their names", () => {
    const fans = { category: category("fans"), title: { zh: "粉丝故事", en: "Stories of fans" } }
    const { times: _, ...ofTea } = tea
    const promised = { ...turn, kept: [] }
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 8 }), fc.integer({ min: 1, max: 6 }), (posts, least) => {
        const inside = posts.filter((one) => wall(one.at).startsWith("2026-09-07"))
        for (const only of [[ofTea], [ofTea, fans]] as const) {
          const those = inside.filter((one) => only.some(({ category }) => category === one.category))
          const missing = MissingPosts.missingOf({ ...promised, least, only }, posts)
          const times = Math.max(0, least - those.length)
          const [first] = missing
          assert.strictEqual(
            missing.reduce((sum, one) => sum + one.times, 0),
            times
          )
          if (first !== undefined)
            assert.strictEqual(
              first.title.en,
              only.length === 1 ? ofTea.title.en : "Tea and novelties or Stories of fans"
            )
        }
      })
    )
  })

  it("counts a post from its draft on, until it is withdrawn, held, missed or taken down", () => {
    // Of a post, its tag, its account and its two moments are all that counts.
    const post = { account, slot: turn.from, publishedAt: turn.until } as unknown as Post.State
    const counts = (tag: Post.State["_tag"]) => countedOf({ ...post, _tag: tag } as Post.State) !== undefined
    const tags = Object.keys(PostProcess.titles) as ReadonlyArray<Post.State["_tag"]>
    assert.deepStrictEqual(tags.filter((tag) => !counts(tag)).toSorted(), [
      "Failed",
      "MaybeGone",
      "Missed",
      "OnHold",
      "StillOut",
      "TakenDown",
      "TakingDown",
      "Withdrawn"
    ])
  })
})

const test = (sentence: string, body: Effect.Effect<void, unknown, Layer.Success<typeof MemoryStore.layer>>) =>
  it.effect(sentence, () => Effect.provide(body, MemoryStore.layer))

const house = (handbook = handbookOf()) => {
  const told: Array<string> = []
  const tell = Carrier.make(Notify.notify, ({ message, to }) => {
    told.push(`${to}: ${message.zh}`)
    return Effect.succeed({})
  })
  const edition = Editions.layer(Edition.edition(handbook, holidays))
  const work = { processes: [PostProcess, PostQuotaProcess], carriers: [tell, PostCounting.carrier()] }
  const workAt = Effect.fnUntraced(function* (time: string, workers = 1) {
    yield* TestClock.setTime(at(time).epochMilliseconds)
    const round = Effect.provide(Worker.round(work), edition)
    yield* Effect.all(
      Array.from({ length: workers }, () => round),
      { concurrency: workers }
    )
    yield* Effect.repeat(round, { times: 3 })
  })
  let posts = 0
  const compose = (slot: string, kind?: string) => {
    const name = `post ${++posts}`
    const input = {
      account: handbookOf().account.id,
      content: { text: `第 ${posts} 条`, pictures: [] },
      slot: at(slot),
      ...(kind && { category: category(kind) })
    }
    const order = { key: name, case: Case.CaseId.make(name), step: "Compose", by: Actor.person(lin), input } as const
    return Effect.asVoid(Effect.provide(Operations.send(PostProcess, order), edition))
  }
  const stands = Effect.map(Caseload.everyCase([PostQuotaProcess]), (all) =>
    all.flatMap(({ case: { id, state } }) => (id.endsWith("09-07") ? [state._tag] : []))
  )
  const news = (of = "2026-09-07 的微博") => told.splice(0).filter((one) => one.includes(of))
  const leaveOut = (reason: string) =>
    Effect.provide(
      Operations.send(PostQuotaProcess, {
        key: "why not",
        case: Case.CaseId.make(`post-quota/${handbookOf().account.id}/day/2026-09-07`),
        step: "LeaveOut",
        by: Actor.person(zhou),
        input: { reason }
      }),
      edition
    )
  return { workAt, compose, stands, news, leaveOut }
}

describe("A house", () => {
  test(
    "tells its planner once what is missing today, whoever looks, and settles when the posts are there",
    Effect.gen(function* () {
      const { compose, news, stands, workAt } = house()
      yield* workAt("2026-09-07T08:00", 4)
      assert.deepStrictEqual(yield* stands, ["Missing"])
      assert.deepStrictEqual(news(), [
        "zhou: 2026-09-07 的微博还缺 3 条（茶与新品 1 条、粉丝故事 1 条、类别不限 1 条），最晚 2026-09-07 15:30。"
      ])
      yield* compose("2026-09-07T08:30", "tea")
      yield* workAt("2026-09-07T08:31", 4)
      assert.deepStrictEqual(news(), [])
      yield* compose("2026-09-07T12:00", "fans")
      yield* compose("2026-09-07T15:30")
      yield* workAt("2026-09-07T08:59")
      yield* workAt("2026-09-07T09:29")
      yield* workAt("2026-09-07T15:31")
      assert.notInclude(yield* stands, "Missing")
    })
  )

  test(
    "tells nobody anything where nothing is missing",
    Effect.gen(function* () {
      const { compose, news, stands, workAt } = house()
      yield* TestClock.setTime(at("2026-09-05T09:00").epochMilliseconds)
      for (const time of ["10:00", "12:00", "15:30"]) yield* compose(`2026-09-07T${time}`)
      yield* workAt("2026-09-07T08:00")
      assert.deepStrictEqual(yield* stands, ["There"])
      yield* workAt("2026-09-07T09:30")
      assert.deepStrictEqual(news(), [])
    })
  )

  test(
    "tells the lead of what is still missing, and closes it as short when its last slot is over",
    Effect.gen(function* () {
      const { news, stands, workAt } = house()
      yield* workAt("2026-09-07T08:00")
      news()
      yield* workAt("2026-09-07T11:00")
      assert.isTrue(news().some((one) => one.startsWith("he: ")))
      yield* workAt("2026-09-07T15:31")
      assert.deepStrictEqual(yield* stands, ["Short"])
      assert.include(news(), "he: 2026-09-07 的微博最终少了 3 条，没有人说明原因。")
    })
  )

  test(
    "leaves it at a reason that a person gives",
    Effect.gen(function* () {
      const { leaveOut, news, stands, workAt } = house()
      yield* workAt("2026-09-07T08:00")
      yield* leaveOut("全员培训")
      news()
      yield* workAt("2026-09-07T15:31")
      assert.deepStrictEqual(yield* stands, ["LeftOut"])
      assert.deepStrictEqual(news(), [])
    })
  )

  test(
    "tells its planner of the posts that a festival asks for and nobody has written",
    Effect.gen(function* () {
      const festivals = "festivals: { mid-autumn: { posts: 2, ahead: 3, categories: [activity] } }"
      const { compose, news, workAt } = house(handbookOf(section.replace(" }", `, ${festivals} }`)))
      const midAutumn = "「中秋节」的微博"
      yield* TestClock.setTime(at("2026-09-20T09:00").epochMilliseconds)
      yield* compose("2026-09-25T15:30", "activity")
      // A post of another category is none of Mid-Autumn's.
      yield* compose("2026-09-25T12:00", "service")
      yield* workAt("2026-09-22T10:00")
      assert.deepStrictEqual(news(midAutumn), [])
      yield* workAt("2026-09-25T10:00")
      assert.deepStrictEqual(news(midAutumn), ["zhou: 「中秋节」的微博还缺 1 条（活动 1 条），最晚 2026-09-25 20:00。"])
      yield* compose("2026-09-25T20:00", "activity")
      yield* workAt("2026-09-25T10:30")
      assert.deepStrictEqual(news(midAutumn), [])
    })
  )
})
