/** An alarm: raised with why, judged in time by a person, and a label for the next calibration. */
import { AccountId, PostId } from "@dualops/core/account"
import { Alarm, AlarmLabels, AlarmProcess } from "@dualops/core/practices"
import { Actor, Allowance, Case, Soundness } from "@dualops/core/process"
import { ProcessLaws, ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"

const lin = Actor.PersonId.make("lin")
const zhou = Actor.PersonId.make("zhou")
const tang = Actor.PersonId.make("tang")
const level = (name: string, when: object, minutes: number, steps: ReadonlyArray<{ zh: string; en: string }> = []) => ({
  name,
  title: { zh: name, en: name },
  when,
  team: [lin, zhou] as const,
  within: Allowance.always(`${minutes} minutes`),
  steps
})
const settings: Alarm.Settings = {
  lead: tang,
  levels: [level("grave", { authors: 200 }, 15, [{ zh: "告知公关", en: "tell the press" }]), level("look", {}, 120)]
}
/** The same house, with crises: a grave alarm that is true is decided on, and one of poison declares a crisis itself. */
const withCrises: Alarm.Settings = {
  ...settings,
  crises: ["grave"],
  levels: [
    { ...level("poison", { authors: 300 }, 15), declares: "grave" },
    { ...level("grave", { authors: 200 }, 15), isCrisis: true },
    level("look", {}, 120)
  ]
}
const monday = (time: string) => DateTime.makeUnsafe(`2026-11-23T${time}+08:00`)
const account = AccountId.make("5644764907")
const heard = (authors: number) => ({
  account,
  term: "漏水",
  at: monday("09:00"),
  since: monday("08:50"),
  why: { authors, expected: 4, varies: 0.2, ratio: 8, evidence: 12, limit: 3, since: 0 },
  figures: { authors, perHour: 6 * authors, times: authors / 4, media: ["comment"] },
  mentions: []
})

ProcessLaws.suite("Alarm", AlarmProcess, {
  people: [lin, zhou, tang],
  settings: [withCrises],
  inputs: { Raise: (pick) => heard([250, 350, 20][pick(3)] ?? 20), Declare: () => ({ level: "grave", reason: "属实" }) }
})

const given = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof AlarmProcess>>) =>
  ProcessSpec.given(
    AlarmProcess,
    { handbook: Case.HandbookVersion.make("edition 1"), settings, entitled: () => true },
    ...deeds
  )
const raise = (authors: number): ProcessSpec.Deed<typeof AlarmProcess, "Raise"> => ({
  step: "Raise",
  by: Actor.world,
  at: monday("09:03"),
  input: heard(authors)
})
const judge = { by: Actor.person(zhou), at: monday("09:10"), input: { reason: "看过了" } }

describe("An alarm", () => {
  it("has the first level that holds, and says to whoever judges it how many wrote, and how many are usual", () => {
    given()
      .when(raise(250))
      .thenStands("Open", { held: ["authors"], chain: [lin, zhou, tang], turn: 0 })
      .thenAsks({
        notify: {
          to: lin,
          message: {
            zh: "预警：账号 5644764907：「漏水」grave。2026-11-23 08:50起有 250 人提及，平时约 4 人。请判断是否属实。",
            en: "Alarm: account 5644764907: “漏水”, grave. 250 people since 2026-11-23 08:50, where about 4 are usual. Judge whether it is true."
          },
          urgent: true
        }
      })
    given().when(raise(20)).thenStands("Open", { held: [] })
  })

  it("that is not judged in time is told to the next, and to the lead after that", () => {
    const climb = (time: string) =>
      ({ step: "Climb", by: Actor.clock("judgement"), at: monday(time), input: {} }) as const
    given(raise(250)).when(climb("09:18")).thenStands("Open", { turn: 1 })
    const again = { ...climb("10:18"), by: Actor.clock("judgement", 2) }
    given(raise(250), climb("09:18")).when(again).thenStands("Open", { turn: 2 })
  })

  it("takes in what is heard meanwhile, and stays one", () => {
    const { figures } = heard(600)
    given(raise(250))
      .when({ step: "Update", by: Actor.world, at: monday("09:20"), input: { figures, mentions: [], isOver: false } })
      .thenStands("Open", { peak: 600, figures })
  })

  it("that becomes graver has that level and its team, is told of anew, and never becomes milder", () => {
    const update = (authors: number, time: string) => {
      const input = { figures: heard(authors).figures, mentions: [], isOver: false }
      return { step: "Update", by: Actor.world, at: monday(time), input } as const
    }
    given(raise(20))
      .when(update(240, "09:05"))
      .thenStands("Open", { held: ["authors"], turn: 0 })
      .thenAsks({
        notify: {
          to: lin,
          message: {
            zh: "预警升级：账号 5644764907：「漏水」grave，同一时段已有 240 人。请判断是否属实。",
            en: "The alarm is graver now: account 5644764907: “漏水”, grave, 240 people at a time. Judge whether it is true."
          },
          urgent: true
        }
      })
    given(raise(250))
      .when(update(20, "09:30"))
      .thenStands("Open", { held: ["authors"] })
      .thenAsks({})
  })

  it("that is true tells the team what is to be done", () => {
    const message = {
      zh: "预警属实：账号 5644764907：「漏水」grave。1. 告知公关",
      en: "The alarm is true: account 5644764907: “漏水”, grave. 1. tell the press"
    }
    given(raise(250))
      .when({ step: "Confirm", ...judge })
      .thenStands("True", { by: zhou, reason: "看过了" })
      .thenAsks({
        notify: [
          { to: lin, message, urgent: true },
          { to: zhou, message, urgent: true }
        ]
      })
  })

  const house = { handbook: Case.HandbookVersion.make("edition 1"), settings: withCrises, entitled: () => true }
  const inCrises = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof AlarmProcess>>) =>
    ProcessSpec.given(AlarmProcess, house, ...deeds)
  const confirm = { step: "Confirm", ...judge } as const
  const declare = {
    step: "Declare",
    by: Actor.person(tang),
    at: monday("09:12"),
    input: { level: "grave", reason: "三家门店" }
  } as const

  it("that is true and grave is no crisis until somebody says so, and waits for them", () => {
    inCrises(raise(250)).when(confirm).thenStands("ToDecide", { by: zhou })
    inCrises(raise(250), confirm)
      .when(declare)
      .thenStands("Declaring", { by: tang })
      .thenAsks({
        declare: {
          by: Actor.person(tang),
          input: { account, level: "grave", what: "漏水：三家门店", alarm: Case.CaseId.make("the case") }
        }
      })
    inCrises(raise(250), confirm)
      .when({ step: "Spare", by: Actor.person(tang), at: monday("09:12"), input: { reason: "一位顾客刷屏" } })
      .thenStands("True", { by: tang })
    // Where the handbook has no crises, there is nothing to decide.
    given(raise(250)).when(confirm).thenStands("True")
  })

  it("whose crisis was not begun waits for somebody again", () => {
    inCrises(raise(250), confirm, declare)
      .when({
        step: "NotDeclared",
        by: Actor.world,
        at: monday("09:13"),
        input: { code: "Process.NotPermitted", detail: "tang may not" }
      })
      .thenStands("ToDecide")
  })

  it("of a level that declares a crisis does so before anybody has judged it, and asks nobody after that", () => {
    inCrises().when(raise(350)).thenStands("Open", { declares: "grave" })
    inCrises(raise(350)).when(confirm).thenStands("True")
  })

  it("says under which post most of it stands, where that is one", () => {
    const said = { post: PostId.make("5034567890123456"), ...heard(50) }
    const under = (share: number) =>
      Alarm.because({ ...said, spread: { posts: 3, most: said.post, share } }, { time: () => "09:00" }).en
    assert.strictEqual(
      under(0.8),
      "50 people since 09:00, where about 4 are usual, 80% of them under post 5034567890123456"
    )
    assert.strictEqual(under(0.3), "50 people since 09:00, where about 4 are usual")
  })

  it("is sound: nobody waits for ever, and nothing is asked twice", () => {
    assert.deepStrictEqual(Soundness.check(AlarmProcess), [])
  })
})

describe("What people judged of alarms", () => {
  const event = (id: string, version: number, state: string, facts: object) => ({
    process: "Alarm",
    case: Case.CaseId.make(id),
    version,
    position: version,
    state,
    event: JSON.parse(
      JSON.stringify({ at: DateTime.formatIso(monday(`09:0${version}`)), facts, step: "", case: id, version })
    ),
    tags: []
  })
  const raised = (id: string) => {
    const { at, since, ...facts } = heard(50)
    return event(id, 1, "Open", { ...facts, at: DateTime.formatIso(at), since: DateTime.formatIso(since) })
  }

  it("are labels, where one that is the same as another has the other's, and one that nobody judged has none", () => {
    const labels = AlarmLabels.of([
      raised("a"),
      raised("b"),
      raised("c"),
      raised("d"),
      event("a", 2, "True", { reason: "真的" }),
      event("b", 2, "False", { reason: "刷屏" }),
      event("c", 3, "Joined", { reason: "同一件事", other: "a" })
    ] as never)
    assert.deepStrictEqual(
      labels.map(({ case: id, label }) => [id, label]),
      [
        ["a", "true"],
        ["b", "false"],
        ["c", "true"]
      ]
    )
  })

  it("are none in a circle of alarms that are each the same as the next, and in events that cannot be read", () => {
    assert.deepStrictEqual(
      AlarmLabels.of([
        raised("a"),
        raised("b"),
        event("a", 2, "Joined", { reason: "", other: "b" }),
        event("b", 2, "Joined", { reason: "", other: "a" }),
        event("z", 1, "Open", { broken: true })
      ] as never),
      []
    )
  })
})
