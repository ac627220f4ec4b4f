import { Process } from "@dualops/core"
import { assert, beforeAll, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import * as House from "./overnight/House.ts"
import { night } from "./overnight.ts"

/** An event as the store keeps it, as far as the story asks. */
interface Kept {
  readonly step: string
  readonly by: { readonly _tag: string; readonly person?: string; readonly onBehalfOf?: string }
}

describe("an editor is called away overnight", () => {
  let ending: Effect.Success<typeof night>
  let events: ReadonlyArray<Kept>
  beforeAll(async () => {
    ending = await Effect.runPromise(night)
    events = ending.events.map((event) => event as unknown as Kept) // what the store keeps is JSON of this form
  })

  it("the stand-in opens one page, with every open thing on it", () => {
    const { handOver, page } = ending
    const ids = [handOver.open, handOver.reviews, handOver.scheduled].map(({ shown }) => shown.map(({ id }) => `${id}`))
    assert.deepStrictEqual(
      ids.map((some) => some.filter((id) => !id.startsWith("round/"))),
      [["noon"], ["evening"], ["morning"]]
    )
    // What comes again and waits for her as well: the week's roster, for one, for which she stands in.
    assert.include(ids[0] ?? [], "round/duty/roster/week/2026-09-14")
    for (const words of [
      "交接单：林夏 → 周舟",
      "手写信的照片在图片库",
      "茶铺里记得你口味的小河",
      "密码库“微博”",
      "000-0000-0001"
    ]) {
      assert.include(page, words)
    }
  })

  it("the page says what nobody has written down, and what the stand-in cannot do", () => {
    const codes = ending.handOver.lacking.shown.map(({ code }) => code)
    assert.include(codes, "hand-over/no-way")
    assert.strictEqual(
      ending.handOver.reviews.shown[0]?.ways.find(({ step }) => step.name === "Approve")?.refusal?.zh,
      "周舟 已做过「撰写」，「通过」须由他人处理。"
    )
  })

  it("it was read, and the place was taken and handed back", () => {
    const states = ending.cases.map(({ case: { state } }) => state._tag)
    assert.includeMembers(states, ["Acknowledged", "HandedBack"])
    assert.include(ending.told, "lin: 周舟 has taken the place of 林夏: 家人急诊")
    assert.include(ending.told, "he: 周舟 has taken the place of 林夏: 家人急诊")
  })

  it("the stand-in's words pass the same rules and the same reviews", () => {
    const [rules, own, place] = ending.refused
    assert.match(rules ?? "", /The content rules forbid it: It is not how we talk/)
    assert.match(own ?? "", /zhou did Edit, so somebody else has to do Approve/)
    assert.match(place ?? "", /zhou did Compose, so somebody else has to do Approve/)
  })

  it("every step in another's place names both", () => {
    const edits = events.filter(({ step }) => step === "Edit")
    assert.isNotEmpty(edits)
    for (const { by } of edits) assert.deepStrictEqual(by, { _tag: "Person", person: "zhou", onBehalfOf: "lin" })
  })

  it("no deadline is late: the clock did nothing but publish", () => {
    const clock = events.filter(({ by }) => by._tag === "Clock").map(({ step }) => step)
    assert.deepStrictEqual(clock, ["Publish", "Publish", "Publish"])
    // A post that is out stays at hand for a while, for it may have to be taken down; rounds of the week go on, and the year's budgets are open.
    const left = ending.cases.filter(({ case: one, process }) => !Process.isOver(process, one))
    const states = new Set(left.map(({ case: { state }, process }) => `${process.name} ${state._tag}`))
    assert.deepStrictEqual(
      states,
      new Set(["Post Published", "Round Open", "CampaignBudget Open", "AdvertisingBudget Open"])
    )
  })

  it("the account shows every post, once, within a second of its slot", () => {
    const slots = ["2026-09-19T08:30", "2026-09-19T12:00", "2026-09-19T20:00"].map(House.at)
    assert.strictEqual(ending.out.length, slots.length)
    for (const [index, { at, text }] of ending.out.entries()) {
      const late = at.epochMilliseconds - (slots[index]?.epochMilliseconds ?? 0)
      assert.isTrue(0 <= late && late < 1000, `${text} is ${late} ms late`)
    }
  })
})
