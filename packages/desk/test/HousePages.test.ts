import { AccountId, FanId, PostId } from "@dualops/core/account"
import { AnswerProcess, Interaction } from "@dualops/core/interaction"
import { Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { TakeoverProcess } from "@dualops/core/team"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { PrizeClaimProcess } from "../../../examples/prizes/PrizeClaimProcess.ts"
import { atTen, changed, claim, elements, formOf, get, pages, path, post, ten } from "./house.ts"

const house = (name: string) => `/zh/house/1000000001/${name}`
const linksOf = (html: string) =>
  elements(html).flatMap(({ has, tag, text }) => (tag === "a" ? [[text, has["href"] ?? ""] as const] : []))
const leading = (html: string, word: string) => linksOf(html).find(([text]) => text.includes(word))?.[1] ?? ""
/** Tuesday at midnight: Lin is away on Wednesday. */
const onWednesday = TestClock.adjust("40 hours")

describe("The pages of the house", () => {
  it.effect("lead to each other from everywhere, and a person who sees no case of the handbook sees none of them", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          const links = linksOf((yield* get(desk, "zhou", "/zh")).text).map(([, to]) => to)
          assert.includeMembers(links, [
            ...["team", "calendar", "hand-over", "coordination", "handbook", "findings"].map(house),
            "/zh/record"
          ])
          for (const { name } of pages) {
            assert.strictEqual((yield* get(desk, "zhou", house(name))).status, 200, name)
            assert.strictEqual((yield* get(desk, "stranger", house(name))).status, 404, name)
          }
          assert.strictEqual((yield* get(desk, "zhou", "/zh/house/1000000002/team")).status, 404)
          assert.strictEqual((yield* get(desk, "zhou", house("nothing"))).status, 404)
        }),
      { pages }
    )
  )

  it.effect("say what the handbook changes, where there was one before it", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          assert.include(
            linksOf((yield* get(desk, "zhou", "/zh")).text).map(([, to]) => to),
            house("changes")
          )
          const { text } = yield* get(desk, "zhou", house("changes"))
          for (const part of ["手册变更：0 → 1", "对每个人", "何川", "新增"]) assert.include(text, part)
        }),
      { pages: changed }
    )
  )

  it.effect("say who is there, who covers what, and who is away, with who may stand in", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          const today = (yield* get(desk, "zhou", house("team"))).text
          for (const part of ["林夏", "在岗", "日常发布", "至 11-23 18:00", "11-25 00:00 至 11-26 00:00"])
            assert.include(today, part)
          yield* onWednesday
          const { text } = yield* get(desk, "zhou", house("team"))
          const rows = elements(text)
            .filter(({ tag }) => tag === "tr")
            .map(({ text }) => text)
          assert.isTrue(rows.some((row) => row.includes("林夏") && row.includes("不在")))
          assert.include(leading(text, "交接给 何川"), "out=lin&in=he")
        }),
      { pages }
    )
  )

  it.effect("take whoever stands in to a form that is filled in, by which they have the place of who is away", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          yield* onWednesday
          const way = leading((yield* get(desk, "zhou", house("team"))).text, "由我接手")
          const opened = yield* get(desk, "zhou", way)
          const form = formOf(opened.text)
          assert.deepInclude(form, { "input.absent": "lin", "input.taker": "zhou", "input.until": "2026-11-25T14:00" })
          const sent = yield* post(desk, "zhou", way, { ...form, "input.reason": "家人急诊" })
          assert.strictEqual(sent.status, 303, sent.text)
          const { text } = yield* get(desk, "he", house("team"))
          assert.include(text, "周舟 接手 林夏 的工作")
        }),
      { pages }
    )
  )

  it.effect("hand over what is open from one to another, as things stand, and ask for it to be read", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          yield* claim("claim 1")
          const { text } = yield* get(desk, "zhou", `${house("hand-over")}?out=lin&in=zhou`)
          for (const part of ["交接单：林夏 → 周舟", "小林 的桂花乌龙"]) assert.include(text, part)
          const form = formOf((yield* get(desk, "lin", leading(text, "请对方阅读"))).text)
          assert.deepInclude(form, { "input.out": "lin", "input.in": "zhou" })
          const chosen = yield* get(desk, "zhou", `${house("hand-over")}?out=lin&in=nobody`)
          assert.include(chosen.text, "林夏 → 何川")
        }),
      { pages }
    )
  )

  it.effect("show what is coming by its date: deadlines, rounds, who is away, holidays", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          yield* claim("claim 1")
          const { text } = yield* get(desk, "zhou", house("calendar"))
          const days = elements(text).filter(({ tag }) => tag === "section")
          const of = (date: string) => days.find(({ has }) => has["id"] === `d${date}`)?.text ?? ""
          assert.match(of("2026-11-23"), /14:00.*兑奖.*小林 的桂花乌龙/)
          assert.match(of("2026-11-25"), /林夏.*不在/)
          assert.match(of("2026-11-24"), /09:00.*例行工作.*日常发布/)
          assert.include(
            linksOf(text).map(([, to]) => to),
            path("claim 1")
          )
          const october = yield* get(desk, "zhou", `${house("calendar")}?from=2026-10-01`)
          for (const part of ["国庆节", "调休"]) assert.include(october.text, part)
          assert.strictEqual((yield* get(desk, "zhou", `${house("calendar")}?from=2026-13-45`)).status, 200)
        }),
      { pages }
    )
  )
})

describe("A case", () => {
  it.effect("offers what may be begun about whom it names, filled in: a claim of its fan", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const interaction = Interaction.Interaction.make({
          kind: "comment",
          id: Interaction.InteractionId.make("50"),
          post: PostId.make("49"),
          from: { id: FanId.make("2489518277") },
          text: "请问周末几点开门？",
          at: ten
        })
        const input = { account: AccountId.make("1000000001"), interaction }
        const order = {
          key: "receive",
          case: Case.CaseId.make("question"),
          step: "Receive",
          by: Actor.world,
          input
        } as const
        yield* Operations.send(AnswerProcess, order)
        const { text } = yield* get(desk, "zhou", "/zh/cases/Answer/question")
        const opened = (yield* get(desk, "zhou", leading(text, "认领"))).text
        assert.strictEqual(formOf(opened)["input.fan"], "2489518277")
        assert.include(opened, '<option value="1000000001" selected>')
        yield* claim("claim 1")
        assert.strictEqual(leading((yield* get(desk, "zhou", path("claim 1"))).text, "认领"), "")
      })
    )
  )
})

describe("The record", () => {
  it.effect("tells what has happened in all cases, and what was refused, to whom and why", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const order = {
          key: "again",
          case: Case.CaseId.make("claim 1"),
          step: "Confirm",
          by: Actor.person("stranger"),
          input: {}
        } as const
        const refused = yield* Effect.flip(Operations.send(PrizeClaimProcess, order))
        const { text } = yield* get(desk, "zhou", "/zh/record")
        assert.include(text, refused._tag)
        assert.match(text, /stranger：/)
        assert.include(
          linksOf(text).map(([, to]) => to),
          path("claim 1")
        )
        const stranger = yield* get(desk, "stranger", "/zh/record")
        assert.notInclude(stranger.text, "claim 1")
        assert.notInclude(stranger.text, refused._tag)
      })
    )
  )

  it.effect("tells of what was refused before a case was there", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const input = {
          absent: Actor.PersonId.make("lin"),
          taker: Actor.PersonId.make("lin"),
          until: ten,
          reason: "x"
        }
        const order = {
          key: "own",
          case: Case.CaseId.make("own"),
          step: "Take",
          by: Actor.person("lin"),
          input
        } as const
        yield* Effect.flip(Operations.send(TakeoverProcess, order))
        assert.include((yield* get(desk, "zhou", "/zh/record")).text, "紧急接手")
      })
    )
  )
})
