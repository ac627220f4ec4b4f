import { MemoryStore } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core/calendar"
import { PostProcess } from "@dualops/core/content"
import { Changes, Handbook } from "@dualops/core/handbook"
import { Editions, Operations } from "@dualops/core/operations"
import { ChangesPage, Markdown } from "@dualops/core/pages"
import { Edition } from "@dualops/core/practices"
import { Actor, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { edition, id, teaHouse, wall, written } from "./teaHouse.ts"

const changed = (more: Partial<Handbook.Written>): Handbook.Handbook =>
  Result.getOrThrow(Handbook.make({ ...written, version: "2026-10", ...more }))
const lines = (changes: ReadonlyArray<Changes.Change> = []) =>
  changes.map(({ about, kind, what }) => `${kind} ${about}: ${what.en}`)
const forPerson = (name: string, after: Handbook.Handbook) =>
  lines(Changes.between(teaHouse, after).people.find((one) => one.id === name)?.changes)

describe("what a new edition changes", () => {
  it("is nothing between an edition and itself", () => {
    const changes = Changes.between(teaHouse, Result.getOrThrow(Handbook.make(structuredClone(written))))
    const { chapters, everybody, people, roles } = changes
    assert.deepStrictEqual([chapters, everybody, people, roles], [[], [], [], []])
    assert.isFalse(Changes.haveOneName(changes))
    assert.include(Markdown.render(ChangesPage.of(changes), "en"), "Nothing differs between the two handbooks.")
  })

  it("is nothing but the version where that alone is new", () => {
    const page = ChangesPage.of(Changes.between(teaHouse, changed({})))
    assert.include(Markdown.render(page, "en"), "Nothing differs between the two handbooks but the version.")
    assert.include(Markdown.render(page, "zh"), "除版本号外，两份手册没有任何不同。")
  })

  it("is told of a chapter of which nothing is listed", () => {
    const page = ChangesPage.of(
      Changes.between(teaHouse, changed({ brand: { zh: "别的茶铺", en: "Another tea house" } }))
    )
    assert.include(Markdown.render(page, "en"), "Chapters that differ: brand")
  })

  it("is not to be told by the name of an edition, where two that are not the same have one", () => {
    const changes = Changes.between(teaHouse, changed({ version: teaHouse.version, promises: {} }))
    assert.isTrue(Changes.haveOneName(changes))
    assert.isFalse(Changes.haveOneName(Changes.between(teaHouse, changed({ promises: {} }))))
    const page = ChangesPage.of(changes)
    assert.match(Markdown.render(page, "en"), /Both handbooks are called version 2026\S+, and they are not the same/)
    assert.match(Markdown.render(page, "zh"), /两份手册的版本号都是「2026\S+」，内容却不同/)
    assert.notInclude(Markdown.render(page, "en"), "Running cases keep the edition")
  })

  it("is a duty for whom it goes to, and for whom it leaves", () => {
    const { write } = written.duties
    const after = changed({ duties: { ...written.duties, write: { ...write, owner: "tang", standIns: ["lin"] } } })
    assert.deepStrictEqual(forPerson("tang", after), ["gained duty: Write posts"])
    assert.deepStrictEqual(forPerson("lin", after), ["lost duty: Write posts", "gained standing in: Write posts"])
    assert.deepStrictEqual(forPerson("he", after), ["lost standing in: Write posts"])
  })

  it("is a permission for the role, and for everybody who has it", () => {
    const { roles } = written.team
    const editor = { ...roles.editor, may: roles.editor.may.filter((code) => code !== "content.withdraw") }
    const after = changed({ team: { ...written.team, roles: { ...roles, editor } } })
    const { people, roles: affected } = Changes.between(teaHouse, after)
    assert.deepStrictEqual(
      affected.map(({ changes, id }) => [id, lines(changes)]),
      [["editor", ["lost permission: content.withdraw"]]]
    )
    assert.deepStrictEqual(people.map(({ id }) => id).toSorted(), ["he", "lin", "tang"])
  })

  it("is a promise, with what it was and what it is", () => {
    const answer = { ...written.promises.answer, within: { time: "1 hour", calendar: "office" } }
    const [change] = Changes.between(teaHouse, changed({ promises: { answer } })).everybody
    assert.deepStrictEqual(
      [change?.about, change?.before?.en, change?.after?.en],
      ["promise", "2 hours (office)", "1 hour (office)"]
    )
  })

  it("is an approval, a calendar, a person who goes", () => {
    const { wu: _, ...people } = written.team.people
    const { gone: __, ...absences } = written.team.absences
    const after = changed({
      content: { ...written.content, review: { ...written.content.review, approvers: ["zhou", "tang"] } },
      calendars: { office: { ...written.calendars.office, holidays: { makeUpWorkday: "friday" } } },
      team: { ...written.team, people, absences }
    })
    assert.include(forPerson("qin", after), "lost approval: approves posts")
    assert.include(forPerson("tang", after), "gained approval: approves posts")
    assert.include(forPerson("wu", after), "lost person: a person of the team")
    assert.include(lines(Changes.between(teaHouse, after).everybody), "changed calendar: office")
  })

  it("read backwards, is the same with gained and lost exchanged", () => {
    const standIns = fc.subarray(["he", "qin", "tang"])
    const words = fc.subarray(["代购", "刷单", "加微信"])
    const some = fc.record({ standIns, words }).map(({ standIns, words }) =>
      changed({
        duties: { ...written.duties, write: { ...written.duties.write, standIns } },
        content: { ...written.content, bannedWords: words }
      })
    )
    const mirror = (text: string) => text.replace(/^(gained|lost)/, (kind) => (kind === "lost" ? "gained" : "lost"))
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [there, back] = [Changes.between(one, other), Changes.between(other, one)]
        assert.sameMembers(lines(there.everybody).map(mirror), lines(back.everybody))
        assert.sameMembers(
          there.people.flatMap(({ changes, id }) => lines(changes).map((text) => `${id} ${mirror(text)}`)),
          back.people.flatMap(({ changes, id }) => lines(changes).map((text) => `${id} ${text}`))
        )
      }),
      { numRuns: 40 }
    )
  })

  it("is printed in both languages", () => {
    const page = ChangesPage.of(Changes.between(teaHouse, changed({ promises: {} })))
    assert.include(Markdown.render(page, "zh"), "| **取消** | 承诺 | 回复提问 |")
    assert.include(Markdown.render(page, "en"), "| **lost** | promise | Answer a question |")
  })
})

describe("a case that runs", () => {
  const stricter = Edition.edition(
    changed({ content: { ...written.content, bannedWords: ["早"] } }),
    ChineseHolidays.holidays
  )
  const store = Layer.mergeAll(MemoryStore.layer, TestClock.layer())
  const order = (name: string) => ({ case: Case.CaseId.make(name), by: Actor.person(id("lin")) })
  const compose = (name: string) =>
    Operations.send(PostProcess, {
      ...order(name),
      key: "compose",
      step: "Compose",
      input: { account: teaHouse.account.id, content: { text: "早。", pictures: [] }, slot: wall("2026-09-19T08:00") }
    })
  const submit = (name: string) =>
    Operations.send(PostProcess, { ...order(name), key: "submit", step: "Submit", input: {} })

  it.effect("keeps the edition that it began under; a new one runs under the new", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(wall("2026-09-18T12:00").epochMilliseconds)
      yield* compose("old").pipe(Effect.provide(Editions.layer(edition)))
      const later = Editions.layer(stricter, edition)
      const { event } = yield* submit("old").pipe(Effect.provide(later))
      assert.strictEqual(event.handbook, "2026-09")
      yield* compose("new").pipe(Effect.provide(later))
      const refused = yield* Effect.flip(submit("new").pipe(Effect.provide(later)))
      assert.strictEqual(refused._tag, "Post.NotPublishable")
    }).pipe(Effect.provide(store))
  )
})
