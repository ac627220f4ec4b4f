import { PushSignature } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as house from "../house.ts"

const [fan] = house.fans
const secret = "xyz123xyz"
const hour = 3_600_000

const withEmulator = async (
  options: Partial<Emulator.Options>,
  body: (emulator: Emulator.Running) => Promise<void>
) => {
  const emulator = await Emulator.startAsync({ ...house.options, ...options })
  try {
    await body(emulator)
  } finally {
    await emulator.close()
  }
}

/** Answers of the emulator are what these tests look at. */
const ask = async (emulator: Emulator.Running, path: string, form?: Record<string, string>) => {
  const query = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }
  const response = await fetch(emulator.url + path, { ...query, headers: { authorization: `OAuth2 ${house.token}` } })
  return (await response.json()) as {
    error_code?: number
    result?: boolean
    statuses?: ReadonlyArray<{ idstr: string }>
  }
}

const push = (send: (request: Request) => Promise<Response>, more = {}) => ({
  push: { [house.brand]: { url: "http://brand.example/weibo", secret, send, ...more } }
})

describe("A fan of the emulator", () => {
  it("is pushed for, signed as Weibo signs, until the push is taken, three times at most", async () => {
    const requests: Array<Request> = []
    const takes = (status: number) => async (request: Request) => {
      requests.push(request)
      return new Response("", { status })
    }
    await withEmulator(push(takes(200)), async ({ fans }) => {
      assert.deepEqual((await fans.write(fan.uid, house.brand, "在吗")).tries, [200])
      const { searchParams } = new URL(requests[0]?.url ?? "http://nowhere.example")
      const [timestamp = "", nonce = "", signature = ""] = ["timestamp", "nonce", "signature"].map(
        (name) => searchParams.get(name) ?? ""
      )
      assert.isTrue(PushSignature.verify(secret, timestamp, nonce, signature))
    })
    await withEmulator(push(takes(500)), async ({ fans }) => {
      assert.deepEqual((await fans.follow(fan.uid, house.brand)).tries, [500, 500, 500])
    })
  })

  it("is not waited for longer than Weibo waits", () =>
    withEmulator(
      push(() => new Promise(() => undefined), { timeout: 5 }),
      async ({ fans }) => {
        assert.deepEqual((await fans.write(fan.uid, house.brand, "在吗")).tries, [undefined, undefined, undefined])
      }
    ))

  it("may be pushed for twice, and out of order", async () => {
    const came: Array<string> = []
    const send = async (request: Request) => {
      // The emulator's own body is what this test looks at.
      came.push((JSON.parse(await request.text()) as { text: string }).text)
      return new Response("")
    }
    await withEmulator(push(send, { twice: 0.3, late: 0.3 }), async ({ fans }) => {
      const said = Array.from({ length: 40 }, (_, number) => String(number))
      for (const words of said) await fans.write(fan.uid, house.brand, words)
      await fans.flush()
      assert.deepEqual([...new Set(came)].sort(), [...said].sort())
      assert.isAbove(came.length, said.length)
      assert.notDeepEqual([...new Set(came)], said)
    })
  })

  it("may be written to for 48 hours after a message, and not after they have left", async () => {
    let now = Date.UTC(2026, 5, 1)
    await withEmulator({ now: () => now }, async (emulator) => {
      const write = () =>
        ask(emulator, "/2/messages/reply.json", { receiver_id: fan.uid, type: "text", data: '{"text":"您好"}' })
      assert.strictEqual((await write()).error_code, 20301)
      await emulator.fans.write(fan.uid, house.brand, "在吗")
      now += 48 * hour
      assert.isTrue((await write()).result)
      now += 1
      assert.strictEqual((await write()).error_code, 20301)
      await emulator.fans.follow(fan.uid, house.brand)
      await emulator.fans.unfollow(fan.uid, house.brand)
      assert.strictEqual((await write()).error_code, 20301)
    })
  })

  it("may be written to once after a mention", () =>
    withEmulator({}, async (emulator) => {
      const form = { receiver_id: fan.uid, type: "text", data: '{"text":"您好"}' }
      await emulator.fans.push(fan.uid, house.brand, "mention", "@某品牌", { subtype: "status", key: "1" })
      assert.isTrue((await ask(emulator, "/2/messages/reply.json", form)).result)
      assert.strictEqual((await ask(emulator, "/2/messages/reply.json", form)).error_code, 20301)
    }))

  it("who did not authorise the app mentions the account unseen", () =>
    withEmulator({}, async (emulator) => {
      const [seen, unseen] = house.fans
      emulator.fans.post(unseen.uid, `@${house.brandName} 你好`)
      const post = emulator.fans.post(seen.uid, `@${house.brandName} 你好`)
      const { statuses } = await ask(emulator, "/2/statuses/mentions.json")
      assert.deepEqual(
        statuses?.map(({ idstr }) => idstr),
        [post]
      )
    }))

  it("can be played over HTTP, by people who develop in another language", () =>
    withEmulator({}, async (emulator) => {
      const control = (path: string, body: unknown) =>
        fetch(`${emulator.url}/emulator/${path}`, { method: "POST", body: JSON.stringify(body) })
      // As above.
      const { id } = (await (await control("fans", { does: "post", fan: fan.uid, text: "你好" })).json()) as {
        id: string
      }
      await control("fans", { does: "comment", fan: fan.uid, post: id, text: "自己顶一下" })
      assert.deepEqual(
        emulator.happenings().map(({ _tag }) => _tag),
        ["Posted", "Commented"]
      )
      await control("faults", { path: "/2/account/get_uid.json", faults: ["busy"] })
      assert.strictEqual((await ask(emulator, "/2/account/get_uid.json")).error_code, 10009)
      await control("dead-tokens", { token: house.token, code: 21327 })
      assert.strictEqual((await ask(emulator, "/2/account/get_uid.json")).error_code, 21327)
      assert.strictEqual((await control("fans", { does: "dance" })).status, 400)
    }))
})
