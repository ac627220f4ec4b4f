/** A hundred fans tell the assistant what to do, and it obeys them all: nothing beyond its role happens, and of another account it sees nothing. */

import { EventLog, Refusals } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import type { Client } from "@modelcontextprotocol/sdk/client/index.js"
import { Effect } from "effect"
import { processes } from "../house.ts"
import { atDesk, call, connected, quoted } from "./clients.ts"
import { assistant, comes, may, other } from "./colleague.ts"
import { textsOf, wantedIn } from "./injections.ts"

const account = "1000000001"
const slot = "2026-11-26T02:00:00.000Z"
const content = (text: string) => ({ text: `${text} https://xinghe.example/tea `, pictures: [] })
/** What nobody may see who works for the first account alone. */
const secret = "月牙机密新品"

/** What fans want: a tool, and what it is told. */
const wants: ReadonlyArray<readonly [tool: string, told: Readonly<Record<string, unknown>>]> = [
  ["Post_Approve", { case: "in review", expected: 2 }],
  ["Post_PublishNow", { case: "approved", expected: 3 }],
  ["Post_Schedule", { case: "approved", expected: 3, input: { slot } }],
  ["Post_Withdraw", { case: "in review", expected: 2, input: { reason: "fan" } }],
  ["Post_Hold", { case: "approved", expected: 3, input: { reason: "fan" } }],
  ["Answer_Say", { case: "comment 1", expected: 1, input: { text: "全场免费" } }],
  ["Answer_Hide", { case: "comment 2", expected: 1, input: { reason: "fan" } }],
  ["Answer_Leave", { case: "comment 3", expected: 1, input: { reason: "fan" } }],
  ["Answer_Write", { account, input: { account, interaction: {}, text: "全场免费" } }],
  ["Takeover_Take", { account, input: { of: "lin", reason: "fan" } }],
  ["PrizeClaim_Ask", { account, input: { winner: "fan", prize: { zh: "十万元", en: "a fortune" } } }],
  ["PrizeClaim_Grant", { case: "claim 1", expected: 2, input: {} }],
  ["ResourceRequest_Grant", { case: "none", expected: 1, input: {} }],
  ["Post_Approve", { case: "other in review", expected: 2 }],
  ["Post_Edit", { case: "other in review", expected: 2, input: { content: content("fan"), slot } }],
  ["Post_Compose", { account: other.account, input: { account: other.account, content: content("fan"), slot } }],
  ["case", { process: "Post", case: "other in review" }],
  ["history", { process: "Post", case: "other in review" }],
  ["search", { for: secret }],
  ["search", { for: other.account }],
  ["pages", { account: other.account, name: "handbook" }],
  ["news", { after: "0", most: 200 }],
  ["check", { tool: "Post_PublishNow", arguments: { case: "approved", expected: 3 } }],
  ["check", { tool: "Post_Approve", arguments: { case: "other in review", expected: 2 } }],
  // Within its role: whoever tells it so is heard, and a person reads what has come of it.
  ["Answer_PassOn", { case: "comment 5", expected: 1, input: { reason: "a fan wants it" } }],
  ["no_such_tool", { shell: "rm -rf /" }]
]

/** Posts in review and approved, of both accounts. */
const prepared = Effect.fnUntraced(function* (lin: Client, he: Client) {
  const posts = [
    ["in review", account, "桂花"],
    ["approved", account, "乌龙"],
    ["other in review", other.account, secret]
  ] as const
  for (const [name, of, text] of posts) {
    const begun = yield* call(lin, "Post_Compose", { case: name, input: { account: of, content: content(text), slot } })
    assert.isFalse(begun.isError, begun.texts.join("\n"))
    assert.isFalse((yield* call(lin, "Post_Submit", { case: name, expected: 1 })).isError)
  }
  assert.isFalse((yield* call(he, "Post_Approve", { case: "approved", expected: 2 })).isError)
})

/** Reads all that is new and all that is on the desk, and does whatever it is told there, until nothing is new. Gives what it was answered. */
const obey = Effect.fnUntraced(function* (client: Client) {
  const done = new Set<number>()
  const heard = Effect.fnUntraced(function* (tool: string, told: Readonly<Record<string, unknown>>) {
    const answer = yield* Effect.promise(() => client.callTool({ name: tool, arguments: told }).catch(String))
    const read = typeof answer === "string" ? answer : JSON.stringify(answer)
    for (const number of wantedIn(read)) {
      const wanted = wants[number]
      if (wanted === undefined || done.has(number)) continue
      done.add(number)
      yield* Effect.promise(() => client.callTool({ name: wanted[0], arguments: wanted[1] }).catch(String)).pipe(
        Effect.tap((one) => Effect.sync(() => said.push(JSON.stringify(one))))
      )
    }
    said.push(read)
    return answer
  })
  const said: Array<string> = []
  let after = "0"
  for (let page = 0; page < 200; page++) {
    const { data } = yield* call(client, "news", { after })
    yield* heard("news", { after })
    if (data.isAll) break
    after = data.next
  }
  for (const number of Array.from({ length: 100 }, (_, index) => index + 1)) {
    yield* heard("case", { process: "Answer", case: `comment ${number}` })
    yield* heard("history", { process: "Answer", case: `comment ${number}` })
  }
  return { done, said }
})

const everything = Effect.flatMap(EventLog.EventLog, (log) => log.log(0, 10_000))
const byOf = (event: unknown) => Reflect.get(Object(Reflect.get(Object(event), "by")), "person")
const stepOf = (event: unknown) => String(Reflect.get(Object(event), "step"))
const permissionOf = (process: string, step: string) =>
  processes.find(({ name }) => name === process)?.steps[step]?.by ?? "none"

describe("A hundred fans who tell the assistant what to do", () => {
  it("want everything that there is to want, and each text is another", () => {
    const texts = textsOf(wants.map(([tool]) => tool))
    assert.strictEqual(new Set(texts.map(({ text }) => text)).size, 100)
    assert.deepStrictEqual(
      [...new Set(texts.map(({ wants }) => wants))].sort((one, other) => one - other),
      wants.map((_, index) => index)
    )
    for (const { text, wants } of texts) assert.include(wantedIn(text), wants, text)
  })

  it.effect("are obeyed in all, and nothing happens beyond its role, nor is anything seen of another account", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const [lin, he] = [yield* connected(desk, "lin"), yield* connected(desk, "he")]
        yield* prepared(lin, he)
        for (const [index, { text }] of textsOf(wants.map(([tool]) => tool)).entries()) yield* comes(index + 1, text)
        const before = yield* everything
        const helper = yield* connected(desk, assistant)
        const { done, said } = yield* obey(helper)
        // The assistant has read every text, and done what each of them wants.
        assert.strictEqual(done.size, wants.length)

        const added = (yield* everything).slice(before.length)
        assert.deepStrictEqual(
          added.map(({ case: id, event }) => [id, stepOf(event)]),
          [["comment 5", "PassOn"]]
        )
        for (const { event, process } of added) {
          assert.strictEqual(byOf(event), assistant)
          assert.include(may, permissionOf(process, stepOf(event)))
        }
        for (const text of said) {
          assert.notInclude(text, secret)
          assert.notInclude(text, other.brand)
        }
        // What it tried beyond its role is kept.
        const tried = (yield* Refusals.of()).filter(({ by }) => by._tag === "Person" && by.person === assistant)
        assert.includeMembers(
          tried.map(({ step }) => step),
          ["Approve", "PublishNow", "Schedule", "Say", "Hide"]
        )
      })
    )
  )

  it.effect("would have had an approval of somebody whose role has it: the role is what stops the assistant", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const [lin, he] = [yield* connected(desk, "lin"), yield* connected(desk, "he")]
        yield* prepared(lin, he)
        yield* comes(1, textsOf(["Post_Approve"])[0]?.text ?? "")
        const { done } = yield* obey(he)
        assert.deepStrictEqual([...done], [0])
        const last = (yield* everything).at(-1)
        assert.deepStrictEqual([last?.case, stepOf(last?.event)], ["in review", "Approve"])
      })
    )
  )
})

describe("What a fan wrote", () => {
  it.effect(
    "closes no block, makes no line and has no character that only a model sees, in text and in structure",
    () =>
      atDesk((desk) =>
        Effect.gen(function* () {
          const texts = textsOf(wants.map(([tool]) => tool))
          for (const [index, { text }] of texts.entries()) yield* comes(index + 1, text)
          const helper = yield* connected(desk, assistant)
          const before = JSON.stringify(yield* Effect.promise(() => helper.listTools()))
          for (const [index] of texts.entries()) {
            const answer = yield* call(helper, "history", { process: "Answer", case: `comment ${index + 1}` })
            const [head, begin, line, end, ...others] = answer.texts[0]?.split("\n") ?? []
            assert.isEmpty(others)
            const mark = /^--- data ([0-9a-f]{18}) ---$/.exec(begin ?? "")?.[1]
            assert.isString(mark)
            assert.strictEqual(end, `--- end ${mark} ---`)
            assert.include(head, mark)
            assert.notMatch(line ?? "", /[<>`&]/)
            assert.deepStrictEqual(quoted(answer), answer.data)
            for (const given of [answer.texts[0] ?? "", JSON.stringify(answer.data)])
              assert.notMatch(given, /[\p{Bidi_Control}\u200b\u{E0000}-\u{E007F}]|[^\P{Cc}\n]/u)
          }
          // And none of it is in what tools are said to do.
          assert.strictEqual(JSON.stringify(yield* Effect.promise(() => helper.listTools())), before)
        })
      )
  )
})
