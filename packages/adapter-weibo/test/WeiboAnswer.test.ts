import { WeiboEndpoint, WeiboErrorCode, WeiboErrorTable, WeiboFailure, WeiboObjects } from "@dualops/adapter-weibo"
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

  it("that says by a code that all is well is no error", () => {
    for (const code of ["0", '"0"']) {
      assert.strictEqual(tag(200, `{"error_code":${code},"error":"","statuses":[]}`), "read")
      assert.strictEqual(
        Result.isSuccess(WeiboEndpoint.message.answer(200, `{"error_code":${code},"result":true}`)),
        true
      )
      // It says nothing for a page that is none, and nothing against an HTTP status.
      assert.strictEqual(tag(200, `{"error_code":${code},"statuses":7}`), "WeiboError.OutcomeUnknown")
      assert.strictEqual(tag(502, `{"error_code":${code},"statuses":[]}`), "WeiboError.OutcomeUnknown")
    }
    assert.strictEqual(tag(200, '{"error_code":null,"statuses":[]}'), "WeiboError.OutcomeUnknown")
  })
})

describe("A code", () => {
  const codes = WeiboErrorTable.rows.flatMap((row) => row.codes)

  it("stands in the table once", () => {
    assert.strictEqual(new Set(codes).size, codes.length)
  })

  it("says what became of the call by the error of its class", () => {
    const outcomeByTag: Readonly<Record<string, WeiboErrorTable.Outcome>> = {
      "Writing.Refused": "not done",
      "Writing.TryLater": "retry",
      "Writing.Unauthorised": "re-authorise"
    }
    for (const code of codes) {
      const { _tag } = WeiboFailure.ofWrite(WeiboErrorCode.toError({ code, detail: "" }))
      // Of what is done without an id, nobody can say under which it stands: it is looked for, like what is not known.
      const outcome = outcomeByTag[_tag] ?? (WeiboErrorCode.outcomeOf(code) === "done" ? "done" : "unknown")
      assert.strictEqual(outcome, WeiboErrorCode.outcomeOf(code), String(code))
    }
  })

  it.each([
    [20032, "done"],
    [20506, "done"],
    [20044, "unknown"],
    [10011, "unknown"],
    [29_999, "unknown"],
    [10009, "retry"],
    [20524, "retry"],
    [21319, "re-authorise"],
    [20033, "re-authorise"],
    [20045, "not done"],
    [20103, "not done"],
    [21966, "not done"]
  ] as const)("%d means that it is %s", (code, outcome) => assert.strictEqual(WeiboErrorCode.outcomeOf(code), outcome))
})
