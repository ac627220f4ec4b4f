// What brands ordinarily write raises no alarm, and what gets round the rules does.
import { Screening } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import { banned } from "./evasions.ts"
import * as Evasions from "./evasionsOfRules.ts"
import * as Ordinary from "./ordinary.ts"

const screening = Screening.compile({ route: "business", bannedWords: [...banned, "算了", "去死", "靠"] })
const alarms = (text: string) => screening.screen({ text, pictures: [] }).filter(({ severity }) => severity !== "note")

describe("No alarm is raised by", () => {
  it.each(Ordinary.developed)("%s", (text) =>
    assert.deepStrictEqual(
      alarms(text).map(({ code }) => code),
      []
    )
  )
  it("nineteen in twenty of the posts that nobody looked at while mending", () => {
    const wrong = Ordinary.heldOut.filter((text) => alarms(text).length > 0)
    assert.isAtMost(wrong.length, Ordinary.heldOut.length / 20)
  })
})

/** Whether a text is told for what it is: a word by anything, a draw as one, a claim by an alarm. */
export const isTold = (kind: string, text: string): boolean =>
  kind === "banned words"
    ? screening.screen({ text, pictures: [] }).some(({ code }) => code.startsWith("banned-words/"))
    : alarms(text).some(({ code }) => code.startsWith(kind === "draws" ? "lottery/" : "advertising-law/"))

describe("Told are", () => {
  it.each(Evasions.developed.flatMap(({ kind, texts }) => texts.map((text) => [kind, text] as const)))(
    "%s: %s",
    (kind, text) => assert.isTrue(isTold(kind, text))
  )
  it.each([
    ["later", Evasions.later],
    ["last", Evasions.last]
  ])("nine in ten of those that were written %s, of which what was missed was mended by kind", (_, list) => {
    const all = list.flatMap(({ kind, texts }) => texts.map((text) => isTold(kind, text)))
    assert.isAtLeast(all.filter((told) => told).length / all.length, 0.9)
  })
  it("three in four of the evasions that nobody looked at while mending", () => {
    const all = Evasions.heldOut.flatMap(({ kind, texts }) => texts.map((text) => isTold(kind, text)))
    assert.isAtLeast(all.filter((told) => told).length / all.length, 0.75)
  })
})
