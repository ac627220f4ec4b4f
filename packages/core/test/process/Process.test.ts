import { Actor, Case, Process, Refusal } from "@dualops/core/process"
import { ProcessSpec } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals, assertTrue, throws } from "@effect/vitest/utils"
import { Result } from "effect"
import { ann, ben, cleo, Errand, monday, rulebook, TooLate, TooLong, tuesday } from "./Errand.ts"

type Deed<S extends keyof (typeof Errand)["steps"]> = ProcessSpec.Deed<typeof Errand, S>

const { inPlaceOf, person } = Actor
const given = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof Errand>>) =>
  ProcessSpec.given(Errand, rulebook, ...deeds)

const write = (by: Actor.Actor = person(ann)): Deed<"Write"> => ({
  step: "Write",
  by,
  at: monday("08:00"),
  input: { text: "bread" }
})
const check = (by: Actor.Actor = person(ben), at = monday("09:00")): Deed<"Check"> => ({ step: "Check", by, at })
const correct = (by: Actor.Actor): Deed<"Correct"> => ({
  step: "Correct",
  by,
  at: monday("10:00"),
  input: { text: "milk" }
})
const send: Deed<"Send"> = { step: "Send", by: Actor.clock("sending"), at: tuesday("08:00") }
const remind: Deed<"Remind"> = { step: "Remind", by: Actor.clock("check"), at: monday("12:00") }
const arrive: Deed<"Arrive"> = { step: "Arrive", by: Actor.world, at: tuesday("09:00"), input: { receipt: "7" } }

describe("A step is taken or refused", () => {
  it("a step is taken where it starts from, by whom it belongs to", () => {
    given().when(write()).thenStands("Written", { text: "bread", until: undefined })
    given(write()).when(check()).thenStands("Checked", { text: "bread" })
    given(write(), check()).when(send).thenStands("Sent")
    given(write(), check(), send).when(arrive).thenStands("Done", { text: "bread", receipt: "7" })
  })

  it("anywhere else it is out of order: before the case has begun, out of its states, and when it has begun already", () => {
    const outOfOrder = (step: string, state: string) => new Refusal.OutOfOrder({ step, state })
    given().when(check()).thenRefused(outOfOrder("Check", "not begun"))
    given(write()).when(send).thenRefused(outOfOrder("Send", "Written"))
    given(write()).when(write()).thenRefused(outOfOrder("Write", "Written"))
  })

  it("a person needs the permission, for themselves or from the one in whose place they act", () => {
    const notPermitted = (by: Actor.Actor) => new Refusal.NotPermitted({ step: "Check", by, needs: "errand.check" })
    given(write())
      .when(check(person(cleo)))
      .thenRefused(notPermitted(person(cleo)))
    given(write())
      .when(check(inPlaceOf(cleo, ben)))
      .thenStands("Checked")
    given(write())
      .when(check(inPlaceOf(cleo, ann)))
      .thenRefused(notPermitted(inPlaceOf(cleo, ann)))
  })

  it("what is the clock's or the world's is nobody else's, and they take no other step", () => {
    const steps = { Check: check(), Send: send, Arrive: arrive }
    const needs = { Check: "errand.check", Send: "clock", Arrive: "world" } as const
    const by = { Check: person(ben), Send: Actor.clock("sending"), Arrive: Actor.world }
    const before = { Check: [write()], Send: [write(), check()], Arrive: [write(), check(), send] }
    for (const step of ["Check", "Send", "Arrive"] as const) {
      for (const other of ["Check", "Send", "Arrive"] as const) {
        const outcome = given(...before[step]).when({ ...steps[step], by: by[other] })
        if (step === other) outcome.thenStands(({ Check: "Checked", Send: "Sent", Arrive: "Done" } as const)[step])
        else outcome.thenRefused(new Refusal.NotPermitted({ step, by: by[other], needs: needs[step] }))
      }
    }
  })

  it("whoever may do everything is neither the clock nor the world", () => {
    const everything = { ...rulebook, entitled: () => true }
    for (const [deed, needs, ...before] of [
      [send, "clock", write(), check()],
      [arrive, "world", write(), check(), send]
    ] as const) {
      ProcessSpec.given(Errand, everything, ...before)
        .when({ ...deed, by: person(ann) })
        .thenRefused(new Refusal.NotPermitted({ step: deed.step, by: person(ann), needs }))
    }
  })

  it("who did one half does not do the other, in either order and in whosever place", () => {
    const notSeparate = (step: string, did: string) => new Refusal.NotSeparate({ step, did, person: ben })
    given(write(person(ben)))
      .when(check())
      .thenRefused(notSeparate("Check", "Write"))
    given(write(person(ben)))
      .when(check(inPlaceOf(cleo, ben)))
      .thenRefused(notSeparate("Check", "Write"))
    given(write(person(ben)), correct(person(ann)))
      .when(check())
      .thenRefused(notSeparate("Check", "Write"))
  })

  it("a step that is not part of a pair hinders nobody", () => {
    given(write(), correct(person(ben)))
      .when(check())
      .thenStands("Checked", { text: "milk" })
  })

  it("a step's own reasons come last: whom it is closed to, and what its input lacks", () => {
    given(write())
      .when(check(person(ben), monday("12:00")))
      .thenRefused(new TooLate({ at: monday("12:00") }))
    given(write())
      .when(check(person(cleo), monday("12:00")))
      .thenRefused(new Refusal.NotPermitted({ step: "Check", by: person(cleo), needs: "errand.check" }))
    given()
      .when({ ...write(), at: monday("22:00") })
      .thenRefused(new TooLate({ at: monday("22:00") }))
    const text = "twenty-one characters"
    given()
      .when({ ...write(), input: { text } })
      .thenRefused(new TooLong({ letters: 21 }))
    given()
      .when({ ...write(person(cleo)), input: { text } })
      .thenRefused(new Refusal.NotPermitted({ step: "Write", by: person(cleo), needs: "errand.write" }))
  })

  it("a case runs under the edition of the handbook that it began under", () => {
    const other = { ...rulebook, handbook: Case.HandbookVersion.make("edition 2") }
    const attempt = { ...other, ...check(), case: Case.CaseId.make("the case"), input: {} }
    assertEquals(
      Result.getFailure(Process.accept(Errand, replayed(write()), attempt)),
      Result.getFailure(Result.fail(new Refusal.OtherHandbook({ begun: rulebook.handbook, given: other.handbook })))
    )
  })

  it("every refusal has a name and is a sentence", () => {
    const by = inPlaceOf(cleo, ann)
    const said = [
      new Refusal.OutOfOrder({ step: "Check", state: "Done" }),
      new Refusal.NotPermitted({ step: "Check", by, needs: "errand.check" }),
      new Refusal.NotPermitted({ step: "Check", by: Actor.clock("check"), needs: "errand.check" }),
      new Refusal.NotPermitted({ step: "Check", by: Actor.world, needs: "errand.check" }),
      new Refusal.NotSeparate({ step: "Check", did: "Write", person: ann }),
      new Refusal.OtherHandbook({ begun: rulebook.handbook, given: Case.HandbookVersion.make("edition 2") })
    ].map(({ _tag, message }) => `${_tag}: ${message}`)
    assert.deepStrictEqual(said, [
      "Process.OutOfOrder: Check cannot be done while the case is Done.",
      "Process.NotPermitted: Check needs errand.check, and Cleo in the place of Ann does not have it.",
      "Process.NotPermitted: Check needs errand.check, and the deadline check does not have it.",
      "Process.NotPermitted: Check needs errand.check, and the world does not have it.",
      "Process.NotSeparate: Ann did Write, so somebody else has to do Check.",
      "Process.OtherHandbook: The case runs under handbook edition 1, not edition 2."
    ])
  })
})

describe("An accepted step is an event", () => {
  it("it says what, who, when, under which edition, and how many came before it", () => {
    const event = { case: id, version: 1, step: "Write", facts: { text: "bread" }, by: person(ann) } as const
    assert.deepStrictEqual(events(write()), [{ ...event, at: monday("08:00"), handbook: rulebook.handbook }])
    assert.deepStrictEqual(
      events(write(), check(), send).map(({ version }) => version),
      [1, 2, 3]
    )
  })

  it("its history is the case, and nothing is no case", () => {
    assert.strictEqual(Process.replay(Errand, []), undefined)
    const current = replayed(write(inPlaceOf(cleo, ann)), check())
    assertTrue(current !== undefined)
    const { at, did, handbook, id: name, state, version } = current
    assertEquals<unknown>(
      { at, did, handbook, name, state, version },
      {
        at: monday("09:00"),
        did: { Write: [cleo, ann], Check: [ben] },
        handbook: rulebook.handbook,
        name: id,
        state: { _tag: "Checked", text: "bread" },
        version: 2
      }
    )
  })

  it("remembers whoever took a step once, however often they have taken it", () => {
    const again = [correct(person(ann)), check()]
    const current = replayed(write(), check(), ...again, ...again, correct(person(ann)), check(inPlaceOf(cleo, ben)))
    assert.deepStrictEqual(current?.did, { Write: [ann], Check: [ben, cleo] })
  })

  it("a staying step leaves the state as it is, and counts", () => {
    const current = replayed(write(), remind)
    assert.strictEqual(current?.state._tag, "Written")
    assert.strictEqual(current?.version, 2)
  })

  it("what it asks for has a key that is the same for ever, and its own", () => {
    const history = events(write(), check(), send)
    const sent = Process.replay(Errand, history)
    const last = history.at(-1)
    assertTrue(sent !== undefined && last !== undefined)
    const action = { process: "Errand", case: id, version: 3, step: "Send", request: { text: "bread" } }
    assert.deepStrictEqual(Process.actions(Errand, sent, last), [
      { ...action, key: "Errand/errand 1/3/courier", name: "courier" },
      { ...action, key: "Errand/errand 1/3/note", name: "note" }
    ])
  })

  it("a step asks for nothing where this time there is no need", () => {
    given()
      .when(write())
      .thenAsks({ note: { text: "bread" } })
    given()
      .when({ ...write(), input: { text: "" } })
      .thenAsks({})
    given(write()).when(check()).thenAsks({})
  })

  it("a case is over in a final state, and only there", () => {
    const over = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof Errand>>) => {
      const current = replayed(...deeds)
      return current !== undefined && Process.isOver(Errand, current)
    }
    assert.deepStrictEqual(
      [over(write()), over(write(), check(), send), over(write(), check(), send, arrive)],
      [false, false, true]
    )
  })

  it("a step that the process does not have is a defect", () => {
    // Only a name that was written past the compiler can come here.
    const attempt = { ...rulebook, case: id, step: "Fly" as "Check", input: {}, by: person(ann), at: monday("08:00") }
    throws(() => Process.accept(Errand, undefined, attempt), new Error("Errand has no step Fly"))
  })
})

const id = Case.CaseId.make("errand 1")

const events = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof Errand>>) => {
  const history: Array<Process.EventOf<typeof Errand>> = []
  // Cleo may do anything here: this is about what is remembered of who did it.
  const unbounded = { ...rulebook, entitled: () => true, case: id, input: {} }
  for (const deed of deeds) {
    history.push(Result.getOrThrow(Process.accept(Errand, Process.replay(Errand, history), { ...unbounded, ...deed })))
  }
  return history
}

const replayed = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof Errand>>) => Process.replay(Errand, events(...deeds))
