import { WeiboEndpoint, WeiboErrorCode, WeiboObjects } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"

const look = (status: number, text: string) => WeiboEndpoint.userTimeline.answer(status, text)
const tag = (status: number, text: string) =>
  Result.match(look(status, text), {
    onSuccess: () => "read",
    onFailure: (error) => error._tag
  })

describe("An answer of Weibo", () => {
  it("is judged by its error_code, never by its HTTP status", () => {
    const expired = '{"error":"expired_token","error_code":21327,"request":"/2/statuses/user_timeline.json"}'
    for (const status of [200, 400, 401, 403, 500]) assert.strictEqual(tag(status, expired), "WeiboError.TokenDead")
  })

  it("has its error_code as a number or in quotes", () => {
    assert.strictEqual(tag(400, '{"error":"x","error_code":"10014"}'), "WeiboError.NotPermitted")
    assert.strictEqual(tag(400, '{"error":"x","error_code":10014}'), "WeiboError.NotPermitted")
  })

  it("has its error_code whatever else is in the body", () => {
    for (const error of [null, "", [], { message: "x" }, 7]) {
      const body = JSON.stringify({ error, error_code: "21327", request: null, error_uri: [] })
      assert.strictEqual(tag(200, body), "WeiboError.TokenDead", body)
    }
  })

  it("leaves open what was done when it cannot be read", () => {
    for (const text of ["", "<html>502</html>", '{"statuses":[{"id":1', "null", '{"error_code":"none"}', '"text"']) {
      assert.strictEqual(tag(200, text), "WeiboError.OutcomeUnknown", text)
    }
    assert.strictEqual(tag(502, "[]"), "WeiboError.OutcomeUnknown")
  })

  it("leaves open what was done when nobody has described its code", () => {
    assert.strictEqual(WeiboErrorCode.classOf(29_999), "unclear")
    assert.strictEqual(tag(400, '{"error":"x","error_code":29999}'), "WeiboError.OutcomeUnknown")
  })

  it("keeps the digits of an id beyond 2^53", () => {
    const text = '{"statuses":[{"id":21212120637982993,"created_at":"Tue May 24 18:04:53 +0800 2011","text":"你好"}]}'
    const page = Result.getOrThrow(look(200, text))
    assert.deepEqual(WeiboObjects.statusesOf(page).map(WeiboObjects.idOf), ["21212120637982993"])
  })

  it("has a code in one class only", () => {
    assert.strictEqual(new Set(WeiboErrorCode.known).size, WeiboErrorCode.known.length)
  })
})
