/** Pictures on their way, byte for byte as published clients send them, and from curl. */
import { execFile } from "node:child_process"
import { existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as house from "../house.ts"
import { form, length, post, raw, withEmulator, words } from "./wire.ts"

const run = promisify(execFile)

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
