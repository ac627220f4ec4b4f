import { Post } from "@dualops/core/content"
import { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result, Schema } from "effect"

const review = { approvers: ["mei", "hao"], needs: "any", within: { time: "4 hours", calendar: "office" } }
const policy = {
  review,
  lead: "yun",
  attention: { time: "2 hours", calendar: "office" },
  tolerance: "10 minutes",
  patience: "1 minute",
  looks: { every: "2 minutes", times: 3 }
}
const isRead = (said: object) => Result.isSuccess(Schema.decodeUnknownResult(Schema.Struct(Post.policy))(said))

describe("What a handbook decides about posts", () => {
  it("is read whole, and nothing of it may be left out", () => {
    assert.isTrue(isRead(policy))
    for (const name of Object.keys(policy)) assert.isFalse(isRead({ ...policy, [name]: undefined }), name)
  })

  it.each([
    { needs: "any", is: true },
    { needs: "all", is: true },
    { needs: { quorum: 1 }, is: true },
    { needs: { quorum: 0 }, is: false },
    { needs: { quorum: 1.5 }, is: false },
    { needs: {}, is: false },
    { needs: "some", is: false },
    { needs: "", is: false }
  ])("may demand $needs of the approvers: $is", ({ is, needs }) =>
    assert.strictEqual(isRead({ ...policy, review: { ...review, needs } }), is)
  )

  it("cannot demand nobody's approval", () => {
    assert.isFalse(isRead({ ...policy, review: { ...review, approvers: [] } }))
    assert.isFalse(isRead({ ...policy, review: {} }))
  })
})

describe("The actions of a post", () => {
  it("are called by names of their own, and only a look may be repeated", () => {
    assert.deepStrictEqual([Post.publish.name, Post.look.name], ["Publish", "Look"])
    assert.deepStrictEqual([Post.publish.repeatable, Post.look.repeatable], [false, true])
  })
})

describe("A refusal of a post is told by its name, its facts and a sentence", () => {
  const mei = Actor.PersonId.make("mei")
  const at = DateTime.makeUnsafe("2026-06-01T02:00:00Z")
  const finding = (code: string, severity: "error" | "warning") => ({
    code,
    severity,
    where: { path: "text" },
    message: { zh: `${code}。`, en: `${code}.` },
    evidence: "",
    fix: { zh: "改。", en: "Mend it." }
  })
  /** Two of one kind, and one that stops nothing: the sentence has each reason once. */
  const findings = [finding("empty", "error"), finding("empty", "error"), finding("long", "warning")]
  const told = <A extends Error>(schema: Schema.Codec<A, unknown>, refusal: A) => [
    Schema.encodeSync(Schema.toCodecJson(schema))(refusal),
    refusal.message
  ]

  it.each([
    {
      refusal: told(Post.NotPublishable, new Post.NotPublishable({ findings })),
      is: [{ _tag: "Post.NotPublishable", findings }, "The content rules forbid it: empty. Mend it."]
    },
    {
      refusal: told(Post.TooFewApprovers, new Post.TooFewApprovers({ needed: 2, left: [mei] })),
      is: [
        { _tag: "Post.TooFewApprovers", needed: 2, left: ["mei"] },
        "2 must approve, and besides its authors only 1 could."
      ]
    },
    {
      refusal: told(Post.NotAnApprover, new Post.NotAnApprover({ person: mei })),
      is: [{ _tag: "Post.NotAnApprover", person: "mei" }, "mei is not among the approvers of this post."]
    },
    {
      refusal: told(Post.AlreadyApproved, new Post.AlreadyApproved({ person: mei })),
      is: [{ _tag: "Post.AlreadyApproved", person: "mei" }, "mei has approved this already."]
    },
    {
      refusal: told(Post.SlotIsPast, new Post.SlotIsPast({ slot: at, now: at })),
      is: [
        { _tag: "Post.SlotIsPast", slot: "2026-06-01T02:00:00.000Z", now: "2026-06-01T02:00:00.000Z" },
        "The slot is past; choose one that is still to come."
      ]
    }
  ])("$is.1", ({ is, refusal }) => assert.deepStrictEqual<unknown>(refusal, is))
})
