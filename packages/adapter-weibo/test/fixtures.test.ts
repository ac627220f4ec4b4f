/** Every file of the fixtures goes through what reads or writes its kind here; one that nobody takes is a failure. */
import {
  PushSignature,
  WeiboAnswer,
  WeiboDate,
  WeiboEndpoint,
  WeiboErrorCode,
  WeiboId,
  WeiboObjects,
  WeiboPrivateMessages,
  WeiboPush
} from "@dualops/adapter-weibo"
import { TextLength } from "@dualops/core/content"
import { assert, describe } from "@effect/vitest"
import { Result, Schema } from "effect"
import * as fixtures from "./fixtures.ts"

type Take = (path: string) => void

/** It is a good answer, and is read as this. */
const as =
  (schema: Schema.ConstraintDecoder<unknown>): Take =>
  (path) => {
    const read = WeiboAnswer.read(schema)(200, fixtures.text(path))
    assert.isTrue(Result.isSuccess(read), Result.isFailure(read) ? `${path}: ${read.failure}` : path)
  }

const asPush =
  (tag: string): Take =>
  (path) =>
    assert.strictEqual(WeiboPush.read(fixtures.text(path))?._tag, tag, path)

interface Exchange {
  readonly request: { readonly path: string }
  readonly response: { readonly status: number; readonly envelope?: object; readonly body?: string }
}

const exchanges: Take = (path) => {
  for (const { response } of fixtures.json<ReadonlyArray<Exchange>>(path)) {
    const { body, envelope, status } = response
    const read = WeiboEndpoint.userTimeline.answer(status, body ?? JSON.stringify({ ...envelope, statuses: [] }))
    if (body === undefined) assert.deepEqual(Result.map(read, WeiboObjects.statusesOf), Result.succeed([]))
    else assert.strictEqual(Result.isFailure(read) && read.failure._tag, "WeiboError.NotPermitted")
  }
}

/** What became of the call, by the code that people really got. */
const observed: Readonly<Record<number, string>> = {
  10004: "not done",
  10006: "not done",
  10014: "not done",
  10017: "not done",
  10023: "retry",
  20019: "unknown",
  21321: "re-authorise",
  21322: "not done",
  21325: "re-authorise",
  21327: "re-authorise",
  21332: "re-authorise"
}

const errorBodies: Take = (path) => {
  interface Body {
    readonly error_code: number | string
  }
  for (const { body, http } of fixtures.json<ReadonlyArray<{ http: number | null; body: Body }>>(path)) {
    const read = WeiboEndpoint.userTimeline.answer(http ?? 400, JSON.stringify(body))
    const tag = Result.isFailure(read) ? read.failure._tag : "read"
    assert.notInclude(["read", "WeiboError.OutcomeUnknown"], tag, JSON.stringify(body))
    assert.strictEqual(WeiboErrorCode.outcomeOf(Number(body.error_code)), observed[Number(body.error_code)])
  }
}

/** Each of the 282 codes stands in the table with its reason, and is an error of its class. */
const codes: Take = (path) => {
  for (const [code, error] of Object.entries(fixtures.json<Readonly<Record<string, string>>>(path))) {
    assert.isDefined(WeiboErrorCode.reasonOf(Number(code)), `nobody has described ${code} ${error}`)
    const read = WeiboEndpoint.share.answer(400, JSON.stringify({ error_code: code, error }))
    const tag = Result.isFailure(read) ? read.failure._tag : "read"
    assert.notStrictEqual(tag, "read", code)
    assert.strictEqual(tag === "WeiboError.OutcomeUnknown", WeiboErrorCode.classOf(Number(code)) === "unclear", code)
  }
}

const fanService: Readonly<Record<string, Take>> = {
  "customer-reply.request.json": (path) => {
    const { body } = fixtures.json<{ readonly body: string }>(path)
    const wire = WeiboPrivateMessages.toWire({ _tag: "Text", text: "纯文本回复" })
    assert.strictEqual(String(new URLSearchParams({ receiver_id: "RECEIVER_ID", ...wire })), body)
  },
  "passive-reply.text.json": (path) => {
    const { data, type } = fixtures.json<{ readonly data: string; readonly type: string }>(path)
    const wire = WeiboPrivateMessages.toWire({ _tag: "Text", text: "中文消息" })
    assert.deepEqual({ type: wire.type, data: encodeURIComponent(wire.data) }, { type, data })
  },
  "push.event.follow.json": asPush("Event"),
  "push.event.scan_follow.json": asPush("Event"),
  "push.event.subscribe.json": asPush("Event"),
  "push.event.unfollow.json": asPush("Event"),
  "push.mention.RECONSTRUCTED.json": asPush("Mention"),
  "push.position.json": asPush("Position"),
  "push.text.json": asPush("Text"),
  "push.voice.json": asPush("Voice"),
  "signature-vector.json": (path) => {
    const { appsecret = "", nonce = "", sha1, timestamp = "" } = fixtures.json<Readonly<Record<string, string>>>(path)
    assert.strictEqual(PushSignature.sign(appsecret, timestamp, nonce), sha1)
  }
}

const samples: Readonly<Record<string, Take>> = {
  "comment.json": as(WeiboObjects.Comment),
  "comments.json": as(Schema.Array(WeiboObjects.Comment)),
  "cursoredComments.json": as(WeiboObjects.Comments),
  "cursoredUsers.json": as(WeiboObjects.Users),
  "profile.json": as(WeiboObjects.User),
  "rateLimitStatus.json": (path) =>
    assert.deepInclude(Result.getOrThrow(WeiboEndpoint.rateLimits.answer(200, fixtures.text(path))), {
      ip_limit: 1000,
      remaining_ip_hits: 999,
      user_limit: 150,
      remaining_user_hits: 149
    }),
  "repost.json": as(WeiboObjects.Status),
  "repostTimeline.json": as(WeiboObjects.Reposts),
  "status.json": as(WeiboObjects.Status),
  "timeline.json": as(WeiboObjects.Timeline),
  "trends.json": (path) => {
    const { trends = {} } = Result.getOrThrow(WeiboEndpoint.trends.answer(200, fixtures.text(path)))
    assert.deepEqual(trends["2011-05-31 10:46"], [
      { name: "苹果", amount: 123, delta: 0 },
      { name: "百度", amount: 156, delta: 10 }
    ])
  }
}

const derived: Readonly<Record<string, Take>> = {
  "id-created_at.json": (path) => {
    for (const [id, at] of fixtures.json<{ rows: ReadonlyArray<[string, string]> }>(path).rows) {
      assert.closeTo(WeiboId.millisOf(id), WeiboDate.parse(at) ?? Number.NaN, 2_000)
    }
  },
  "longText.json": (path) => {
    const { rows } = fixtures.json<{ rows: ReadonlyArray<Readonly<Record<string, number>>> }>(path)
    // What is shown of a long text is what a short one may have at most.
    for (const { countOfTruncatedText, textLength } of rows) {
      assert.isAtMost(countOfTruncatedText ?? Number.NaN, 280)
      assert.isAbove(textLength ?? Number.NaN, 280)
    }
  },
  "mid-base62-vectors.json": (path) => {
    for (const [id, form] of fixtures.json<{ vectors: ReadonlyArray<[string, string]> }>(path).vectors) {
      assert.deepEqual([WeiboId.toBase62(id), WeiboId.fromBase62(form)], [form, id])
    }
  },
  "textLength-vectors.json": (path) => {
    interface Vectors {
      readonly matches: number
      readonly vectors: ReadonlyArray<{ readonly skeleton: string; readonly textLength: number }>
    }
    const { matches, vectors } = fixtures.json<Vectors>(path)
    const counted = vectors.filter(({ skeleton, textLength }) => TextLength.units(skeleton) === textLength)
    assert.isAtLeast(counted.length, matches)
  }
}

const takers: Readonly<Record<string, Readonly<Record<string, Take>>>> = {
  derived,
  errors: { "ext-weitweet.error-codes.zh.json": codes, "observed-bodies.json": errorBodies },
  "fan-service": fanService,
  recorded: {
    // Posts made of these types are read in WeiboObjects.test.ts.
    "field-types.json": (path) => assert.containsAllKeys(fixtures.json<object>(path), ["status", "user"]),
    "friends_timeline.page3.empty.json": as(WeiboObjects.Timeline),
    "http-exchanges.json": exchanges,
    "search_topics.empty.json": as(WeiboObjects.Timeline)
  },
  "spring-social-weibo": samples
}

describe("The fixtures", () => {
  fixtures.withFixtures("pass through the adapter, every file of them", () => {
    const bodies = fixtures.everything().filter((path) => path !== "README.md")
    assert.isNotEmpty(bodies)
    for (const path of bodies) {
      const [folder = "", name = ""] = path.split("/")
      const take = takers[folder]?.[name]
      assert.isDefined(take, `nothing takes ${path}`)
      take?.(path)
    }
  })
})
