import { spawn } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { WeiboId } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as house from "../house.ts"

const accounts = [{ uid: house.brand, name: "某品牌", token: house.token }]

const withEmulator = async (
  options: Partial<Emulator.Options>,
  body: (
    emulator: Emulator.Running,
    post: (status: string, more?: Record<string, string>) => Promise<Said>
  ) => Promise<void>
) => {
  const emulator = await Emulator.startAsync({ accounts, safeDomains: ["brand.example"], ...options })
  try {
    await body(emulator, (status, more) => post(emulator.url, status, more))
  } finally {
    await emulator.close()
  }
}

interface Said {
  readonly error_code?: number
  readonly error?: string
  readonly idstr: string
  readonly text: string
}

const post = async (url: string, status: string, more: Record<string, string> = {}): Promise<Said> => {
  const body = new URLSearchParams({ status, rip: "211.156.0.1", ...more })
  const authorization = { authorization: `OAuth2 ${house.token}` }
  const response = await fetch(url + house.share, { method: "POST", body, headers: authorization })
  // What the emulator answers is what this test looks at.
  return (await response.json()) as Said
}

describe("The emulator", () => {
  it("stores a shared text without its topics and with its links shortened", () =>
    withEmulator({}, async (_emulator, post) => {
      const { text } = await post("#新品# 看这里 https://www.brand.example/a 谢谢")
      assert.match(text, /^看这里 http:\/\/t\.cn\/\w{7} 谢谢$/)
    }))

  it("gives ids that say when they were made, each greater than the last", () =>
    withEmulator({ now: () => Date.UTC(2026, 5, 1) }, async (_emulator, post) => {
      const first = await post(house.text(1))
      const second = await post(house.text(2))
      assert.strictEqual(WeiboId.millisOf(first.idstr), Date.UTC(2026, 5, 1))
      assert.isTrue(BigInt(second.idstr) > BigInt(first.idstr))
    }))

  it("wants a link to a registered host, and says which of two things is wrong", async () => {
    await withEmulator({}, async (_emulator, post) => {
      assert.deepInclude(await post("没有链接"), { error_code: 10017, error: "text not find domain!" })
      assert.deepInclude(await post("别人的 https://other.example/"), { error_code: 10017 })
    })
    await withEmulator({ safeDomains: [] }, async (_emulator, post) => {
      assert.deepInclude(await post(house.text(1)), { error_code: 10017, error: "appkey not bind domain!" })
    })
  })

  it("takes 140 Chinese characters, with a link as its 19 short ones, and not one more", () =>
    withEmulator({}, async (_emulator, post) => {
      const link = "https://www.brand.example/a-long-address-that-does-not-matter"
      assert.isUndefined((await post(`${"字".repeat(130)}${link}`)).error_code)
      assert.strictEqual((await post(`${"字".repeat(131)}${link}`)).error_code, 20012)
    }))

  it("does not take the same text twice in a row", () =>
    withEmulator({}, async (_emulator, post) => {
      await post(house.text(1))
      assert.strictEqual((await post(house.text(1))).error_code, 20019)
      await post(house.text(2))
      assert.isUndefined((await post(house.text(1))).error_code)
    }))

  it("lets an account post 30 times an hour and call 100 times a day, by Beijing's clock", async () => {
    let now = Date.UTC(2026, 5, 1, 15, 0)
    await withEmulator({ now: () => now }, async (_emulator, post) => {
      for (let number = 0; number < 30; number++) assert.isUndefined((await post(house.text(number))).error_code)
      assert.strictEqual((await post(house.text(30))).error_code, 20016)
      for (let number = 31; number < 100; number++) await post(house.text(number))
      assert.strictEqual((await post(house.text(100))).error_code, 10023)
      now = Date.UTC(2026, 5, 1, 16, 0)
      assert.isUndefined((await post(house.text(101))).error_code)
    })
  })

  it("does the same again with the same seed", async () => {
    const run = async () => {
      const said: Array<string> = []
      const weather = { share: 0.5, faults: ["busy", "repeat", "user quota"] } as const
      await withEmulator({ seed: 7, now: () => Date.UTC(2026, 5, 1), weather }, async (_emulator, post) => {
        for (let number = 0; number < 20; number++) said.push(JSON.stringify(await post(house.text(number))))
      })
      return said
    }
    assert.deepEqual(await run(), await run())
  })

  it("remembers through kill -9 whatever it has answered", async () => {
    const journal = join(mkdtempSync(join(tmpdir(), "emulator-")), "journal.ndjson")
    const program = join(import.meta.dirname, "killed.ts")
    const child = spawn(process.execPath, ["--conditions=dualops:source", program, journal, house.brand, house.token])
    const url = await new Promise<string>((resolve) =>
      child.stdout.once("data", (data) => resolve(String(data).trim()))
    )
    const out = [await post(url, house.text(1)), await post(url, house.text(2))]
    const ended = new Promise((resolve) => child.once("exit", resolve))
    child.kill("SIGKILL")
    await ended
    await withEmulator({ journal }, async (emulator, post) => {
      assert.deepEqual(
        emulator.posts().map((one) => one.post),
        out.map(({ idstr }) => idstr)
      )
      assert.strictEqual((await post(house.text(2))).error_code, 20019)
    })
  })
})
