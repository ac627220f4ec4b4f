import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { FanId, PostId } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { AnswerProcess, Interaction, Replies, Reply, ReplyCarriers } from "@dualops/core/interaction"
import { Caseload, Operations, Worker, Writing } from "@dualops/core/operations"
import { KeptEditions } from "@dualops/core/practices"
import { Actor, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import * as Answering from "./Answering.ts"
import * as Audience from "./Audience.ts"

const text = readFileSync(new URL("../handbook.yaml", import.meta.url), "utf8")
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", text))
const id = Case.CaseId.make("a question")
const began = DateTime.makeUnsafe("2026-09-18T09:10:00+08:00")
const question = Audience.lines[0]?.text ?? ""

/** A Weibo at which the first answer never arrives, and nobody can tell. */
const weibo = () => {
  const said: Array<string> = []
  const reply = ({ post, text }: Reply.Request) =>
    Effect.flatMap(DateTime.now, (at) => {
      said.push(text)
      return said.length === 1
        ? Effect.fail(new Writing.Unknown({ code: "silence", detail: "no answer came" }))
        : Effect.succeed({ reply: Reply.ReplyId.make("51"), post, text, at })
    })
  const layer = Layer.succeed(Replies.Replies, { reply, latest: () => Effect.succeed([]), hide: () => Effect.void })
  return { said, layer }
}

describe("Whoever answers fans on the day", () => {
  it.effect("gives up an answer that never arrived, once nobody looks for it any more, and says it again", () => {
    const { layer, said } = weibo()
    const caseload = Caseload.make([AnswerProcess])
    const work = { processes: [AnswerProcess], carriers: ReplyCarriers.carriers }
    const minute = Effect.gen(function* () {
      yield* TestClock.adjust("1 minute")
      yield* Worker.round(work)
      const now = yield* DateTime.now
      for (const { at, key, make } of yield* Answering.moves(handbook, caseload))
        if (DateTime.isLessThanOrEqualTo(at, now)) assert.deepStrictEqual(yield* make, [], key)
    })
    return Effect.gen(function* () {
      yield* TestClock.setTime(began.epochMilliseconds)
      const interaction = Interaction.Interaction.make({
        kind: "comment",
        id: Interaction.InteractionId.make("50"),
        post: PostId.make("49"),
        from: { id: FanId.make("2489518277") },
        text: question,
        at: began
      })
      const input = { account: handbook.account.id, interaction }
      yield* Operations.send(AnswerProcess, { key: "receive", case: id, step: "Receive", by: Actor.world, input })
      for (let minutes = 0; minutes < 120; minutes++) yield* minute
      const steps = (yield* Operations.read(AnswerProcess, id)).map(({ step }) => step)
      assert.includeMembers(steps, ["LoseSight", "NotSeen", "GiveUp", "Confirm"])
      assert.deepStrictEqual(said, Array(2).fill(Audience.lines[0]?.say))
    }).pipe(
      Effect.provide(layer),
      Effect.provide(
        KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(
          Layer.provideMerge(Layer.merge(MemoryStore.layer, MemoryEditionStore.layer))
        )
      )
    )
  })
})
