import { MemoryStore } from "@dualops/adapter-memory"
import { LibraryUse, PreparedAnswer } from "@dualops/core/answer-library"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { AnswerProcess, Interaction, Reply, ReplyCarriers } from "@dualops/core/interaction"
import { Carrier, Editions, Operations, Worker, Writing } from "@dualops/core/operations"
import { HandbookPage, Html } from "@dualops/core/pages"
import { Edition } from "@dualops/core/practices"
import { PrivateAnswerProcess } from "@dualops/core/private-messages"
import { Actor, Case } from "@dualops/core/process"
import { Verifier } from "@dualops/core/verifier"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals, assertTrue } from "@effect/vitest/utils"
import { DateTime, Effect, Layer, Logger, Result } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { textOf } from "../handbook/worked.ts"
import { wrote } from "../internal-system/interaction/AnswerCast.ts"

const { holidays } = ChineseHolidays
const at = DateTime.makeUnsafe("2026-11-23T09:00:00+08:00")

/** The smallest handbook, with two prepared answers. */
const withLibrary = (more = "") => `${textOf("minimal")}
library:
  opening:
    title: { zh: 营业时间, en: Opening hours }
    asked: [几点开门, 营业到几点]
    words: 门店每天九点到二十二点营业。
    owner: zhou
    validUntil: 2027-01-01
  moon-cakes:
    title: { zh: 月饼, en: Moon cakes }
    asked: [月饼什么时候卖]
    words: 月饼礼盒九月起在门店有售。
    owner: he
    validUntil: 2026-10-07
${more}`
const handbook = Result.getOrThrow(HandbookFile.read("minimal.yaml", withLibrary()))
const account = handbook.account.id
const [opening, moonCakes, nobodys] = ["opening", "moon-cakes", "openning"].map((id) =>
  PreparedAnswer.PreparedAnswerId.make(id)
) as [PreparedAnswer.PreparedAnswerId, PreparedAnswer.PreparedAnswerId, PreparedAnswer.PreparedAnswerId]
const lin = Actor.person("lin")

const begin = (id: string) =>
  Operations.send(AnswerProcess, {
    key: "received",
    case: Case.CaseId.make(id),
    step: "Receive",
    by: Actor.world,
    input: { account, interaction: { ...wrote(), id: Interaction.InteractionId.make(id) } }
  })
const say = (id: string, cites: ReadonlyArray<PreparedAnswer.PreparedAnswerId>, key = "said") =>
  Operations.send(AnswerProcess, {
    key,
    case: Case.CaseId.make(id),
    step: "Say",
    by: lin,
    input: { text: `门店每天九点开门。${id} ${key}`, ...(cites.length > 0 && { cites }) }
  })

/** Runs in a house by this handbook, on a day of November. */
const inHouse = <A, E>(body: Effect.Effect<A, E, Layer.Success<typeof MemoryStore.layer> | Editions.Editions>) =>
  Effect.runPromise(
    Effect.andThen(TestClock.setTime(at.epochMilliseconds), body).pipe(
      Effect.provide(
        Layer.mergeAll(
          MemoryStore.layer,
          Editions.layer({ ...Edition.edition(handbook, holidays), entitled: () => true }),
          Logger.layer([])
        )
      ),
      Effect.provide(TestClock.layer())
    )
  )

/** The worker, where these of the words do not go out. */
const working = (lost: ReadonlySet<string>) => {
  const reply = Carrier.make(ReplyCarriers.reply, ({ comment = "", text: _ }, key) =>
    lost.has(comment)
      ? Effect.fail(new Writing.Refused({ code: "memory", detail: "it was to be so" }))
      : Effect.map(DateTime.now, (repliedAt) => ({ reply: Reply.ReplyId.make(key), repliedAt }))
  )
  return Effect.repeat(Worker.round({ processes: [AnswerProcess], carriers: [reply] }), { times: 3 })
}

describe("A prepared answer", () => {
  it("is cited while it is valid; one that has ended is refused, with who owns it, and so is one that is not there", () =>
    inHouse(
      Effect.gen(function* () {
        yield* begin("1")
        const ended = yield* Effect.flip(say("1", [opening, moonCakes], "first"))
        const until = DateTime.makeUnsafe("2026-10-07T00:00:00+08:00")
        const owner = Actor.PersonId.make("he")
        assertEquals<unknown>(ended, new PreparedAnswer.Ended({ cited: moonCakes, owner, until }))
        const unknown = yield* Effect.flip(say("1", [nobodys], "second"))
        assertEquals<unknown>(unknown, new PreparedAnswer.Unknown({ cited: nobodys, known: [opening, moonCakes] }))
        yield* say("1", [opening], "third")
        const events = yield* Operations.read(AnswerProcess, Case.CaseId.make("1"))
        assertTrue(events.some(({ facts }) => "cites" in facts))
      })
    ))

  it("is counted as often as words of it went out, whatever did not", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ cites: fc.boolean(), twice: fc.boolean(), lost: fc.boolean() }), { maxLength: 12 }),
        (answers) =>
          inHouse(
            Effect.gen(function* () {
              const use = LibraryUse.follow({ processes: [AnswerProcess, PrivateAnswerProcess], out: "Answered" })
              const lost = new Set(answers.flatMap((one, index) => (one.lost ? [`a${index}`] : [])))
              for (const [index, { cites, twice }] of answers.entries()) {
                yield* begin(`a${index}`)
                yield* say(`a${index}`, cites ? (twice ? [opening, opening] : [opening]) : [])
                if (index % 3 === 0) yield* use.counts
              }
              yield* working(lost)
              const expected = answers.filter((one) => one.cites && !one.lost).length
              assert.strictEqual((yield* use.counts).get(opening) ?? 0, expected)
              // Whoever begins to count now comes to the same.
              const anew = LibraryUse.follow({ processes: [AnswerProcess, PrivateAnswerProcess], out: "Answered" })
              assert.deepStrictEqual([...(yield* anew.counts)], [...(yield* use.counts)])
            })
          )
      ),
      { numRuns: 30 }
    ))

  it("that went out anew in other words counts for those", () =>
    inHouse(
      Effect.gen(function* () {
        const use = LibraryUse.follow({ processes: [AnswerProcess], out: "Answered" })
        yield* begin("1")
        yield* say("1", [opening], "first")
        yield* working(new Set(["1"]))
        yield* say("1", [], "second")
        yield* working(new Set())
        assert.deepStrictEqual([...(yield* use.counts)], [])
      })
    ))
})

describe("The library of a handbook", () => {
  const codes = (text: string) =>
    Verifier.checkFile("h.yaml", text, { holidays, at })
      .filter(({ code, where }) => code.startsWith("library/") || where.path.startsWith("library"))
      .map(({ code, where }) => `${code} ${where.path}`)

  it("is checked: what has ended is told with its owner, and an owner who is nobody is", () => {
    assert.deepStrictEqual(codes(withLibrary()), ["library/ended library.moon-cakes.validUntil"])
    const nobody = withLibrary().replace("owner: he", "owner: hee")
    assert.lengthOf(
      codes(nobody).filter((one) => one.includes("library.moon-cakes.owner")),
      1
    )
    const twice = withLibrary("").replace("[月饼什么时候卖]", "[月饼什么时候卖, 几点开门？]")
    assert.include(codes(twice), "library/asked-twice library.moon-cakes.asked[1]")
  })

  it("is printed, with whose each answer is and when it ends", () => {
    const page = Html.render(HandbookPage.of(handbook, { holidays, week: at }))
    for (const words of ["营业时间", "几点开门", "门店每天九点到二十二点营业。", "2026-10-07"])
      assert.include(page, words)
  })
})
