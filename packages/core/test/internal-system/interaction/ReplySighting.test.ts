import { AccountId, PostId } from "@dualops/core/account"
import { Reply, ReplySighting } from "@dualops/core/interaction"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"

const attempted = DateTime.makeUnsafe("2026-06-01T02:00:00Z")
const post = PostId.make("5034567890123456")
const request = { account: AccountId.make("1902538057"), post, text: "今天内给您答复。" }
const reply = (text: string, minutes = 0, under = post): Reply.Reply => ({
  reply: Reply.ReplyId.make("5034567890123457"),
  post: under,
  text,
  at: DateTime.addDuration(attempted, `${minutes} minutes`)
})

describe("A reply is found again", () => {
  it("although Weibo put the fan's name before it", () => {
    assert.isDefined(ReplySighting.find(request, attempted, [reply("回复@小林:今天内给您答复。")]))
  })

  it("not where several look like it: nobody can tell which it is", () => {
    assert.isUndefined(ReplySighting.find(request, attempted, [reply(request.text, 1), reply(request.text)]))
  })

  it("not under another post, not in an older reply, not in other words", () => {
    const other = PostId.make("5034567890123458")
    assert.isUndefined(ReplySighting.find(request, attempted, [reply(request.text, 0, other)]))
    assert.isUndefined(ReplySighting.find(request, attempted, [reply(request.text, -3)]))
    assert.isUndefined(ReplySighting.find(request, attempted, [reply("明天给您答复。")]))
  })
})
