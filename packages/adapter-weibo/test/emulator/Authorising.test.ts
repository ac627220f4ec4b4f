/** What the emulator refuses of whoever authorises an app. */
import { assert, describe, it } from "@effect/vitest"
import { withEmulator } from "./asking.ts"

describe("Authorising an app", () => {
  it.each([
    ["a redirect that is not the app's", { redirect_uri: "https://www.brand.example/back" }, 21322],
    ["a redirect below the app's", { redirect_uri: "https://brand.example/back/there" }, 21322],
    ["no redirect", { redirect_uri: "" }, 21323],
    ["another app", { client_id: "1" }, 21324],
    ["another answer than a code", { response_type: "token" }, 21329],
    ["somebody who is no account", { login: "1" }, 21330]
  ])("is refused for %s", (_, differing, error_code) =>
    withEmulator(
      async (_, { url }) => {
        const query = { client_id: "1352222456", redirect_uri: "https://brand.example/back", ...differing }
        const said = await fetch(`${url}/oauth2/authorize?${new URLSearchParams(query)}`, { redirect: "manual" })
        assert.strictEqual((await said.json()).error_code, error_code)
      },
      { app: { redirect: "https://brand.example/back" } }
    )
  )

  it("tells nothing of no token, and takes no other method than the page says", () =>
    withEmulator(async (ask, { url }) => {
      const post = (path: string, method: string) => fetch(`${url}/oauth2/${path}`, { method })
      assert.deepInclude(await (await post("get_token_info", "POST")).json(), { error_code: 10016 })
      assert.deepInclude(await (await post("access_token", "GET")).json(), { error_code: 10021 })
      const unknown = await post("access_token?client_id=1352222456&client_secret=wrong", "POST")
      assert.strictEqual(unknown.status, 401)
      assert.deepInclude(await unknown.json(), { error_code: 21324, error_description: "client_secret error." })
      assert.deepInclude(await ask("/oauth2/nothing"), { error_code: 10020 })
    }))
})
