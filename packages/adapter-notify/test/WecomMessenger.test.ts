import { WecomMessenger } from "@dualops/adapter-notify/wecom"
import { Actor } from "@dualops/core/process"
import { MessengerSuite } from "@dualops/core/testing"
import { Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import * as Group from "./group.ts"

const key = "693a91f6-7aoc-4bc4-97a0-0ec2sifa5aaa"

interface Body {
  readonly msgtype: "text"
  readonly text: {
    readonly content: string
    readonly mentioned_list?: ReadonlyArray<string>
    readonly mentioned_mobile_list?: ReadonlyArray<string>
  }
}

/** As developer.work.weixin.qq.com/document/path/99110 has it. */
export const house: Group.House = {
  objection: ({ bytes, url }) => {
    if (url.searchParams.get("key") !== key) return 93000
    const { text } = JSON.parse(String(bytes)) as Body
    return Buffer.byteLength(text.content) > 2_048 ? 40058 : undefined
  },
  codes: { refused: 40058, unauthorised: 93000, busy: 45009 },
  answer: (errcode) => JSON.stringify({ errcode, errmsg: errcode === 0 ? "ok" : `no, with your key ${key}` }),
  shown: ({ text: { content, mentioned_list = [], mentioned_mobile_list = [] } }: Body) => ({
    alerts: [
      ...mentioned_list,
      ...mentioned_mobile_list,
      ...Array.from(content.matchAll(/<@([^<>]+)>/g), ([, one = ""]) => one)
    ],
    text: content,
    links: Group.linksIn(content)
  })
}

const stage = Effect.map(Group.open(house), ({ next, shown, url }) => {
  const webhook = Redacted.make(`${url}/cgi-bin/webhook/send?key=${key}`)
  return Layer.merge(
    Layer.succeed(MessengerSuite.Stage, {
      person: { person: Actor.PersonId.make("lin"), name: "林晓", contact: { wecom: "linxiao" } },
      address: "linxiao",
      next,
      refusal: "40058",
      record: Effect.sync(() => [...shown]),
      tooLong: 2_049,
      secrets: [key]
    }),
    WecomMessenger.layer({ webhook })
  )
})

MessengerSuite.suite("WecomMessenger", Layer.unwrap(stage).pipe(Layer.provide(FetchHttpClient.layer)))
