/** Whatever HTTP comes, it is answered, as Weibo answers. */
import { gzipSync } from "node:zlib"
import { assert, describe, it } from "@effect/vitest"
import * as house from "../house.ts"
import { form, head, length, post, raw, urlencoded, withEmulator, words } from "./wire.ts"

/** The status and the `error_code` of an answer as it came over the wire. */
const outcome = (said: string) => ({
  status: Number(said.split(" ")[1]),
  code: JSON.parse(said.slice(said.lastIndexOf("{"), said.lastIndexOf("}") + 1)).error_code
})

describe("The emulator's HTTP", () => {
  it("takes a form whatever its headers look like", () =>
    withEmulator(
      async ({ posts, url }) => {
        const body = form()
        const requests = [
          post(`CONTENT-TYPE: Application/X-WWW-Form-UrlEncoded; Charset=utf-8`, length(body)) + body,
          post(`content-type:${urlencoded};charset=UTF-8;`, length(body)) + body,
          `${post(`Content-Type: ${urlencoded}`, "Transfer-Encoding: chunked")}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
          post(`Content-Type: ${urlencoded}`, length(body), "Expect: 100-continue") + body,
          head(`POST ${house.share} HTTP/1.0`, `Content-Type: ${urlencoded}`, length(body)) + body,
          head(`POST ${house.share}?${body} HTTP/1.1`, "Host: api.weibo.com", "Connection: close", length(""))
        ]
        for (const request of requests) assert.match(await raw(url, request), /HTTP\/1\.1 200 OK[\s\S]*"idstr"/)
        assert.deepEqual(
          posts().map(({ sent }) => sent),
          requests.map(() => words)
        )
      },
      { takesRepeats: true }
    ))

  it.each([
    ["in the query", (token: string) => [`?access_token=${token}`, "", ""]],
    ["in the form", (token: string) => ["", `&access_token=${token}`, ""]],
    ["in the header", (token: string) => ["", "", `Authorization: OAuth2 ${token}`]],
    ["in a header in capitals", (token: string) => ["", "", `AUTHORIZATION: OAUTH2 ${token}`]]
  ])("takes the token %s", (_, where) =>
    withEmulator(async ({ url }) => {
      const [query, field, header] = where(house.token)
      const body = `${new URLSearchParams({ status: words, rip: house.rip })}${field}`
      const lines = [`Content-Type: ${urlencoded}`, length(body), ...(header === "" ? [] : [String(header)])]
      const request = post(...lines).replace(house.share, house.share + query)
      assert.include(await raw(url, request + body), "200 OK")
    })
  )

  it("reads what is percent-encoded as UTF-8, a plus as a space, and other bytes as U+FFFD, as Weibo was seen to", () =>
    withEmulator(async ({ posts, url }) => {
      const rest = form({ status: "" }).replace("status=&", "")
      const link = encodeURIComponent(" https://www.brand.example/ ")
      // 测试 in GBK; +1 and the low bytes of 测试, which somebody really sent (justan/twei#7).
      for (const status of ["%B2%E2%CA%D4", "+1%4B%D5"]) {
        const body = `status=${status}${link}&${rest}`
        assert.include(await raw(url, post(`Content-Type: ${urlencoded}`, length(body)) + body), "200 OK")
      }
      assert.deepEqual(
        posts().map(({ text }) => text.replace(/ http.*/, "")),
        ["\uFFFD\uFFFD\uFFFD\uFFFD", "1K\uFFFD"]
      )
    }))

  it("answers a body that is packed, too long, no form or broken, and the connection is not cut before", () =>
    withEmulator(async ({ posts, url }) => {
      const ask = async (body: BodyInit, headers: Record<string, string>) => {
        const authorization = { authorization: `OAuth2 ${house.token}` }
        const response = await fetch(url + house.share, {
          method: "POST",
          body,
          headers: { ...authorization, ...headers }
        })
        // What the emulator answers is what this test looks at.
        return (await response.json()) as { error_code: number; error: string }
      }
      const packed = await ask(Uint8Array.from(gzipSync(form())), {
        "content-type": urlencoded,
        "content-encoding": "gzip"
      })
      assert.strictEqual(packed.error_code, 10007)
      assert.include(packed.error, "gzip")
      const long = await ask("x".repeat(17 * 1024 * 1024), { "content-type": urlencoded })
      assert.strictEqual(long.error_code, 10018)
      const json = await ask(JSON.stringify({ status: words }), { "content-type": "application/json" })
      assert.deepInclude(json, { error_code: 10007, error: "unsupport mediatype (application/json)" })
      const broken = await ask("--b\r\nnothing", { "content-type": "multipart/form-data; boundary=b" })
      assert.strictEqual(broken.error_code, 20007)
      assert.deepEqual(posts(), [])
    }))

  it("refuses an unreadable form without a token as one without credentials, as Weibo was seen to", () =>
    withEmulator(async ({ url }) => {
      const body = "--b\r\nnothing"
      const said = await raw(url, post("Content-Type: multipart/form-data; boundary=b", length(body)) + body)
      assert.deepEqual(outcome(said), { status: 403, code: 21301 })
    }))

  it("answers a body that stops short of its length in time, and bytes that are no HTTP at once", () =>
    withEmulator(
      async ({ posts, url }) => {
        const body = form()
        const short = await raw(url, post(`Content-Type: ${urlencoded}`, `Content-Length: ${body.length + 1}`) + body)
        assert.deepEqual(outcome(short), { status: 400, code: 10010 })
        assert.deepEqual(outcome(await raw(url, "你好\r\n\r\n")), { status: 400, code: 10012 })
        assert.deepEqual(outcome(await raw(url, head("GET // HTTP/1.1", "Host: a", "Connection: close"))), {
          status: 400,
          code: 10012
        })
        assert.deepEqual(posts(), [])
      },
      { timeout: 200 }
    ))

  it("takes the longer rest of a body for another request, and refuses that", () =>
    withEmulator(async ({ posts, url }) => {
      const body = form()
      const lines = ["Host: a", `Content-Type: ${urlencoded}`, `Content-Length: ${body.length}`]
      const said = await raw(url, head(`POST ${house.share} HTTP/1.1`, ...lines), `${body}&visible=1`)
      assert.match(said, /^HTTP\/1\.1 200 OK[\s\S]*HTTP\/1\.1 400 Bad Request/)
      assert.lengthOf(posts(), 1)
    }))
})
