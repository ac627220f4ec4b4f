/** Approval is of the very bytes that were read: whoever changes one has no approval, and whoever wrote them gives none. */
import { Refusals } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import type { Client } from "@modelcontextprotocol/sdk/client/index.js"
import { Effect } from "effect"
import { atDesk, call, connected } from "./clients.ts"
import { assistant, comes } from "./colleague.ts"

/** With the link that the account's way to publish asks for. */
const content = (text: string) => ({ text: `${text} https://xinghe.example/tea `, pictures: [] })
const slot = "2026-11-26T02:00:00.000Z"
/** The ways to publish, with what each is told. */
const publishing = { Post_Schedule: { input: { slot } }, Post_PublishNow: {} }
const draft = (client: Client, text: string, name = "moon") =>
  call(client, "Post_Compose", { case: name, input: { account: "1000000001", content: content(text), slot } })
const post = (expected: number, name = "moon") => ({ case: name, expected })

describe("An assistant's post", () => {
  it.effect("goes out when another has approved it, and never by the assistant", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const [helper, he] = [yield* connected(desk, assistant), yield* connected(desk, "he")]
        assert.strictEqual((yield* draft(helper, "桂花开了。")).data.version, 1)
        assert.strictEqual((yield* call(helper, "Post_Submit", post(1))).data.state.name, "InReview")
        const own = yield* call(helper, "Post_Approve", post(2))
        assert.deepStrictEqual([own.isError, own.why], [true, "Process.NotPermitted"])
        const approved = yield* call(he, "Post_Approve", post(2))
        assert.strictEqual(approved.data?.state.name, "Approved", approved.texts.join("\n"))
        for (const [step, told] of Object.entries(publishing))
          assert.strictEqual((yield* call(helper, step, { ...post(3), ...told })).why, "Process.NotPermitted")
        assert.strictEqual(
          (yield* call(he, "Post_Schedule", { ...post(3), input: { slot } })).data.state.name,
          "Scheduled"
        )
        // The kernel has kept what was tried.
        const tried = (yield* Refusals.of({ process: "Post", case: "moon" as never })).map(({ step }) => step)
        assert.includeMembers(tried, ["Approve", "Schedule", "PublishNow"])
      })
    )
  )

  it.effect("loses its approval when the assistant changes a byte of it, and nobody can publish it so", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const [helper, he] = [yield* connected(desk, assistant), yield* connected(desk, "he")]
        yield* draft(helper, "桂花开了。")
        yield* call(helper, "Post_Submit", post(1))
        yield* call(he, "Post_Approve", post(2))
        const edited = yield* call(helper, "Post_Edit", { ...post(3), input: { content: content("桂花开了！"), slot } })
        assert.strictEqual(edited.data.state.name, "Draft")
        for (const [step, told] of Object.entries(publishing))
          for (const client of [helper, he])
            assert.strictEqual((yield* call(client, step, { ...post(4), ...told })).why, "Process.OutOfOrder")
      })
    )
  )

  it.effect("that was changed while somebody read it is not approved: they approve what they have seen", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const [helper, he] = [yield* connected(desk, assistant), yield* connected(desk, "he")]
        yield* draft(helper, "桂花开了。")
        yield* call(helper, "Post_Submit", post(1))
        const read = yield* call(he, "history", { process: "Post", case: "moon" })
        const seen = read.data.items.length
        yield* call(helper, "Post_Edit", { ...post(2), input: { content: content("全网最低价！"), slot } })
        yield* call(helper, "Post_Submit", post(3))
        assert.strictEqual((yield* call(he, "Post_Approve", post(seen))).why, "EventLog.VersionConflict")
        // And not without saying what was seen.
        assert.strictEqual((yield* call(he, "Post_Approve", { case: "moon" })).why, "Operations.BadInput")
      })
    )
  )

  it.effect("of a person whom the assistant changed is not approved by that person, nor by the assistant", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const [helper, he] = [yield* connected(desk, assistant), yield* connected(desk, "he")]
        yield* draft(he, "桂花开了。")
        yield* call(helper, "Post_Edit", { ...post(1), input: { content: content("桂花又开了。"), slot } })
        yield* call(helper, "Post_Submit", post(2))
        const own = yield* call(he, "Post_Approve", post(3))
        assert.deepStrictEqual([own.isError, own.why], [true, "Process.NotSeparate"], own.texts.join("\n"))
      })
    )
  )
})

describe("An assistant's answer", () => {
  it.effect("is a suggestion that waits: a person says it, and says it of what they have read", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        yield* comes(1, "几点开门？")
        const [helper, he] = [yield* connected(desk, assistant), yield* connected(desk, "he")]
        const comment = { case: "comment 1", expected: 1 }
        const said = yield* call(helper, "Answer_Say", { ...comment, input: { text: "九点。" } })
        assert.strictEqual(said.why, "Process.NotPermitted")
        const suggested = yield* call(helper, "Answer_Suggest", { ...comment, input: { text: "九点开门，等你来。" } })
        assert.strictEqual(suggested.data?.state.name, "Waiting", suggested.texts.join("\n"))
        const { data } = yield* call(he, "history", { process: "Answer", case: "comment 1" })
        const { facts } = data.items.at(-1).event
        // Whoever has not read it does not answer: the version is another.
        assert.strictEqual(
          (yield* call(he, "Answer_Say", { ...comment, input: facts })).why,
          "EventLog.VersionConflict"
        )
        const answered = yield* call(he, "Answer_Say", { case: "comment 1", expected: 2, input: facts })
        assert.strictEqual(answered.data?.state.name, "Sending")
      })
    )
  )
})

describe("The same order", () => {
  it.effect("twice is one: a draft that is sent again is no second draft, and a step no second step", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const helper = yield* connected(desk, assistant)
        const told = { input: { account: "1000000001", content: content("桂花开了。"), slot } }
        const [first, again] = [yield* call(helper, "Post_Compose", told), yield* call(helper, "Post_Compose", told)]
        assert.deepStrictEqual(first.data, again.data)
        const at = { case: first.data.case, expected: 1 }
        const [one, other] = [yield* call(helper, "Post_Submit", at), yield* call(helper, "Post_Submit", at)]
        assert.deepStrictEqual(one.data, other.data)
        const { data } = yield* call(helper, "history", { process: "Post", case: first.data.case })
        assert.strictEqual(data.items.length, 2)
        // A key of one's own says that it is another.
        const second = yield* call(helper, "Post_Compose", { ...told, case: "a second one", key: "2" })
        assert.strictEqual(second.data.case, "a second one")
        const reused = yield* call(helper, "Post_Compose", {
          input: { ...told.input, content: content("别的") },
          case: "a second one",
          key: "2"
        })
        assert.strictEqual(reused.why, "Operations.KeyReused")
      })
    )
  )

  it.effect("can be tried first: what is wrong is told, by the handbook's rules too, and nothing happens", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const helper = yield* connected(desk, assistant)
        const without = { text: "桂花开了。", pictures: [] }
        const told = { case: "moon", input: { account: "1000000001", content: without, slot } }
        assert.strictEqual((yield* call(helper, "Post_Compose", told)).data.version, 1)
        const tried = yield* call(helper, "check", { tool: "Post_Submit", arguments: post(1) })
        assert.deepStrictEqual(
          [tried.isError, tried.data.taken, tried.data.against.refused],
          [false, false, "Post.NotPublishable"]
        )
        assert.isTrue(
          (yield* call(helper, "check", {
            tool: "Post_Edit",
            arguments: { ...post(1), input: { content: content("桂花开了。"), slot } }
          })).data.taken
        )
        assert.strictEqual(
          (yield* call(helper, "check", { tool: "Post_Approve", arguments: post(1) })).data.against.refused,
          "Process.OutOfOrder"
        )
        const { data } = yield* call(helper, "case", { process: "Post", case: "moon" })
        assert.deepStrictEqual([data.case.version, data.case.state.name], [1, "Draft"])
        assert.isEmpty(yield* Refusals.of())
      })
    )
  )
})
