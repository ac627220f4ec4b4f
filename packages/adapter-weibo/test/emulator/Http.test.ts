/** Whatever HTTP comes, from curl, from fetch, or byte for byte as published clients send it: it is answered, as Weibo answers. */
import { execFile } from "node:child_process"
import { existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { gzipSync } from "node:zlib"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as house from "../house.ts"

const run = promisify(execFile)
const words = house.text(1)
const urlencoded = "application/x-www-form-urlencoded"
const form = (more: Record<string, string> = {}) =>
  new URLSearchParams({ status: words, rip: house.rip, access_token: house.token, ...more }).toString()

const withEmulator = async (
  body: (emulator: Emulator.Running) => Promise<void>,
  options: Partial<Emulator.Options> = {}
) => {
  const emulator = await Emulator.startAsync({ ...house.options, ...options })
  try {
    await body(emulator)
  } finally {
    await emulator.close()
  }
}

/** Sends bytes as they are, and gives what comes back until the connection ends. */
const raw = (url: string, ...pieces: ReadonlyArray<string | Uint8Array>): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1")
    let said = ""
    socket.on("data", (data) => {
      said += data
    })
    socket.on("error", reject)
    socket.on("close", () => resolve(said))
    for (const piece of pieces) socket.write(piece)
  })

const head = (...lines: ReadonlyArray<string>) => `${lines.join("\r\n")}\r\n\r\n`
const post = (...lines: ReadonlyArray<string>) =>
  head(`POST ${house.share} HTTP/1.1`, "Host: api.weibo.com", "Connection: close", ...lines)
const length = (body: string | Uint8Array) => `Content-Length: ${Buffer.byteLength(body)}`

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
      { patience: 200 }
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

/** A part of a form with a picture in it, as somebody's client writes it. */
const multipart = (before: string, after: string) =>
  Buffer.concat([Buffer.from(before), house.pictureBytes, Buffer.from(after)])

describe("A picture", () => {
  const C = "\r\n"
  const b = "----------0x15"
  const text = `--${b}${C}Content-Disposition: form-data; name="status"${C}${C}${words}${C}`
  const rip = `--${b}${C}content-disposition: form-data; name="rip"${C}${C}${house.rip}${C}`
  const pic = (labels: string) =>
    `--${b}${C}Content-Disposition: form-data; name="pic"; filename="hidden"${C}${labels}${C}`

  it.each([
    ["with a length in its part (sinaweibopy)", `Content-Length: 8${C}Content-Type: image/png${C}`, `${C}--${b}--${C}`],
    ["as image/unknown (libweibo)", `Content-Type: image/unknown${C}`, `${C}--${b}--`],
    ["without a label (lxyu/weibo)", "", `${C}--${b}--${C}`],
    [
      "as something else",
      `Content-Type: application/octet-stream${C}Content-Transfer-Encoding: binary${C}`,
      `${C}--${b}--${C}`
    ]
  ])("goes out %s", (_, labels, end) =>
    withEmulator(async ({ posts, url }) => {
      const body = multipart(text + rip + pic(labels), end)
      const type = `Content-Type: Multipart/Form-Data; boundary=${b}`
      const said = await raw(url, post(type, `Authorization: OAuth2 ${house.token}`, length(body)), body)
      assert.include(said, "200 OK")
      assert.deepInclude(posts()[0], { pictures: 1, sent: words })
    })
  )

  it("in a form that is no multipart is refused aloud, by share and by upload", () =>
    withEmulator(
      async ({ posts, url }) => {
        const ask = async (path: string) => {
          const response = await fetch(url + path, { method: "POST", body: new URLSearchParams(form({ pic: "PNG" })) })
          return response.json()
        }
        assert.deepInclude(await ask(house.share), { error_code: 20007, error: "does multipart has image?" })
        assert.deepInclude(await ask("/2/statuses/upload.json"), {
          error_code: 10007,
          error: "unsupport mediatype (application/x-www-form-urlencoded;charset=UTF-8)"
        })
        assert.deepEqual(posts(), [])
      },
      { app: { routes: ["share", "upload"] } }
    ))

  it("does not go with update, which takes no multipart", () =>
    withEmulator(
      async ({ url }) => {
        const body = new FormData()
        for (const [name, value] of new URLSearchParams(form())) body.set(name, value)
        body.set("pic", new Blob([Uint8Array.from(house.pictureBytes)]), "a.png")
        const said = await (await fetch(`${url}/2/statuses/update.json`, { method: "POST", body })).json()
        assert.strictEqual(said.error_code, 10007)
        assert.include(said.error, "unsupport mediatype (multipart/form-data; boundary=")
      },
      { app: { routes: ["update"] } }
    ))
})

describe("curl", () => {
  const file = join(mkdtempSync(join(tmpdir(), "emulator-")), "茶.png")
  writeFileSync(file, house.pictureBytes)
  const isThere = existsSync("/usr/bin/curl")
  if (!isThere) console.warn("curl is not installed: its tests are skipped")

  it.skipIf(!isThere).each([
    ["", ["-F", `pic=@${file}`]],
    [", labelled as unknown", ["-F", `pic=@${file};type=image/unknown`]],
    [", in chunks", ["-F", `pic=@${file}`, "-H", "Transfer-Encoding: chunked"]],
    [", waiting to be told to go on", ["-F", `pic=@${file}`, "-H", "Expect: 100-continue"]],
    [", by HTTP/1.0", ["-F", `pic=@${file}`, "--http1.0"]]
  ])("shares a post with a picture%s", (_, more) =>
    withEmulator(async ({ posts, url }) => {
      const fields = [`status=${words}`, `rip=${house.rip}`].flatMap((field) => ["--form-string", field])
      const token = ["-H", `Authorization: OAuth2 ${house.token}`]
      const { stdout } = await run("curl", ["-sS", "--max-time", "10", ...token, ...fields, ...more, url + house.share])
      assert.isString(JSON.parse(stdout).idstr)
      assert.deepInclude(posts()[0], { pictures: 1, sent: words })
    })
  )
})
