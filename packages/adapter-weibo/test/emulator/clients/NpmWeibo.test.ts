/**
 * The client `weibo` of npm, which was written against Weibo itself, as a user of the emulator. What it expects in the tests of its own
 * repository (node-modules/weibo, test/tapi.js) is expected here, in words of our own.
 *
 * It is from 2014 and calls back, as `urllib` did in that year; this is why that one is among the development dependencies.
 */
import { createRequire } from "node:module"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { assert, describe, it } from "@effect/vitest"
import * as house from "../../house.ts"

const [fan, , friend] = house.fans

type Answered = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly text: string
  readonly items: ReadonlyArray<Answered>
}
type Callback = (error: unknown, answer: Answered) => void

interface Client {
  readonly init: (type: "weibo", key: string, secret: string, redirect: string) => void
  readonly get_config: (user: object) => { host: string; oauth_host: string }
  readonly process_text: (user: object, status: { readonly text: string }) => string
}

// The package has no types; these are the functions that its README shows.
const weibo = createRequire(import.meta.url)("weibo") as Client &
  Readonly<Record<string, (...input: unknown[]) => void>>

const redirect = "https://brand.example/back"
const user = { blogtype: "weibo", id: house.brand, uid: house.brand, access_token: house.token }

/** Calls a function of the client for the brand, unless another user is told. */
const call = (name: string, ...input: ReadonlyArray<unknown>): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const callback: Callback = (error, answer) => (error ? reject(error) : resolve(answer))
    weibo[name]?.(...(name === "get_access_token" ? [] : [{ ...user }]), ...input, callback)
  })

/** The code, the text and the interface of a refusal, as the client tells them. */
const refused = async (name: string, ...input: ReadonlyArray<unknown>) => {
  try {
    await call(name, ...input)
  } catch (error) {
    // The client hangs Weibo's answer on its error.
    const { data, message } = error as {
      readonly data: { error_code: number; request: string }
      readonly message: string
    }
    return [data.error_code, message, data.request]
  }
  return "not refused"
}

const withClient = async (body: (emulator: Emulator.Running) => Promise<void>) => {
  const app = { key: "1352222456", secret: "s3cret", redirect, routes: ["update", "upload", "share"] } as const
  const emulator = await Emulator.startAsync({ ...house.options, app })
  weibo.init("weibo", app.key, app.secret, redirect)
  const config = weibo.get_config(user)
  config.host = `${emulator.url}/2`
  config.oauth_host = `${emulator.url}/oauth2`
  try {
    await body(emulator)
  } finally {
    await emulator.close()
  }
}

const rip = house.rip

describe("The client `weibo` of npm", () => {
  it("gets a token for the account that says yes, and none for a redirect that is not registered", () =>
    withClient(async (emulator) => {
      const address = `${emulator.url}/oauth2/authorize?client_id=1352222456&redirect_uri=${encodeURIComponent(redirect)}`
      const location = (await fetch(address, { redirect: "manual" })).headers.get("location") ?? ""
      const code = new URL(location).searchParams.get("code")
      const token = await call("get_access_token", { blogtype: "weibo", code })
      assert.strictEqual(token.uid, house.brand)
      assert.isTrue([...new URL(location).searchParams.keys()].every((name) => name === "code"))
      const elsewhere = await fetch(address.replace("back", "back2"), { redirect: "manual" })
      assert.deepInclude(await elsewhere.json(), { error: "redirect_uri_mismatch", error_code: 21322 })
    }))

  it("writes, uploads, reposts and deletes posts, and its texts arrive as they were", () =>
    withClient(async (emulator) => {
      const words = "这是 update ++!--% &amp; \\!@$%^&*() + _ | / ? 的测试"
      assert.strictEqual((await call("update", { status: words, rip })).text, words)
      const pic = { data: Buffer.from(house.pictureBytes), name: "snake.jpg" }
      const uploaded = await call("upload", { status: `带图 ${words}`, rip }, pic)
      assert.strictEqual(uploaded.text, `带图 ${words}`)
      const post = emulator.fans.post(fan.uid, "好喝")
      const repost = await call("repost", post, { status: "谢谢", rip })
      assert.deepInclude(repost.retweeted_status, { id: post, text: "好喝" })
      await call("destroy", repost.id)
      assert.deepEqual(
        emulator.posts().map(({ pictures }) => pictures),
        [0, 1]
      )
    }))

  it("reads every timeline, its own profile, and whom it follows", () =>
    withClient(async (emulator) => {
      const own = await call("update", { status: "一", rip })
      const named = emulator.fans.post(fan.uid, `@${house.brandName} 你好`)
      const followed = emulator.fans.post(friend.uid, "阿芳的一天")
      await emulator.fans.follow(house.brand, friend.uid)
      const ids = async (name: string, ...input: ReadonlyArray<unknown>) =>
        (await call(name, ...input)).items.map(({ id }) => id)
      assert.deepEqual(await ids("home_timeline"), [followed, own.id])
      assert.deepEqual(await ids("public_timeline", { count: 2 }), [followed, named])
      assert.deepEqual(await ids("user_timeline", { screen_name: house.brandName }), [own.id])
      assert.deepEqual(await ids("mentions"), [named])
      const repost = emulator.fans.repost(fan.uid, own.id, "转")
      assert.deepEqual(await ids("repost_timeline", own.id, { count: 8 }), [repost])
      const byName = await call("user_show", undefined, friend.name)
      assert.deepInclude(byName, { id: friend.uid, following: true })
      assert.deepInclude(await call("verify_credentials"), { id: house.brand, screen_name: house.brandName })
    }))

  it("comments, answers, and reads what came and what it wrote", () =>
    withClient(async (emulator) => {
      const post = await call("update", { status: "一", rip })
      const asked = emulator.fans.comment(fan.uid, post.id, "有门店吗")
      const answer = await call("comment_reply", asked, post.id, { comment: "有的", rip })
      const ids = async (name: string) => (await call(name)).items.map(({ id }) => id)
      assert.deepEqual(await ids("comments_to_me"), [asked])
      assert.deepEqual(await ids("comments_by_me"), [answer.id])
      assert.deepEqual(await ids("comments_timeline"), [answer.id, asked])
      await call("comment_destroy", answer.id)
      assert.deepEqual(await ids("comments_by_me"), [])
    }))

  it("is refused with Weibo's own codes and words", () =>
    withClient(async () => {
      const nowhere = "9223372036854775807"
      const pic = { data: Buffer.from(house.pictureBytes), name: "snake.jpg" }
      assert.deepEqual(
        [
          await refused("upload", { status: "", rip }, pic),
          await refused("repost", nowhere, { status: "转", rip }),
          await refused("destroy", nowhere),
          await refused("count", ""),
          await refused("comment_create", nowhere, { comment: "在", rip }),
          await refused("comment_create", "70997003338788", { comment: "", rip }),
          await refused("comment_reply", "2830347985", nowhere, { comment: "在", rip }),
          await refused("comment_reply", "83231031553455", "70997003338788", { comment: "", rip })
        ],
        [
          [10016, "miss required parameter (status), see doc for more info.", "/2/statuses/upload.json"],
          [20101, "target weibo does not exist!", "/2/statuses/repost.json"],
          [20101, "target weibo does not exist!", "/2/statuses/destroy.json"],
          [
            10017,
            "parameter (ids)'s value invalid,expect (str[str length：1~-1]), but get (), see doc for more info.",
            "/2/statuses/count.json"
          ],
          [20101, "target weibo does not exist!", "/2/comments/create.json"],
          [20008, "content is null!", "/2/comments/create.json"],
          [20101, "target weibo does not exist!", "/2/comments/reply.json"],
          [20008, "content is null!", "/2/comments/reply.json"]
        ]
      )
    }))

  it("uploads no junk, whatever its part is labelled", () =>
    withClient(async (emulator) => {
      const upload = (data: Buffer) => refused("upload", { status: "图", rip }, { data, name: "a.png" })
      assert.strictEqual((await upload(Buffer.from("no picture at all")))[0], 20005)
      assert.strictEqual((await upload(Buffer.alloc(0)))[0], 20007)
      assert.deepEqual(emulator.posts(), [])
    }))

  it.each([
    "@星河茶 好喝",
    "@星河茶饮店 好喝",
    "谢谢@星河茶！",
    "@星河茶：在吗",
    "//@星河茶:转",
    "@星河茶-北京店",
    "@星河 茶"
  ])("draws a link to the same names as mention the account: %s", async (text) => {
    const accounts = [{ uid: house.brand, name: "星河茶", token: house.token }]
    const emulator = await Emulator.startAsync({ ...house.options, accounts })
    emulator.fans.post(fan.uid, text)
    const found = await fetch(`${emulator.url}/2/statuses/mentions.json?access_token=${house.token}`)
    await emulator.close()
    weibo.init("weibo", "key", "secret", redirect)
    const link = `href="http://weibo.com/n/${encodeURIComponent("星河茶")}"`
    assert.deepInclude(await found.json(), {
      total_number: weibo.process_text(user, { text }).includes(link) ? 1 : 0
    })
  })
})
