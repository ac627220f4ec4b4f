import { Actor, Case, Process } from "@dualops/core"
import { AccountId } from "@dualops/core/account"
import { PostProcess } from "@dualops/core/content"
import { Face, type Reader, Refusal } from "@dualops/core/process"
import { ResourceRequestProcess } from "@dualops/core/resources"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import { Errand } from "./Errand.ts"

describe("The face of a process", () => {
  it("has a title for every state, step and deadline, and a name that the process does not have is its own", () => {
    assert.deepStrictEqual(Face.state(PostProcess, "OnHold"), { zh: "暂缓", en: "on hold" })
    assert.deepStrictEqual(Face.step(PostProcess, "Approve"), { zh: "通过", en: "approve" })
    assert.deepStrictEqual(Face.deadline(PostProcess, "review"), { zh: "审核期限", en: "review" })
    for (const name of ["Vanish", "constructor", "__proto__"]) {
      for (const titled of [Face.state, Face.step, Face.deadline]) {
        assert.deepStrictEqual(titled(PostProcess, name), { zh: name, en: name })
      }
    }
  })
})

describe("What people read of a case", () => {
  const post = (text: string, reader?: Reader.Reader) => {
    const facts = { account: AccountId.make("1234567890"), content: { text, pictures: [] }, slot: at }
    const event = { case: Case.CaseId.make("moon"), version: 1, at, handbook: Case.HandbookVersion.make("1") }
    const by = Actor.person("lin")
    const composed = Process.evolve(PostProcess, undefined, { ...event, step: "Compose", by, facts })
    return Face.reading(PostProcess, composed, reader)
  }
  const at = DateTime.makeUnsafe("2026-11-23T01:00:00Z")

  it("is the beginning of what it is about, in one line, and never half a sign", () => {
    assert.strictEqual(post("  中秋预热\n\n今晚  八点 ").about.zh, "中秋预热 今晚 八点")
    assert.strictEqual(post("🥮".repeat(61)).about.en, `${"🥮".repeat(60)}…`)
  })

  it("is its name, where it says nothing yet", () => {
    assert.strictEqual(post(" \n").about.zh, "moon")
  })

  it("makes a sentence of titles: what waits, how it stands, and that somebody has to decide", () => {
    assert.deepStrictEqual(Face.waiting(post("中秋预热")), {
      zh: "微博「中秋预热」现为「草稿」，需要有人处理。",
      en: "The post “中秋预热” (draft) waits for somebody to decide what happens to it."
    })
  })

  it("has the times of the reader's wall, in Shanghai unless it is said", () => {
    assert.strictEqual(post("a").time(at), "2026-11-23 09:00")
    assert.strictEqual(post("a", { timeZone: "Europe/Berlin" }).time(at), "2026-11-23 02:00")
  })
})

describe("A refusal is said in both languages, with the titles of the process", () => {
  const said = (reason: unknown) => Face.refusal(ResourceRequestProcess, reason, (person) => `${person}!`)

  it("where the case does not stand where the step is done", () => {
    assert.deepStrictEqual(said(new Refusal.OutOfOrder({ step: "Grant", state: "Refused" })), {
      zh: "「已拒绝」时不能同意。",
      en: "A case that is refused does not let anybody grant."
    })
  })

  it("where the permission is wanting", () => {
    const by = Actor.person("lin")
    assert.deepStrictEqual(said(new Refusal.NotPermitted({ step: "Grant", by, needs: "resource.answer" })), {
      zh: "lin! 没有「同意」的权限。",
      en: "lin! may not grant: the permission resource.answer is missing."
    })
  })

  it("where the same person did the other half, by their name", () => {
    const person = Actor.PersonId.make("lin")
    assert.deepStrictEqual(said(new Refusal.NotSeparate({ step: "Grant", did: "Ask", person })), {
      zh: "lin! 已做过「提出」，「同意」须由他人处理。",
      en: "lin! did ask, so somebody else has to grant."
    })
  })

  it("where the process has a reason of its own: in its own words for both, or by its message", () => {
    const both = { zh: "不行", en: "no" }
    assert.deepStrictEqual(said({ said: both }), both)
    assert.deepStrictEqual(said(new Error("no")), { zh: "no", en: "no" })
    assert.deepStrictEqual(said({ said: "no" }), { zh: "[object Object]", en: "[object Object]" })
  })
})

describe("Where nothing has to be written of a step", () => {
  it("the next state has what the state before and the facts have in common with it, and the fact holds", () => {
    const carried = (state: unknown, facts: unknown) =>
      // The declaration hands over a state and an event of its process.
      ResourceRequestProcess.steps.Grant.evolve(state as never, { facts } as never) as unknown
    assert.deepStrictEqual(carried({ _tag: "Asked", need: "a", terms: "old", other: 1 }, { terms: "new", more: 1 }), {
      _tag: "Granted",
      need: "a",
      terms: "new"
    })
  })

  it("what a process writes itself holds", () => {
    assert.strictEqual(Errand.title.en, "Errand")
  })
})
