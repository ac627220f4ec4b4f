import { ChineseHolidays } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import { Name } from "@dualops/core/finding"
import { HandbookSection, HandOver, type HandOverLines } from "@dualops/core/handbook"
import { AnswerProcess } from "@dualops/core/interaction"
import { Actor, Allowance, Case, Clocks, Process } from "@dualops/core/process"
import { Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Result, Schema } from "effect"
import * as fc from "fast-check"
import { loseSight, receive, say, standing as standingAnswer } from "../internal-system/interaction/AnswerCast.ts"
import { post } from "./posts.ts"
import { edition, id, teaHouse, wall, zhouAway } from "./teaHouse.ts"

const at = wall("2026-09-18T22:40")
const standing = (...posts: ReadonlyArray<ReturnType<typeof post>>) =>
  posts.map((one) => ({ process: PostProcess, case: one }))
const handOver = (out: Actor.PersonId, comes: Actor.PersonId, more: Partial<HandOverLines.Change> = {}) =>
  HandOver.of({
    handbook: teaHouse,
    editions: [edition],
    holidays: ChineseHolidays.holidays,
    cases: standing(post("draft", id("lin"), 0), post("review", id("lin"), 1), post("ready", id("lin"), 3)),
    out,
    in: comes,
    at,
    ...more
  })
const ids = ({ shown }: HandOverLines.Bounded<HandOverLines.OpenCase>) => shown.map(({ id }) => id as string)

describe("a hand-over", () => {
  it("has the duties of the one who goes, with what one has to know and who else could", () => {
    const { duties } = handOver(id("lin"), id("he"))
    assert.deepStrictEqual(
      duties.shown.map(({ id, knowledge, standIns }) => [id, standIns[0]?.name, knowledge[0]?.title.en]),
      [["write", "何川", "Model posts"]]
    )
  })

  it("has a duty also for the one whose shift it is", () => {
    const { duties } = handOver(id("tang"), id("he"), { at: wall("2026-09-18T21:00") })
    assert.deepStrictEqual(
      duties.shown.map(({ id }) => id as string),
      ["write"]
    )
  })

  it("has the contact of whoever the sections of practices count on, with what for", () => {
    const prizes = HandbookSection.make("prizes", {
      title: { zh: "兑奖", en: "prize claims" },
      schema: Schema.Struct({ owner: Actor.PersonId.annotate(Name.urgent), informed: Actor.PersonId })
    })
    // A handbook that was read with the section has it beside its own.
    const handbook = { ...teaHouse, prizes: { owner: id("qin"), informed: id("tang") } } as typeof teaHouse
    const counted = ({ contacts }: HandOver.HandOver) =>
      contacts.shown.flatMap(({ who, why }) => (why.some(({ en }) => en === "prize claims") ? [who.id] : []))
    assert.deepStrictEqual(counted(handOver(id("lin"), id("he"), { handbook, sections: [prizes] })), [id("qin")])
    assert.deepStrictEqual(counted(handOver(id("lin"), id("he"), { sections: [prizes] })), [])
  })

  it("keeps open cases, reviews and scheduled posts apart, and says by when", () => {
    const writer = handOver(id("lin"), id("he"))
    assert.deepStrictEqual(
      [ids(writer.open), ids(writer.reviews), ids(writer.scheduled)],
      [["review", "draft"], [], ["ready"]]
    )
    assert.deepStrictEqual(writer.open.shown[1]?.due, wall("2026-09-19T08:00"))
    const reviewer = handOver(id("zhou"), id("qin"))
    assert.deepStrictEqual([ids(reviewer.open), ids(reviewer.reviews)], [[], ["review"]])
    assert.strictEqual(reviewer.reviews.shown[0]?.about.zh, "早。")
  })

  it("says which steps the one who comes can take, and why not", () => {
    const [review] = handOver(id("zhou"), id("he"), { at: wall("2026-09-18T21:00") }).reviews.shown
    const approve = review?.ways.find(({ step }) => step.name === "Approve")
    assert.match(
      approve?.refusal?.en ?? "",
      /何川 in the place of 周宁 may not approve: the permission content\.approve is missing/
    )
    const lent = handOver(id("zhou"), id("he"), { editions: [zhouAway] }).reviews.shown[0]
    assert.strictEqual(lent?.ways.find(({ step }) => step.name === "Approve")?.refusal, undefined)
  })

  it("says what was promised to whom: an owner's answer", () => {
    const resource = {
      title: { zh: "奖品", en: "Prizes" },
      kind: "prizes" as const,
      owner: id("lin"),
      sponsor: id("tang"),
      answers: Allowance.always("4 hours"),
      use: { zh: "抽奖", en: "Draws" }
    }
    const opened = Process.accept(ResourceRequestProcess, undefined, {
      case: Case.CaseId.make("ask"),
      step: "Ask",
      input: { resource: Resource.ResourceId.make("prizes"), need: "30 cups" },
      by: Actor.person(id("tang")),
      at,
      handbook: edition.version,
      settings: { resources: { prizes: resource } } as never, // only its commitment is read
      entitled: () => true
    })
    const asked = Process.evolve(ResourceRequestProcess, undefined, Result.getOrThrow(opened))
    const { open } = handOver(id("lin"), id("he"), { cases: [{ process: ResourceRequestProcess, case: asked }] })
    assert.strictEqual(open.shown[0]?.promised?.en, "林晓 owes 唐岚 an answer")
  })

  it("says what was promised to whom: an answer to a fan, in the fan's own words", () => {
    const lost = standingAnswer(receive(), say(id("lin")), loseSight())
    const { open } = handOver(id("lin"), id("he"), {
      cases: [{ process: AnswerProcess, case: { ...lost, handbook: edition.version } }]
    })
    assert.strictEqual(open.shown[0]?.about.zh, "请问几点开门？")
    assert.deepStrictEqual(open.shown[0]?.promised, { zh: "应答复粉丝 小林", en: "小林 is owed an answer" })
  })

  it("says what a case is part of: the case that has begun it, or its name where that is not at hand", () => {
    const lost = { ...standingAnswer(receive(), say(id("lin")), loseSight()), handbook: edition.version }
    const parent = { process: "Answer", case: lost.id, order: "ask" }
    const child = { ...lost, id: Case.CaseId.make("child"), parent }
    const standing = [lost, child].map((one) => ({ process: AnswerProcess, case: one }))
    const partOf = (all: typeof standing) =>
      handOver(id("lin"), id("he"), { cases: all }).open.shown.find((one) => one.id === child.id)?.partOf?.zh
    assert.strictEqual(partOf(standing), "答复「请问几点开门？」")
    assert.strictEqual(partOf(standing.slice(1)), lost.id)
  })

  it("says of every clock how much of its time is used, and what did not count", () => {
    const asked = standingAnswer(receive(), say(id("lin")), loseSight())
    const at = DateTime.add(asked.at, { hours: 30 })
    const { open } = handOver(id("lin"), id("he"), {
      cases: [{ process: AnswerProcess, case: { ...asked, handbook: edition.version } }],
      at
    })
    const promise = open.shown[0]?.clocks.find(({ deadline }) => deadline === "promise") ?? assert.fail("It has none.")
    const since = Duration.toMinutes(DateTime.distance(promise.from, at))
    const all = Clocks.uncounted(promise).map(({ time }) => Duration.toMinutes(time))
    assert.strictEqual(
      all.reduce((sum, one) => sum + one, Duration.toMinutes(promise.used)),
      since
    )
    assert.include(
      Clocks.uncounted(promise).map(({ reason }) => reason.zh),
      "非工作时间"
    )
  })

  it("looks ahead: warnings and deadlines in their order, none of a warning that is past", () => {
    const { checks } = handOver(id("zhou"), id("qin"))
    const times = checks.shown.map(({ at }) => at.epochMilliseconds)
    assert.deepStrictEqual(
      times,
      times.toSorted((one, other) => one - other)
    )
    assert.include(
      checks.shown.map(({ deadline, kind }) => `${deadline.name} ${kind}`),
      "review warning"
    )
  })

  it("tells what is not written down: no procedure, no place, no key, no contact, no permission", () => {
    const codes = (out: Actor.PersonId, comes: Actor.PersonId) =>
      handOver(out, comes, { at: wall("2026-09-18T12:00") }).lacking.shown.map(({ code }) =>
        code.replace("hand-over/", "")
      )
    assert.includeMembers(codes(id("lin"), id("he")), ["no-place", "no-key"])
    assert.includeMembers(codes(id("zhou"), id("he")), ["no-procedure", "no-permission", "no-way", "no-contact"])
  })

  it("knows who holds a key and where it is kept, and never the key", () => {
    assert.deepStrictEqual(
      handOver(id("lin"), id("he")).keys.shown.map(({ holders, keptIn }) => [
        holders.map(({ name }) => name),
        keptIn.en
      ]),
      [[["林晓"], "The safe"]]
    )
  })

  it("says of every list how much it left out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 8 }), (many, most) => {
        const posts = Array.from({ length: many }, (_, index) => post(`p${index}`, id("lin"), 0))
        const { open } = handOver(id("lin"), id("he"), { cases: standing(...posts), most })
        assert.strictEqual(open.shown.length + open.leftOut, many)
        assert.isAtMost(open.shown.length, most)
      })
    )
  })

  it("names a case whose edition is not at hand", () => {
    const old = { ...post("old", id("lin"), 0), handbook: Case.HandbookVersion.make("2025") }
    const { lacking, open } = handOver(id("lin"), id("he"), { cases: standing(old) })
    assert.deepStrictEqual(open.shown, [])
    assert.include(
      lacking.shown.map(({ code }) => code),
      "hand-over/no-edition"
    )
  })
})
