/** Posts of a release in which pictures were not bound to their bytes: their events have no digest. */

import { type Content, PostProcess } from "@dualops/core/content"
import { Caseload, EventLog } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Schema } from "effect"
import { account, at9, content, lin, moon, nine, published, send, slot, state, tang, until, zhou } from "./house.ts"

const unbound = { source: "moon.png", format: "png", bytes: 4 } as const
const bound = { ...unbound, sha256: "0".repeat(64) }
const address = { process: PostProcess.name, case: moon }

const written = Effect.gen(function* () {
  const store = yield* EventLog.EventLog
  const envelope = {
    case: moon,
    version: 1,
    by: { _tag: "Person", person: "lin" },
    at: DateTime.formatIso(nine),
    handbook: "1"
  }
  const facts = { account, content: { ...content, pictures: [unbound] }, slot: DateTime.formatIso(slot) }
  yield* store.append({
    ...address,
    key: "person/Compose by lin",
    expected: 0,
    event: { ...envelope, step: "Compose", facts },
    state: "Draft",
    tags: [],
    actions: [],
    timers: [{ ...address, name: "slot", rung: 1, version: 1, fires: "MissSlot", at: slot }]
  })
})

describe("A post of a former release, with a picture that is not bound to its bytes,", () => {
  it.effect("can be read: it is on the desk, and its deadlines are fired", () =>
    at9(
      Effect.gen(function* () {
        yield* written
        const desk = yield* Caseload.make([PostProcess]).desk(lin)
        assert.include(
          desk.map(({ step }) => step),
          "Edit"
        )
        yield* until(slot)
        assert.deepInclude(yield* state, { _tag: "Missed", was: "Draft" })
      })
    )
  )

  it.effect("is published when somebody has chosen the picture again, which binds it", () =>
    at9(
      Effect.gen(function* () {
        yield* written
        yield* send("Edit", lin, { content: { ...content, pictures: [bound] }, slot })
        yield* send("Submit", lin, {})
        yield* send("Approve", zhou, {})
        yield* send("Schedule", tang, { slot })
        yield* until(slot)
        assert.lengthOf(yield* published, 1)
        assert.deepInclude(yield* state, { content: { ...content, pictures: [bound] } })
      })
    )
  )

  it("is none that could be written now: a new picture always has its digest", () => {
    const isInput = Schema.is(PostProcess.steps.Edit.input)
    const read = (picture: unknown) => isInput({ content: { ...content, pictures: [picture] }, slot })
    assert.isTrue(read(bound))
    assert.isFalse(read(unbound))
    // @ts-expect-error: nor can a program leave it out.
    const picture: Content.BoundPicture = unbound
    assert.notProperty(picture, "sha256")
  })
})
