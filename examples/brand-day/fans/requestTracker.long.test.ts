import { assert, describe, it } from "@effect/vitest"
import { isThere, start as startTracker } from "../../../packages/adapter-crm/test/rt/server.ts"
import { freshFolder, start } from "../running.ts"

describe.skipIf(!isThere)("At Request Tracker 5", () => {
  it("the day's complaints are tickets that customer service solves, one of them too late", async () => {
    const { stop, token, url } = await startTracker()
    try {
      const levels = { "weibo first": "Weibo first", normal: "Normal", low: "Normal" }
      const RT = JSON.stringify({ url, token, queue: "Weibo Complaints", levels })
      const { code, printed } = await start(freshFolder(), { env: { RT } })
      assert.strictEqual(code, 0, printed)
      assert.match(printed, /15:50 {2}豆豆妈 +referral: hear what the desk has done/)
      assert.match(printed, /^7 of 8 fans have been seen to/m)
    } finally {
      await stop()
    }
  })
})
