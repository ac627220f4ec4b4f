/** What a robot's answer means, and what stands between it and us. */
import { once } from "node:events"
import { createServer, type RequestListener } from "node:http"
import { Rate, Secret } from "@dualops/adapter-notify"
import { DingtalkMessenger } from "@dualops/adapter-notify/dingtalk"
import { WecomMessenger } from "@dualops/adapter-notify/wecom"
import { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Exit, Redacted, Result, Schema } from "effect"
import { FetchHttpClient } from "effect/http"
import { TestClock } from "effect/testing"

const to = { person: Actor.PersonId.make("lin"), name: "林晓", contact: { phone: "13800001111" } }
const message = {
  to,
  matters: [{ message: { zh: "请看一下。", en: "Have a look." }, act: "https://desk.example/1" }]
} as const

/** What is made of an answer of whoever stands in DingTalk's place. */
const told = (listener: RequestListener) =>
  Effect.gen(function* () {
    const server = yield* Effect.acquireRelease(
      Effect.promise(async () => {
        const server = createServer(listener).listen(0, "127.0.0.1")
        await once(server, "listening")
        return server
      }),
      (server) => Effect.sync(() => void server.close())
    )
    const address = server.address()
    const port = typeof address === "object" ? address?.port : 0
    const webhook = Redacted.make(`http://127.0.0.1:${port}/robot/send?access_token=566cc69da782ec`)
    const messenger = yield* DingtalkMessenger.make({ webhook })
    return yield* Effect.result(messenger.tell(message))
  }).pipe(Effect.scoped, Effect.provide(FetchHttpClient.layer))

const answering =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body)

describe("An answer", () => {
  const cases: ReadonlyArray<readonly [what: string, listener: RequestListener, tag: string]> = [
    // As in oryx-labs/oryxos#341 and develop202/kgcheckin#29, where this was taken for sent.
    [
      "of 200 with a refusal in it is no success",
      answering(200, '{"errcode":430104,"errmsg":"unsafe"}'),
      "Writing.Refused"
    ],
    [
      "whose missing keyword is this message's own",
      answering(200, '{"errcode":310000,"errmsg":"keywords not in content"}'),
      "Writing.Refused"
    ],
    [
      "whose signature is wrong is for a person",
      answering(200, '{"errcode":310000,"errmsg":"sign not match"}'),
      "Writing.Unauthorised"
    ],
    ["with its code as a text is read", answering(200, '{"errcode":"300005"}'), "Writing.Unauthorised"],
    ["without a code leaves open what was done", answering(200, "{}"), "Writing.Unknown"],
    ["that is no JSON leaves it open", answering(200, "<html>ok</html>"), "Writing.Unknown"],
    ["of a broken gateway leaves it open", answering(502, "bad gateway"), "Writing.Unknown"],
    ["of nobody at that address is a refusal", answering(404, "not found"), "Writing.Refused"],
    [
      "that sends elsewhere is not followed",
      answering(302, "", { location: "https://evil.example" }),
      "Writing.Unknown"
    ]
  ]
  it.live.each(cases)("%s", ([, listener, tag]) =>
    Effect.map(told(listener), (outcome) => assert.strictEqual(Result.isFailure(outcome) && outcome.failure._tag, tag))
  )

  it.live.each([
    ["its own rule", answering(200, '{"errcode":130101,"errmsg":"send too fast"}'), 600],
    ["a header", answering(429, "", { "retry-after": "77" }), 77],
    ["the gateway's word", answering(200, '{"status":1111,"wait":5,"source":"x5","punish":"deny"}'), 5]
  ] as const)("that there were too many says how long to rest, by %s", ([, listener, seconds]) =>
    Effect.map(told(listener), (outcome) => {
      const failure = Result.isFailure(outcome) ? outcome.failure : assert.fail("told")
      const after = failure._tag === "Writing.TryLater" ? failure.after : undefined
      assert.strictEqual(after && Duration.toSeconds(after), seconds)
    })
  )

  it.live("of nobody means that it was not told, and may be later", () =>
    Effect.gen(function* () {
      const server = createServer().listen(0, "127.0.0.1")
      yield* Effect.promise(() => once(server, "listening"))
      const address = server.address()
      yield* Effect.promise(() => new Promise((done) => server.close(done)))
      const port = typeof address === "object" ? address?.port : 0
      const webhook = Redacted.make(`http://127.0.0.1:${port}/cgi-bin/webhook/send?key=693a91f6-7aoc`)
      const messenger = yield* WecomMessenger.make({ webhook })
      const failure = yield* Effect.flip(messenger.tell(message))
      assert.strictEqual(failure._tag, "Writing.TryLater")
      assert.notInclude(String(failure), "693a91f6")
    }).pipe(Effect.provide(FetchHttpClient.layer))
  )
})

describe("A robot", () => {
  it.effect("is asked no more often than it takes, and rests as long as it says", () =>
    Effect.gen(function* () {
      const limited = yield* Rate.make([{ most: 20, within: Duration.minutes(1) }])
      const waits: Array<number> = []
      let sent = 0
      const ask = limited(Effect.sync(() => void sent++))
      for (let second = 0; second < 120; second++) {
        const outcome = yield* Effect.result(ask)
        if (Result.isFailure(outcome) && outcome.failure._tag === "Writing.TryLater" && outcome.failure.after)
          waits.push(Duration.toSeconds(outcome.failure.after))
        yield* TestClock.adjust("1 second")
      }
      assert.strictEqual(sent, 40)
      assert.deepEqual(waits.slice(0, 3), [40, 39, 38])
      assert.isEmpty(waits.filter((one) => one <= 0))
    })
  )
})

describe("The settings of a robot", () => {
  const decode = Schema.decodeUnknownExit(WecomMessenger.Settings)

  // As in apache/dolphinscheduler#14036, where a blank behind the address made every message fail.
  it("are read without the blanks that were copied along", () => {
    const exit = decode({ webhook: " https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k \n" })
    assert.strictEqual(
      Exit.isSuccess(exit) && Redacted.value(exit.value.webhook),
      "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k"
    )
  })

  it("that are wrong are refused without a word of the secret", () => {
    for (const webhook of [
      "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6",
      "key=693a91f6",
      "",
      "693a91f6"
    ]) {
      const exit = decode({ webhook })
      assert.isTrue(Exit.isFailure(exit))
      assert.notInclude(String(exit) + JSON.stringify(exit), "693a91f6")
    }
  })

  it("are struck out of whatever a server writes back", () => {
    const secret = Redacted.make("https://oapi.dingtalk.com/robot/send?access_token=566cc69da%2B782ec")
    const back =
      "no 566cc69da+782ec 566cc69da%2B782ec https://oapi.dingtalk.com/robot/send?access_token=566cc69da%2B782ec"
    assert.notMatch(Secret.strike(back, [secret]), /566cc69da/)
  })
})
