/** The page of the package, against groups and a mail server on this machine. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import * as Group from "../packages/adapter-notify/test/group.ts"
import * as Mailbox from "../packages/adapter-notify/test/mailbox.ts"
import { tell } from "./tell-people.ts"

const codes = { refused: 1, unauthorised: 93000, busy: 45009 }
const group = Group.open({
  objection: () => undefined,
  codes,
  answer: (errcode) => JSON.stringify({ errcode, code: errcode }),
  shown: (body) => ({ alerts: [], text: JSON.stringify(body), links: [] })
})

const setUp = Effect.gen(function* () {
  const [wecom, dingtalk, feishu] = yield* Effect.all([group, group, group])
  const mail = yield* Mailbox.open("robot", "pa55word")
  yield* TestClock.setTime(Date.parse("2026-11-24T10:00:00+08:00"))
  const told = tell({
    WECOM: JSON.stringify({ webhook: ` ${wecom.url}/cgi-bin/webhook/send?key=693a91f6 ` }),
    DINGTALK: JSON.stringify({ webhook: `${dingtalk.url}/robot/send?access_token=566cc69d`, secret: "SEC0123456789" }),
    FEISHU: JSON.stringify({ webhook: `${feishu.url}/open-apis/bot/v2/hook/f19c2d6e`, secret: "CSTEfHRnFBuH" }),
    MAIL: JSON.stringify({
      host: "127.0.0.1",
      port: mail.port,
      user: "robot",
      password: "pa55word",
      from: { name: "星河茶", address: "robot@brand.example" }
    })
  })
  return { wecom, dingtalk, feishu, mail, told }
})

describe("A house that tells people", () => {
  it.effect(
    "asks the first messenger, with the person's number from the handbook, and no words of a fan as a mention",
    () =>
      Effect.gen(function* () {
        const { dingtalk, told, wecom } = yield* setUp
        yield* told
        assert.lengthOf(wecom.shown, 1)
        assert.include(wecom.shown[0]?.text, "粉丝 <＠all> 的投诉没人接。")
        assert.include(wecom.shown[0]?.text, "https://desk.brand.example/zh/cases/Notice/notice%201")
        assert.include(wecom.shown[0]?.text, '"mentioned_mobile_list":["00000000005"]')
        assert.isEmpty(dingtalk.shown)
      }).pipe(Effect.scoped)
  )

  it.effect("asks the next where the robot of the group is gone", () =>
    Effect.gen(function* () {
      const { dingtalk, told, wecom } = yield* setUp
      yield* wecom.next("unauthorised")
      yield* told
      assert.isEmpty(wecom.shown)
      assert.lengthOf(dingtalk.shown, 1)
    }).pipe(Effect.scoped)
  )
})
