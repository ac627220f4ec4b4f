import { WeiboAnswer, WeiboObjects } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import * as fixtures from "./fixtures.ts"

const decoders: Readonly<Record<string, Schema.ConstraintDecoder<unknown>>> = {
  "comment.json": WeiboObjects.Comment,
  "comments.json": Schema.Array(WeiboObjects.Comment),
  "cursoredComments.json": WeiboObjects.Comments,
  "cursoredUsers.json": WeiboObjects.Users,
  "profile.json": WeiboObjects.User,
  "repost.json": WeiboObjects.Status,
  "repostTimeline.json": WeiboObjects.Reposts,
  "status.json": WeiboObjects.Status,
  "timeline.json": WeiboObjects.Timeline
}

/** Samples of interfaces that the adapter does not call. */
const notCalled = ["rateLimitStatus.json", "trends.json"]

describe("An object of Weibo", () => {
  fixtures.withFixtures("is read in every sample of Weibo's pages", () => {
    for (const path of fixtures.list("spring-social-weibo")) {
      const name = path.split("/").at(-1) ?? ""
      if (notCalled.includes(name)) continue
      const decoder = decoders[name]
      assert.isDefined(decoder, `${name} has no decoder`)
      const read = decoder && WeiboAnswer.read(decoder)(200, fixtures.text(path))
      assert.isTrue(read && Result.isSuccess(read), `${name}: ${read && Result.isFailure(read) ? read.failure : ""}`)
    }
  })

  fixtures.withFixtures("has every field that is read, with the type that it is read as, in 650 recorded posts", () => {
    const { status } = fixtures.json<{ status: Record<string, Record<string, number>> }>("recorded/field-types.json")
    for (const field of ["id", "idstr", "mid", "created_at", "text", "user", "reposts_count"]) {
      assert.strictEqual(
        Object.values(status[field] ?? {}).reduce((sum, one) => sum + one, 0),
        650,
        field
      )
    }
  })

  it("whose author deleted it is known by its mark, and may have lost its author", () => {
    const text = JSON.stringify({
      id: 1,
      created_at: "Tue May 24 18:04:53 +0800 2011",
      text: "转发微博",
      retweeted_status: { id: 2, text: "此微博已被原作者删除。", deleted: "1", user: null }
    })
    const read = Result.getOrThrow(WeiboAnswer.read(WeiboObjects.Status)(200, text))
    assert.isTrue(read.retweeted_status ? WeiboObjects.isDeleted(read.retweeted_status) : false)
    assert.isFalse(WeiboObjects.isDeleted(read))
  })

  it("keeps its exact id where Weibo's number has lost the last digits", () => {
    assert.strictEqual(WeiboObjects.idOf({ id: "3504803600500000", idstr: "3504803600502730" }), "3504803600502730")
  })
})
