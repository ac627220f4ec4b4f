/** The interfaces beyond those that the adapter calls, and what every interface refuses alike. */
import { readdirSync, readFileSync } from "node:fs"
import { Fault } from "@dualops/adapter-weibo/emulator"
import { assert, describe, it } from "@effect/vitest"
import { codes } from "../../src/emulator/ErrorText.ts"
import * as house from "../house.ts"
import { type Answered, withEmulator } from "./asking.ts"

const [fan, stranger, friend] = house.fans

describe("Reading of many people", () => {
  it("shows the account's own posts and those of whom it follows, but not of who did not authorise the app", () =>
    withEmulator(async (ask, { fans }) => {
      await fans.follow(house.brand, friend.uid)
      await fans.follow(house.brand, stranger.uid)
      const [theirs] = [fans.post(friend.uid, "阿芳"), fans.post(stranger.uid, "路人"), fans.post(fan.uid, "小林")]
      const { statuses } = await ask("/2/statuses/home_timeline.json")
      assert.deepEqual(
        (statuses as ReadonlyArray<Answered>).map(({ idstr }) => idstr),
        [theirs]
      )
      assert.deepInclude(await ask("/2/statuses/public_timeline.json?count=1"), { total_number: 3 })
      assert.deepEqual(await ask("/2/statuses/friends_timeline.json"), await ask("/2/statuses/home_timeline.json"))
    }))

  it("names users by number or by name, and only the account where only the account may be", () =>
    withEmulator(async (ask) => {
      const name = encodeURIComponent(friend.name)
      assert.deepInclude(await ask(`/2/users/show.json?screen_name=${name}`), { idstr: friend.uid })
      assert.deepInclude(await ask("/2/users/show.json?screen_name=nobody"), { error_code: 20003 })
      assert.deepInclude(await ask("/2/users/show.json"), { error_code: 20002 })
      for (const path of ["statuses/user_timeline", "friendships/followers", "friendships/friends"]) {
        assert.deepInclude(await ask(`/2/${path}.json?screen_name=${name}`), { error_code: 21335 })
        const own = await ask(`/2/${path}.json?screen_name=${encodeURIComponent(house.brandName)}`)
        assert.deepInclude(own, { total_number: 0 })
      }
    }))

  it("tells how two users stand to each other, whom the account follows, and whom it may mean by an @", () =>
    withEmulator(async (ask, { fans }) => {
      await fans.follow(house.brand, friend.uid)
      await fans.follow(fan.uid, house.brand)
      const show = (query: string) => ask(`/2/friendships/show.json?${query}`)
      assert.deepInclude((await show(`target_id=${fan.uid}`)).target as object, { following: true, followed_by: false })
      const byName = await show(`source_screen_name=${encodeURIComponent(friend.name)}&target_id=${house.brand}`)
      assert.deepInclude(byName.target as object, { screen_name: house.brandName, following: true })
      assert.deepInclude(await show("target_id=1"), { error_code: 20501 })
      assert.deepInclude(await show(""), { error_code: 20502 })
      const { users } = await ask("/2/friendships/friends.json")
      assert.deepEqual(
        (users as ReadonlyArray<Answered>).map(({ idstr }) => idstr),
        [friend.uid]
      )
      assert.deepEqual(await ask(`/2/search/suggestions/at_users.json?type=1&q=${encodeURIComponent("小")}`), [
        { uid: Number(fan.uid), nickname: fan.name, remark: "" }
      ] as unknown)
      const counted = await ask(`/2/users/counts.json?uids=${friend.uid},1`)
      // The interface answers with a list.
      assert.deepInclude((counted as unknown as ReadonlyArray<Answered>)[0], { followers_count: 1, friends_count: 0 })
    }))

  it("counts what the account has not looked at, and begins anew when it has", () =>
    withEmulator(async (ask, { fans }) => {
      await ask(house.share, { status: house.text(1) })
      const [post] = (await ask("/2/statuses/user_timeline.json")).statuses as ReadonlyArray<{ idstr: string }>
      const comment = () => fans.comment(fan.uid, post?.idstr ?? "", "有门店吗")
      fans.withdraw(comment())
      comment()
      fans.post(fan.uid, `@${house.brandName} 在吗`)
      fans.post(stranger.uid, `@${house.brandName} 在吗`)
      await fans.follow(fan.uid, house.brand)
      await fans.write(fan.uid, house.brand, "在吗")
      const unread = () => ask(`/2/remind/unread_count.json?uid=${house.brand}`)
      const counts = { status: 0, follower: 1, cmt: 1, dm: 1, mention_status: 1, mention_cmt: 0, notice: 0 }
      assert.deepInclude(await unread(), counts)
      assert.deepEqual(await ask("/2/remind/set_count.json", { type: "cmt" }), { result: true })
      assert.deepInclude(await unread(), { ...counts, cmt: 0 })
      comment()
      assert.deepInclude(await unread(), counts)
      assert.deepInclude(await ask(`/2/remind/unread_count.json?uid=${fan.uid}`), { error_code: 21335 })
    }))

  it("takes the whole name after an @ for a mention, and nothing within a link", () =>
    withEmulator(
      async (ask, { fans }) => {
        const post = fans.post(fan.uid, "今天喝什么")
        const named = fans.comment(fan.uid, post, "去@星河茶吧")
        const right = fans.comment(fan.uid, post, "去 @星河茶，好喝")
        for (const text of ["@星河茶饮店 见", "@星河茶-北京 见", "https://medium.com/@星河茶/1", "@星河 茶"]) {
          fans.comment(fan.uid, post, text)
        }
        const { comments } = await ask("/2/comments/mentions.json")
        const ids = (comments as ReadonlyArray<Answered>).map(({ idstr }) => idstr)
        // 吧 may be part of a name as well as any other sign: Weibo wants a blank or a punctuation mark after it.
        assert.notInclude(ids, named)
        assert.deepEqual(ids, [right])
      },
      { accounts: [{ uid: house.brand, name: "星河茶", token: house.token }] }
    ))

  it("finds ids by what stands in addresses, and short links by long ones where that is granted", async () => {
    const long = "https://www.brand.example/osmanthus"
    const shorten = `/2/short_url/shorten.json?url_long=${encodeURIComponent(long)}&url_long=nothing`
    await withEmulator(async (ask, { fans }) => {
      const post = fans.post(fan.uid, "好喝")
      const { mid } = await ask(`/2/statuses/querymid.json?type=1&id=${post}`)
      assert.deepEqual(await ask(`/2/statuses/queryid.json?type=1&isBase62=1&mid=${mid}`), { id: post })
      const batch = await ask(`/2/statuses/queryid.json?type=1&is_batch=1&mid=${post},1`)
      assert.deepEqual(batch, [{ [post]: post }, { 1: "-1" }] as unknown)
      assert.deepInclude(await ask(shorten), { error_code: 10014 })
    })
    const advanced = ["/2/short_url/shorten.json", "/2/short_url/expand.json"]
    await withEmulator(
      async (ask) => {
        const [one, other] = (await ask(shorten)).urls as ReadonlyArray<Answered>
        assert.match(String(one?.url_short), /^http:\/\/t\.cn\/\w{7}$/)
        assert.deepEqual(other, { url_short: "", url_long: "nothing", type: 0, result: false })
        const expanded = await ask(`/2/short_url/expand.json?url_short=${one?.url_short}`)
        assert.deepEqual(expanded, { urls: [one] })
        assert.deepInclude(await ask("/2/short_url/expand.json?url_short="), { error_code: 21501 })
        const many = Array.from({ length: 21 }, () => "url_long=a").join("&")
        assert.deepInclude(await ask(`/2/short_url/shorten.json?${many}`), { error_code: 21502 })
      },
      { app: { advanced } }
    )
  })

  it("knows emotions by the words that stand for them", () =>
    withEmulator(async (ask) => {
      // The interface answers with a list.
      const emotions = (await ask("/2/emotions.json")) as unknown as ReadonlyArray<Answered>
      assert.deepInclude(emotions[0], { phrase: "[嘻嘻]", value: "[嘻嘻]", type: "face" })
    }))
})

describe("A repost", () => {
  const repost = "/2/statuses/repost.json"

  it("shows the origin, and is a comment under it and under what it reposts where that is asked", () =>
    withEmulator(async (ask, { fans, happenings }) => {
      const origin = fans.post(fan.uid, "好喝")
      const between = fans.repost(friend.uid, origin, "真的")
      const said = await ask(repost, { id: between, is_comment: "3" })
      assert.deepInclude(said, { text: "转发微博" })
      assert.deepInclude(said.retweeted_status as object, { idstr: origin, text: "好喝" })
      const comments = happenings().flatMap((one) => (one._tag === "Commented" ? [one.post] : []))
      assert.deepEqual(comments, [between, origin])
    }))

  it("is refused of what is gone, of the same twice in a row, of too many words, and without an id", () =>
    withEmulator(async (ask, { fans }) => {
      const id = fans.post(fan.uid, "好喝")
      assert.isString((await ask(repost, { id, status: "谢谢" })).idstr)
      assert.deepInclude(await ask(repost, { id, status: "谢谢" }), { error_code: 20019 })
      assert.isString((await ask(repost, { id: fans.post(fan.uid, "再来"), status: "谢谢" })).idstr)
      assert.deepInclude(await ask(repost, { id, status: "茶".repeat(141) }), { error_code: 20012 })
      assert.deepInclude(await ask(repost, { id: "1" }), { error_code: 20101 })
      assert.deepInclude(await ask(repost, {}), { error_code: 10016 })
      assert.deepInclude(await ask(repost, { id, is_comment: "4" }), { error_code: 10017 })
    }))
})

describe("Every interface", () => {
  it.each([
    ["POST", "statuses/share", ["status", "rip"]],
    ["POST", "statuses/repost", ["id", "rip"]],
    ["POST", "statuses/destroy", ["id"]],
    ["POST", "comments/create", ["comment", "id", "rip"]],
    ["POST", "comments/reply", ["cid", "id", "comment", "rip"]],
    ["POST", "comments/destroy", ["cid"]],
    ["POST", "messages/reply", ["type", "data", "receiver_id"]],
    ["POST", "remind/set_count", ["type"]],
    ["GET", "statuses/show", ["id"]],
    ["GET", "statuses/count", ["ids"]],
    ["GET", "statuses/repost_timeline", ["id"]],
    ["GET", "statuses/queryid", ["mid", "type"]],
    ["GET", "comments/show", ["id"]],
    ["GET", "users/counts", ["uids"]],
    ["GET", "remind/unread_count", ["uid"]],
    ["GET", "search/suggestions/at_users", ["q", "type"]]
  ])("says which parameter it misses: %s %s needs %j", (method, path, names) =>
    withEmulator(async (_, { url }) => {
      const ask = async (given: ReadonlyArray<string>) => {
        const query = new URLSearchParams([["access_token", house.token], ...given.map((name) => [name, "1"])])
        return (await (await fetch(`${url}/2/${path}.json?${query}`, { method })).json()) as Answered
      }
      assert.notStrictEqual((await ask(names)).error_code, 10016)
      for (const missing of names) {
        const error = `miss required parameter (${missing}), see doc for more info.`
        assert.deepInclude(await ask(names.filter((name) => name !== missing)), { error_code: 10016, error })
      }
    })
  )

  it("says what it expects in the place of a number that is none", () =>
    withEmulator(async (ask) => {
      assert.deepEqual(await ask("/2/users/show.json?uid=2382158635a"), {
        error:
          "parameter (uid)'s value invalid,expect (long[1~9223372036854775807]), but get (2382158635a), see doc for more info.",
        error_code: 10017,
        request: "/2/users/show.json"
      })
      const counted = await ask("/2/statuses/public_timeline.json?count=201")
      assert.include(counted.error, "expect (int[1~200])")
    }))

  it("is known here, known to be Weibo's, or not there at all", () =>
    withEmulator(async (ask) => {
      assert.deepInclude(await ask("/2/favorites/create.json"), {
        error_code: 10002,
        error: "the emulator does not speak this interface; Weibo may"
      })
      assert.deepInclude(await ask("/2/nowhere.json"), { error_code: 10020, error: "Request api not found" })
      assert.deepInclude(await ask("/2/statuses/share.json"), { error_code: 10021 })
    }))

  it("has the words of Weibo for every code that it answers with", () => {
    const folder = new URL("../../src/emulator/", import.meta.url)
    const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8"))
    const answered = sources.flatMap((source) =>
      [...source.matchAll(/\b(?:refuse|no)\((\d{5})/g)].map(([, code]) => Number(code))
    )
    const faults = Object.values(Fault.named).flatMap(({ manner }) => (typeof manner === "number" ? [manner] : []))
    assert.isAbove(answered.length, 40)
    assert.deepEqual(
      [...answered, ...faults].filter((code) => !codes.includes(code)),
      []
    )
  })
})
