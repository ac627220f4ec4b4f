import { PostId } from "@dualops/core/account"
import { Content, type Publication, Repost, Screening, Sighting } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Schema } from "effect"

const [original, other] = ["5034567890123456", "5034567890123457"].map((id) => PostId.make(id))
const repost = (text: string): Content.Content => ({ text, pictures: [], ...(original && { repostOf: original }) })

describe("A repost is screened", () => {
  const { screen } = Screening.compile({
    route: "share",
    bannedWords: ["大促"],
    styleCard: {
      persona: { zh: "店员", en: "someone behind the counter" },
      mustSay: ["喝口茶再走"],
      signOff: "——星河茶饮",
      neverSay: [{ phrase: "亲们", reason: { zh: "不说", en: "not said" } }]
    }
  })
  const codes = (content: Content.Content) => screen(content).map(({ code }) => code)

  it("without a route: it may be without words, a link and a sign-off, and with a topic", () => {
    assert.deepStrictEqual(codes(repost("")), [])
    assert.deepStrictEqual(codes(repost("#新品# 今天还有")), [])
    assert.include(codes({ text: "今天还有", pictures: [] }), "weibo/no-safe-link")
  })

  it("for its length, its pictures, and for what the account never says", () => {
    assert.deepStrictEqual(codes(repost("好".repeat(140))), [])
    assert.deepStrictEqual(codes(repost("好".repeat(141))), ["weibo/too-long"])
    const picture = { source: "a.png", format: "png", bytes: 1 } as const
    assert.deepStrictEqual(codes({ ...repost(""), pictures: [picture] }), ["weibo/repost-picture"])
    assert.deepStrictEqual(codes(repost("亲们，大促")).length, 2)
  })

  it("and is refused by Weibo's rules where the screen has an error", () => {
    assert.isUndefined(Repost.obstacle(repost("好".repeat(140))))
    assert.isDefined(Repost.obstacle(repost("好".repeat(141))))
  })
})

describe("A repost is found again", () => {
  const attempted = DateTime.makeUnsafe("2026-06-01T02:00:00Z")
  const out = (text: string, repostOf: PostId | undefined): Publication.Publication => ({
    post: PostId.make("5034567890123499"),
    text,
    at: attempted,
    ...(repostOf && { repostOf: [repostOf] })
  })
  const isFound = (content: Content.Content, one: Publication.Publication) =>
    Sighting.find(content, attempted, [one]) === one

  it("by what it passes on: many have the same words", () => {
    assert.isTrue(isFound(repost(""), out("转发微博", original)))
    assert.isFalse(isFound(repost(""), out("转发微博", other)))
    assert.isFalse(isFound(repost(""), out("转发微博", undefined)))
    assert.isTrue(isFound(repost("今天还有"), out("今天还有", original)))
    assert.isFalse(isFound(repost("今天还有"), out("昨天还有", original)))
  })

  it("and a post of one's own is never taken for one", () => {
    assert.isFalse(isFound({ text: "今天还有", pictures: [] }, out("今天还有", original)))
  })
})

it("a post that was written before reposts were known is read as it was", () => {
  const stored = { text: "今天还有", pictures: [] }
  assert.deepStrictEqual(Schema.decodeUnknownSync(Content.Content)(stored), stored)
})
