import { AccountId, PostId } from "@dualops/core/account"
import { Content, OwnPosts, Publication } from "@dualops/core/content"
import { Reading, Writing } from "@dualops/core/operations"
import { Pictures } from "@dualops/core/pictures"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Result, Schema } from "effect"

const picture = { source: "tea.jpg", format: "jpeg", bytes: 1024, sha256: "0123456789abcdef".repeat(4) }
const isRead = (content: object) => Result.isSuccess(Schema.decodeUnknownResult(Content.Content)(content))

describe("A content", () => {
  it("is a text, and pictures in their order", () => {
    assert.isTrue(isRead({ text: "明天见", pictures: [picture] }))
    assert.isTrue(isRead({ text: "", pictures: [] }))
    assert.isFalse(isRead({ text: "明天见" }))
    assert.isFalse(isRead({ pictures: [] }))
  })

  it.each([
    { has: "lies nowhere", picture: { ...picture, source: "" } },
    { has: "is of a format that Weibo does not take", picture: { ...picture, format: "webp" } },
    { has: "is not measured", picture: { ...picture, bytes: 0.5 } },
    { has: "has too short a digest", picture: { ...picture, sha256: picture.sha256.slice(1) } },
    { has: "has too long a digest", picture: { ...picture, sha256: `0${picture.sha256}` } },
    { has: "has a digest with other letters", picture: { ...picture, sha256: picture.sha256.replace("a", "g") } },
    { has: "has a digest in capitals", picture: { ...picture, sha256: picture.sha256.toUpperCase() } }
  ])("has no picture that $has", ({ picture }) => assert.isFalse(isRead({ text: "", pictures: [picture] })))

  it("has a picture without a digest only as histories have it: who writes now says which bytes they mean", () => {
    const { sha256: _, ...unbound } = picture
    const isWritten = (content: object) =>
      Result.isSuccess(Schema.decodeUnknownResult(Content.BoundContent)({ text: "明天见", ...content }))
    assert.isTrue(isRead({ text: "", pictures: [unbound] }))
    assert.isFalse(isWritten({ pictures: [unbound] }))
    assert.isTrue(isWritten({ pictures: [picture] }))
    assert.isTrue(isWritten({ pictures: [] }))
    assert.isFalse(isWritten({}))
  })

  it.each(["jpeg", "gif", "png"])("may have a %s", (format) =>
    assert.isTrue(isRead({ text: "", pictures: [{ ...picture, format }] }))
  )
})

describe("What the ports tell survives a store", () => {
  const facts = { code: "10023", detail: "user requests out of rate limit" }
  const waiting = { ...facts, after: Duration.minutes(5) }
  const at = DateTime.makeUnsafe("2026-06-01T02:00:00Z")
  const post = PostId.make("5034567890123456")
  const account = AccountId.make("1902538057")
  const stored = <A>(schema: Schema.Codec<A, unknown>, value: A) => {
    const json = Schema.fromJsonString(Schema.toCodecJson(schema))
    assertEquals(Schema.decodeSync(json)(Schema.encodeSync(json)(value)), value)
  }

  it.each([
    { name: "Writing.Refused", told: () => stored(Writing.Refused, new Writing.Refused(facts)) },
    { name: "Writing.Unauthorised", told: () => stored(Writing.Unauthorised, new Writing.Unauthorised(facts)) },
    { name: "Writing.TryLater", told: () => stored(Writing.TryLater, new Writing.TryLater(waiting)) },
    { name: "Writing.Unknown", told: () => stored(Writing.Unknown, new Writing.Unknown(facts)) },
    { name: "Reading.Unauthorised", told: () => stored(Reading.Unauthorised, new Reading.Unauthorised(facts)) },
    { name: "Reading.NotShown", told: () => stored(Reading.NotShown, new Reading.NotShown(facts)) },
    { name: "Reading.TryLater", told: () => stored(Reading.TryLater, new Reading.TryLater(waiting)) },
    { name: "Pictures.Missing", told: () => stored(Pictures.Missing, new Pictures.Missing({ source: "tea.jpg" })) },
    { name: "Pictures.Unbound", told: () => stored(Pictures.Unbound, new Pictures.Unbound({ source: "tea.jpg" })) },
    {
      name: "Pictures.Changed",
      told: () => stored(Pictures.Changed, new Pictures.Changed({ source: "tea.jpg", approved: "0", found: "1" }))
    },
    { name: "a publication", told: () => stored(Publication.Publication, { post, text: "明天见", at }) },
    {
      name: "a request",
      told: () => stored(Publication.Request, { account, content: { text: "明天见", pictures: [] } })
    },
    { name: "counts", told: () => stored(OwnPosts.Counts, { post, reposts: 1, comments: 2, likes: 3 }) }
  ])("$name", ({ told }) => told())

  it("and a failure is told by its name and in a sentence", () => {
    const failures = [
      new Writing.Refused(facts),
      new Writing.Unauthorised(facts),
      new Writing.TryLater(facts),
      new Writing.Unknown(facts),
      new Reading.Unauthorised(facts),
      new Reading.NotShown(facts),
      new Reading.TryLater(facts)
    ]
    assert.deepStrictEqual(
      failures.map(({ _tag }) => _tag as string),
      [
        "Writing.Refused",
        "Writing.Unauthorised",
        "Writing.TryLater",
        "Writing.Unknown",
        "Reading.Unauthorised",
        "Reading.NotShown",
        "Reading.TryLater"
      ]
    )
    for (const { message } of failures) assert.match(message, /^[A-Z].*10023.*\.$/)
  })
})
