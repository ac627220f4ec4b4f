/** Drafts are checked, pictures are sent, and lists go on, for programs as for people. */
import { MemoryPictures } from "@dualops/adapter-memory"
import { Actor } from "@dualops/core/process"
import { type Desk, TokenDoor } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Redacted } from "effect"
import { atTen, claim, origin, ten, tokens } from "./house.ts"
import { png } from "./pictures.ts"

const client = Effect.fnUntraced(function* (desk: Desk.Handler, person: string) {
  const { secret, token } = yield* TokenDoor.issue(Actor.person(person), DateTime.add(ten, { days: 1 }))
  tokens.push(token)
  return (path: string, more: RequestInit = {}, type = "application/json") =>
    Effect.promise(async () => {
      const headers = {
        authorization: `Bearer ${Redacted.value(secret)}`,
        "content-type": type,
        "idempotency-key": "1"
      }
      const answer = await desk(new Request(`${origin}/api/${path}`, { headers, ...more }))
      return { status: answer.status, json: JSON.parse((await answer.text()) || "{}") }
    })
})
const json = (body: object): RequestInit => ({ method: "POST", body: JSON.stringify(body) })
const bytes = (body: Uint8Array): RequestInit => ({ method: "POST", body: Uint8Array.from(body) })

describe("A draft that a program checks", () => {
  it.effect("is told what the rules hold against it, and whether it would be taken, and nothing happens", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const call = yield* client(desk, "lin")
        const check = (input: object) => call("cases/Post/moon/Compose/check", json({ input }))
        const half = (yield* check({ content: { text: "全网最低价", pictures: [] } })).json
        assert.isFalse(half.isTaken)
        assert.strictEqual(half.refusal.title, "Operations.BadInput")
        const whole = { account: "1000000001", slot: "2030-01-01T02:00:00.000Z" }
        const text = "中秋礼盒来了 https://xinghe.example/moon "
        const good = yield* check({ ...whole, content: { text, pictures: [] } })
        assert.deepStrictEqual([good.status, good.json.isTaken, good.json.refusal], [200, true, undefined])
        const bare = (yield* check({ ...whole, content: { text: "没有链接", pictures: [] } })).json
        assert.isNotEmpty(bare.findings)
        assert.strictEqual((yield* call("cases/Post/moon")).status, 404)
        assert.strictEqual((yield* call("cases/Post/moon/Nothing/check", json({}))).status, 404)
        const stranger = yield* client(desk, "stranger")
        assert.isFalse((yield* stranger("cases/Post/moon/Compose/check", json({ input: whole }))).json.isTaken)
      })
    )
  )
})

describe("A picture that a program sends", () => {
  it.effect("is taken by whoever may take the step, in the bytes that it has, and by nobody else", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const [lin, stranger] = [yield* client(desk, "lin"), yield* client(desk, "stranger")]
        const sent = yield* lin("pictures/Post/Compose", bytes(png()), "image/png")
        assert.deepInclude(sent.json, { format: "png", bytes: png().length })
        assert.deepStrictEqual((yield* lin("pictures/Post/Compose", bytes(png()), "image/gif")).json, sent.json)
        const content = { text: "中秋礼盒来了 https://xinghe.example/moon ", pictures: [sent.json] }
        const input = { account: "1000000001", slot: "2030-01-01T02:00:00.000Z", content }
        const taken = yield* lin("cases/Post/moon/Compose", json({ input }))
        assert.strictEqual(taken.status, 200, JSON.stringify(taken.json))
        const refused = [
          yield* stranger("pictures/Post/Compose", bytes(png()), "image/png"),
          yield* lin("pictures/Post/Compose", bytes(new TextEncoder().encode("<svg/>")), "image/png"),
          yield* lin("pictures/Post/Compose", bytes(new Uint8Array(10 * 1024 * 1024 + 1)), "image/png"),
          yield* lin("pictures/Post/Nothing", bytes(png()), "image/png"),
          yield* lin("pictures/PrizeClaim/Confirm", bytes(png()), "image/png")
        ]
        assert.deepStrictEqual(
          refused.map((one) => [one.status, one.json.title]),
          [
            [403, "Process.NotPermitted"],
            [415, "Desk.NoPicture"],
            [413, "Desk.PictureTooLarge"],
            [404, "Desk.NotFound"],
            [404, "Desk.NotFound"]
          ]
        )
      })
    ).pipe(Effect.provide(MemoryPictures.layer()))
  )
})

describe("A list of the API", () => {
  it.effect("goes on behind five hundred cases, each once, whether or not they are due at one moment", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const names = Array.from({ length: 620 }, (_, number) => `claim ${number}`)
        for (const name of names) yield* claim(name)
        const call = yield* client(desk, "zhou")
        for (const [list, idOf] of [
          ["desk", (one: { case: { id: string } }) => one.case.id],
          ["offers", (one: { case?: { id: string } }) => one.case?.id]
        ] as const) {
          const seen: Array<string> = []
          let after = ""
          do {
            const { next, items } = (yield* call(`${list}?most=200${after}`)).json
            seen.push(...items.map(idOf).filter((id: string | undefined) => id !== undefined))
            after = next === undefined ? "" : `&after=${next}`
          } while (after !== "")
          const once = [...new Set(seen)]
          assert.deepStrictEqual(once.toSorted(), names.toSorted(), list)
          if (list === "desk") assert.strictEqual(seen.length, once.length)
        }
      })
    )
  )
})
