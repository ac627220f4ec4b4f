/** Law: whatever Weibo, a proxy or somebody else answers, it is an answer or a typed error, in no time. `FuzzPorts` has the rest of 100,000. */
import { WeiboCursor, WeiboEndpoint, WeiboJson, WeiboPush } from "@dualops/adapter-weibo"
import { Chance, Emulator } from "@dualops/adapter-weibo/emulator"
import { FanMessage, Interactions } from "@dualops/core/interaction"
import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import * as fixtures from "../fixtures.ts"
import * as house from "../house.ts"
import { mutate } from "./Mutation.ts"
import { many } from "./Schedule.ts"

const endpoints: ReadonlyArray<WeiboEndpoint.WeiboEndpoint<unknown>> = Object.values(WeiboEndpoint)

/** A body, and the endpoints that can read it while it is whole. */
const paired = (body: string) => {
  const readers = endpoints.filter((endpoint) => Result.isSuccess(endpoint.answer(200, body)))
  return { body, readers: readers.length > 0 ? readers : endpoints }
}

/** Real answers of the emulator to every kind of reading, and what Weibo's pages and recordings show, where they are present. */
const answers = async (): Promise<ReadonlyArray<string>> => {
  const emulator = await Emulator.startAsync(house.options)
  const ask = async (path: string, form?: Record<string, string>) => {
    const query = form === undefined ? {} : { method: "POST", body: new URLSearchParams({ rip: house.rip, ...form }) }
    const response = await fetch(emulator.url + path, { ...query, headers: { authorization: `OAuth2 ${house.token}` } })
    return response.text()
  }
  try {
    const [fan] = house.fans
    const shared = await ask(house.share, { status: house.text(1) })
    const post = emulator.posts()[0]?.post ?? ""
    const comment = emulator.fans.comment(fan.uid, post, "好看")
    emulator.fans.repost(fan.uid, post, `转给 @${house.brandName}`)
    await emulator.fans.follow(fan.uid, house.brand)
    return [
      shared,
      await ask("/2/comments/reply.json", { id: post, cid: comment, comment: "谢谢" }),
      ...(await Promise.all(
        [
          "/2/statuses/user_timeline.json",
          "/2/statuses/mentions.json",
          "/2/comments/to_me.json",
          "/2/comments/by_me.json",
          "/2/friendships/followers.json",
          "/2/account/rate_limit_status.json",
          "/2/nowhere.json",
          `/2/statuses/repost_timeline.json?id=${post}`,
          `/2/statuses/count.json?ids=${post}`,
          `/2/users/show.json?uid=${house.brand}`
        ].map((path) => ask(path))
      )),
      ...fixtures.texts("spring-social-weibo").filter((text) => text.length < 3_000)
    ]
  } finally {
    await emulator.close()
  }
}

const push = JSON.stringify({
  type: "event",
  receiver_id: 1902538057,
  sender_id: 2489518277,
  created_at: "Mon Jul 16 18:09:20 +0800 2012",
  text: "扫描二维码",
  data: { subtype: "scan_follow", key: "action_name_scene_id", ticket: "TICKET" }
})

/** Runs on this many broken texts, and gives how long the slowest took. */
const slowest = (times: number, one: (number: number) => void): number => {
  let most = 0
  for (let number = 0; number < times; number++) {
    const start = performance.now()
    one(number)
    most = Math.max(most, performance.now() - start)
  }
  return most
}

describe("A broken body", () => {
  it(
    "is an answer or a typed error, 65,000 times",
    async () => {
      const bodies = (await answers()).map(paired)
      const chance = Chance.make(1)
      const ends = new Map<string, number>()
      const most = slowest(65_000, (number) => {
        const { body, readers } = bodies[number % bodies.length] ?? paired("")
        const endpoint = readers[Chance.below(chance, readers.length)] ?? WeiboEndpoint.share
        const said = endpoint.answer(chance() < 0.8 ? 200 : 502, mutate(chance, body))
        const end = Result.isSuccess(said) ? "answer" : said.failure._tag
        assert.match(end, /^answer$|^WeiboError\.\w+$/)
        ends.set(end, (ends.get(end) ?? 0) + 1)
      })
      assert.isBelow(most, 5_000)
      assert.isAbove(ends.get("answer") ?? 0, 1_000)
      console.log(`bodies: slowest ${most.toFixed(1)} ms,`, Object.fromEntries(ends))
    },
    many.timeout
  )

  it("of a page moves a cursor as a whole or not at all", () => {
    const chance = Chance.make(2)
    for (let number = 0; number < 10_000; number++) {
      const ids = Array.from({ length: Chance.below(chance, 4) }, () => String(Chance.below(chance, 1_000_000)))
      const cursor = { since: "5", gap: { below: "900", top: "1000" } }
      const after = WeiboCursor.advance(cursor, ids, chance() < 0.5)?.cursor ?? cursor
      assert.isTrue(Result.isSuccess(Schema.decodeUnknownResult(Interactions.Cursor)(after)))
    }
  })
})

describe("A broken push", () => {
  it("is a message that keeps its words, or none, 20,000 times", () => {
    const chance = Chance.make(3)
    const isMessage = Schema.is(Schema.toType(FanMessage.FanMessage))
    let read = 0
    const most = slowest(20_000, () => {
      const message = WeiboPush.read(mutate(chance, push))
      if (message === undefined) return
      read++
      assert.isTrue(isMessage(message))
    })
    assert.isAbove(read, 1_000)
    assert.isBelow(most, 5_000)
  })

  it("that is nested deeper than any stack is no JSON, and nobody falls", () => {
    assert.isTrue(Result.isFailure(WeiboJson.parse("[".repeat(1_000_000))))
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`
    assert.doesNotThrow(() => WeiboJson.parse(deep))
  })
})
