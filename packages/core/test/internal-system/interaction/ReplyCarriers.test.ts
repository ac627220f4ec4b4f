import type { Action } from "@dualops/core"
import { AccountId, PostId } from "@dualops/core/account"
import { Replies, Reply, ReplyCarriers } from "@dualops/core/interaction"
import { Writing } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Effect, Result } from "effect"

const asked = { process: "Answer", case: Case.CaseId.make("moon") }

const since = DateTime.makeUnsafe("2026-06-01T02:00:00Z")
const post = PostId.make("5034567890123456")
const request = { account: AccountId.make("1902538057"), post, text: "今天内给您答复。" }
const reply = (id: string): Reply.Reply => ({ reply: Reply.ReplyId.make(id), post, text: request.text, at: since })
const sentAnew = reply("9")

/** What the carrier of this kind brings back from an account with these replies. */
const carry = (kind: Action.AnyKind, more: object, latest: ReadonlyArray<Reply.Reply>) => {
  const carrier = ReplyCarriers.carriers.find((one) => one.kind === kind)
  assert.isDefined(carrier)
  const platform = {
    reply: () => Effect.succeed(sentAnew),
    latest: () => Effect.succeed(latest),
    hide: () => Effect.void
  }
  // The kinds that are tried here ask for a reply.
  const carried = carrier?.carry({ ...request, ...more } as never, "key", asked) ?? Effect.die("no such carrier")
  return Effect.runSync(Effect.provideService(Effect.result(carried), Replies.Replies, platform))
}
const outAs = ({ reply, at }: Reply.Reply) => Result.succeed({ reply, repliedAt: at })
const refused = (code: string, detail: string) => Result.fail(new Writing.Refused({ code, detail }))
const manyAlike = "several of the latest replies of the account look like it; a person has to say which it is"

describe("A reply is looked for", () => {
  it("and found, not seen, or left to a person where several say the same", () => {
    const look = (...latest: ReadonlyArray<Reply.Reply>) => carry(ReplyCarriers.look, { since }, latest)
    assertEquals<unknown>(look(reply("1")), outAs(reply("1")))
    assertEquals<unknown>(look(), refused("not-seen", "not among the latest replies of the account"))
    assertEquals<unknown>(look(reply("1"), reply("2")), refused("many-alike", manyAlike))
  })
})

describe("A reply is sent", () => {
  it("at once, if it was never sent before; anew, if an earlier attempt does not stand there", () => {
    assertEquals<unknown>(carry(ReplyCarriers.reply, {}, [reply("1")]), outAs(sentAnew))
    assertEquals<unknown>(carry(ReplyCarriers.reply, { earlier: since }, []), outAs(sentAnew))
  })

  it("not again, if the earlier attempt came out after all, or if nobody can tell which of several it is", () => {
    const again = (...latest: ReadonlyArray<Reply.Reply>) => carry(ReplyCarriers.reply, { earlier: since }, latest)
    assertEquals<unknown>(again(reply("1")), outAs(reply("1")))
    assertEquals<unknown>(
      again(reply("1"), reply("2")),
      Result.fail(new Writing.Unknown({ code: "many-alike", detail: manyAlike }))
    )
  })

  it("not again, if the latest replies no longer reach back to the earlier attempt: a person has to look", () => {
    const others = [1, 2, 3, 4, 5].map((id) => ({ ...reply(`${id}`), text: `答复${id}` }))
    const detail =
      "the latest replies of the account do not reach back to when it was first sent; a person has to look whether it is out"
    assertEquals<unknown>(
      carry(ReplyCarriers.reply, { earlier: since }, others),
      Result.fail(new Writing.Unknown({ code: "out-of-sight", detail }))
    )
  })
})
