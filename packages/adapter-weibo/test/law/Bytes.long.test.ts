/** Law: whatever bytes come, they are answered, and the emulator goes on. */
import { connect } from "node:net"
import { Chance } from "@dualops/adapter-weibo/emulator"
import { assert, describe, it } from "@effect/vitest"
import { form, head, length, post, raw, urlencoded, withEmulator } from "../emulator/wire.ts"
import * as house from "../house.ts"
import { mutate } from "./Mutation.ts"

describe("Bytes of any kind", () => {
  /** What is answered, as far as the beginning of its body. */
  const first = (url: string, bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1")
      let said = ""
      socket.on("data", (data) => {
        said += data
        if (/\r\n\r\n./.test(said)) socket.destroy()
      })
      socket.once("error", reject)
      socket.once("close", () =>
        said === "" ? reject(new Error(`no answer to ${JSON.stringify(bytes)}`)) : resolve(said)
      )
      socket.write(bytes)
    })

  it("get an answer in Weibo's form, 1,000 times, and the next call its own", () =>
    withEmulator(
      async ({ url }) => {
        const chance = Chance.make(11)
        const body = form()
        const whole = [
          post(`Content-Type: ${urlencoded}`, length(body)) + body,
          `${post("Content-Type: multipart/form-data; boundary=b", length("--b--"))}--b--`,
          head("GET /2/statuses/user_timeline.json?count=5 HTTP/1.1", "Host: a", `Authorization: OAuth2 ${house.token}`)
        ]
        for (let round = 0; round < 50; round++) {
          const broken = Array.from({ length: 20 }, () => mutate(chance, whole[Chance.below(chance, 3)] ?? ""))
          const answers = await Promise.all(broken.filter((bytes) => bytes !== "").map((bytes) => first(url, bytes)))
          for (const said of answers) assert.match(said, /^HTTP\/1\.1 (200|400|403|501) [\s\S]*\r\n\r\n[[{]/)
        }
        assert.include(await raw(url, post(`Content-Type: ${urlencoded}`, length(body)) + body), "idstr")
      },
      { timeout: 100, takesRepeats: true, limits: { callsPerDay: 100_000, postsPerHour: 100_000 } }
    ))
})
