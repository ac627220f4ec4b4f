import { type Post, PostProcess } from "@dualops/core/content"
import { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { account, content, hao, kai, lin, mei, monday, yun } from "./PostCast.ts"

const { inPlaceOf, person } = Actor

type Reviewed = Extract<Post.State, { readonly _tag: "Approved" | "InReview" }>
const sound: Reviewed = {
  _tag: "Approved",
  account,
  content,
  authors: [lin],
  slot: monday("20:00"),
  review: { approvers: [mei, hao, yun], needed: 2, given: [person(mei), inPlaceOf(kai, hao)], findings: [] }
}
const reviewed = (review: Partial<Post.Review>, more: Partial<Reviewed> = {}): Post.State =>
  // The tag stays one of the two.
  ({ ...sound, ...more, review: { ...sound.review, ...review } }) as Reviewed

/** The sentences that are not true of the state. */
const broken = (state: Post.State) =>
  Object.entries(PostProcess.invariants).flatMap(([sentence, holds]) =>
    // They are the invariants of a post.
    holds(state as never) ? [] : [sentence]
  )

describe("The invariants of a post", () => {
  it("hold of an approved one, of one that waits for its last approval, and of a draft that has no review", () => {
    const { review: _, ...idea } = sound
    const one = [person(mei)]
    for (const state of [sound, reviewed({ given: one }, { _tag: "InReview" }), { ...idea, _tag: "Draft" as const }]) {
      assert.deepStrictEqual(broken(state), [])
    }
  })

  it.each([
    { sees: "an approval that is missing", state: reviewed({ needed: 3 }), by: /as many approvals/ },
    { sees: "a review that nobody is needed for", state: reviewed({ needed: 0 }), by: /needs somebody/ },
    { sees: "two approvals by one", state: reviewed({ given: [person(mei), person(mei)] }), by: /twice/ },
    {
      sees: "two approvals for one, who is also stood in for",
      state: reviewed({ given: [person(mei), inPlaceOf(kai, mei)] }),
      by: /twice/
    },
    {
      sees: "two approvals by one, for two others",
      state: reviewed({ given: [inPlaceOf(kai, mei), inPlaceOf(kai, hao)] }),
      by: /twice/
    },
    { sees: "an author who approved", state: reviewed({}, { authors: [lin, mei] }), by: /no author/ },
    { sees: "an author who approved for another", state: reviewed({}, { authors: [kai] }), by: /no author/ }
  ])("see $sees", ({ by, state }) => {
    const sentences = broken(state)
    assert.strictEqual(sentences.length, 1)
    assert.match(sentences.join(), by)
  })
})
