import { Actor, Case, Process, Refusal, Soundness } from "@dualops/core/process"
import { ProcessLaws, ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Schema } from "effect"
import { cast, Gift, Giveaway, giveaway } from "./Giveaway.ts"

ProcessLaws.suite("a giveaway that begins parcels", Giveaway, cast)

const at = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
const ann = Actor.person("ann")
const rulebook = { handbook: Case.HandbookVersion.make("1"), settings: {}, entitled: () => true }
const drawn = { step: "Draw", by: ann, at, input: { winners: ["wang", "li"] } } as const

describe("A case that begins cases", () => {
  it("asks for one for each, and keeps no more of them than how many are out", () => {
    ProcessSpec.given(Giveaway, rulebook)
      .when(drawn)
      .thenStands("Running", { out: 2 })
      .thenAsks({
        gift: [
          { input: { to: "wang" }, by: ann },
          { input: { to: "li" }, by: ann }
        ]
      })
  })

  it("asks for each under a key of its own", () => {
    const answer = Process.accept(Giveaway, undefined, { ...rulebook, ...drawn, case: Case.CaseId.make("may") })
    if (answer._tag === "Failure") throw answer.failure
    const actions = Process.actions(Giveaway, Process.evolve(Giveaway, undefined, answer.success), answer.success)
    assert.deepStrictEqual(
      actions.map(({ key }) => key),
      ["Giveaway/may/1/gift/0", "Giveaway/may/1/gift/1"]
    )
  })

  it("knows the name of each when it asks: the parcels that a worker begins are called so", () => {
    const event = { case: Case.CaseId.make("may"), version: 1 }
    const names: ReadonlyArray<string> = [0, 1].map((index) => giveaway.childOf(event, "gift", index))
    assert.deepStrictEqual(names, ["Giveaway/may/1/gift/0", "Giveaway/may/1/gift/1"])
    const long = giveaway.childOf({ ...event, case: Case.CaseId.make("m".repeat(180)) }, "gift")
    assert.isTrue(Schema.is(Case.CaseId)(long))
  })

  it("hears of an end by the step that says so, and by no other", () => {
    const given = ProcessSpec.given(Giveaway, rulebook, drawn)
    given
      .when({ step: "GiftSent", by: Actor.child("gift", "one", "Sent"), at, input: { parcel: "7" } })
      .thenStands("Running", { out: 1, sent: 1 })
    const withdrawn = Actor.child("gift", "one", "Withdrawn")
    given
      .when({ step: "GiftSent", by: withdrawn, at, input: { parcel: "7" } })
      .thenRefused(new Refusal.NotHeard({ step: "GiftSent", by: withdrawn }))
    const unknown = Actor.child("toString", "one", "Sent")
    given
      .when({ step: "GiftSent", by: unknown, at, input: { parcel: "7" } })
      .thenRefused(new Refusal.NotHeard({ step: "GiftSent", by: unknown }))
  })

  it("has a child that says in its envelope who has ordered it, through storage", () => {
    const orderedBy = { process: "Giveaway", case: Case.CaseId.make("may"), order: "gift" }
    const answer = Process.accept(Gift, undefined, {
      ...rulebook,
      case: Case.CaseId.make("gift 1"),
      step: "Pack",
      by: ann,
      at,
      input: { to: "wang" },
      orderedBy
    })
    if (answer._tag === "Failure") throw answer.failure
    assert.deepStrictEqual(answer.success.orderedBy, orderedBy)
    const packing = Process.evolve(Gift, undefined, answer.success)
    assert.deepStrictEqual(packing.parent, orderedBy)
    const sent = Process.accept(Gift, packing, {
      ...rulebook,
      case: packing.id,
      step: "Send",
      by: ann,
      at,
      input: { parcel: "7" }
    })
    if (sent._tag === "Failure") throw sent.failure
    assert.isUndefined(sent.success.orderedBy)
    assert.deepStrictEqual(Process.evolve(Gift, packing, sent.success).parent, orderedBy)
  })
})

describe("Soundness of cases that begin cases", () => {
  const changed = (change: object): Process.Any => ({ ...Giveaway, ...change })
  const findings = (change: object) => Soundness.check(changed(change)).map(({ code, where }) => [code, where.path])
  const gift = Giveaway.children.gift

  it("an end that no step hears of is found, and one of which nobody needs to hear is not", () => {
    assert.deepStrictEqual(findings({ children: { gift: { ...gift, ends: { Withdrawn: "GiftLost" } } } }), [
      ["process/child-unheard", "Giveaway.children.gift.ends.Sent"],
      ["process/nobody-sends", "Giveaway.steps.GiftSent"]
    ])
    assert.deepStrictEqual(
      findings({
        children: { gift: { ...gift, ends: { Sent: null, Withdrawn: "GiftLost" } } },
        steps: { ...Giveaway.steps, GiftSent: { ...Giveaway.steps.GiftSent, by: "gift.send" } }
      }),
      []
    )
  })

  it("an end whose step cannot be taken anywhere the case comes to is found", () => {
    const steps = { ...Giveaway.steps, GiftSent: { ...Giveaway.steps.GiftSent, from: ["Planned"] } }
    assert.deepStrictEqual(findings({ steps }), [
      ["process/dead-step", "Giveaway.steps.GiftSent"],
      ["process/child-unheard", "Giveaway.children.gift.ends.Sent"]
    ])
  })

  it("an order whose refusal no step hears of is found", () => {
    assert.deepStrictEqual(findings({ outcomes: {} }), [
      ["process/child-unheard", "Giveaway.outcomes.gift.refused"],
      ["process/nobody-sends", "Giveaway.steps.NotPacked"]
    ])
  })

  it("a step of the world that nothing sends is found, unless it is said who sends it", () => {
    const steps = { ...Giveaway.steps, CallOff: { ...Giveaway.steps.CallOff, by: "world" } }
    assert.deepStrictEqual(findings({ steps }), [["process/nobody-sends", "Giveaway.steps.CallOff"]])
    assert.deepStrictEqual(findings({ steps, sentBy: { CallOff: { zh: "平台", en: "the platform" } } }), [])
  })

  it("a step that is to stop children and never ends one is found", () => {
    assert.deepStrictEqual(findings({ children: { gift: { ...gift, whenOver: { stop: "Remind" } } } }), [
      ["process/child-not-stopped", "Giveaway.children.gift.whenOver"]
    ])
  })

  it("a whenOver that no compiler has seen is found: nothing, another word, a step that is told something", () => {
    for (const whenOver of [undefined, "goon", { stop: "Send" }, { stop: "Pack" }, {}]) {
      assert.deepStrictEqual(
        // As a program in JavaScript says it.
        findings({ children: { gift: { ...gift, whenOver: whenOver as never } } }),
        [["process/child-not-stopped", "Giveaway.children.gift.whenOver"]],
        `${whenOver}`
      )
    }
  })

  it("processes that begin each other without end are found", () => {
    const again = { ...Process.order(Gift, "Pack"), order: { process: { ...Gift, name: "Giveaway" }, step: "Pack" } }
    assert.deepInclude(findings({ actions: { gift: again } }), ["process/begins-without-end", "Giveaway.children"])
  })

  it("the giveaway and its parcels are sound", () => {
    assert.deepStrictEqual([...Soundness.check(Giveaway), ...Soundness.check(Gift)], [])
  })
})
