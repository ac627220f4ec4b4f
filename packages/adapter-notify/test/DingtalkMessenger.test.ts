import { DingtalkMessenger } from "@dualops/adapter-notify/dingtalk"
import { Actor } from "@dualops/core/process"
import { MessengerSuite } from "@dualops/core/testing"
import { Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import * as Group from "./group.ts"
import { dingtalkByPython } from "./judges.ts"

const token = "566cc69da782ec33a9e2a1d4c3f0"
const secret = "SECthisIsTheSecretOf+the/Robot="

interface Body {
  readonly text: { readonly content: string }
  readonly at: {
    readonly atMobiles?: ReadonlyArray<string>
    readonly atUserIds?: ReadonlyArray<string>
    readonly isAtAll: boolean
  }
}

/** As open.dingtalk.com/document/robots/custom-robot-access has it. */
const house: Group.House = {
  objection: ({ bytes, url }) => {
    const [timestamp, sign] = [url.searchParams.get("timestamp"), url.searchParams.get("sign")]
    if (url.searchParams.get("access_token") !== token) return 300005
    if (Math.abs(Number(timestamp) - Date.now()) > 3_600_000) return 310000
    if (sign !== dingtalkByPython(Number(timestamp), secret)) return 310000
    return bytes.length > 20_000 ? 460101 : undefined
  },
  codes: { refused: 430104, unauthorised: 310000, busy: 130101 },
  answer: (errcode) => JSON.stringify({ errcode, errmsg: errcode === 0 ? "ok" : `sign not match ${token} ${secret}` }),
  shown: ({ at: { atMobiles = [], atUserIds = [], isAtAll }, text: { content } }: Body) => ({
    // Somebody is alerted only where the text has them behind an @ as well.
    alerts: [...[...atMobiles, ...atUserIds].filter((one) => content.includes(`@${one}`)), ...(isAtAll ? ["all"] : [])],
    text: content,
    links: Group.linksIn(content)
  })
}

const stage = Effect.map(Group.open(house), ({ next, shown, url }) =>
  Layer.merge(
    Layer.succeed(MessengerSuite.Stage, {
      person: { person: Actor.PersonId.make("lin"), name: "林晓", contact: { phone: "+86 138-0000-1111" } },
      address: "13800001111",
      next,
      refusal: "430104",
      record: Effect.sync(() => [...shown]),
      tooLong: 20_001,
      secrets: [token, secret, encodeURIComponent(secret)]
    }),
    DingtalkMessenger.layer({
      webhook: Redacted.make(`${url}/robot/send?access_token=${token}`),
      secret: Redacted.make(secret)
    })
  )
)

MessengerSuite.suite("DingtalkMessenger", Layer.unwrap(stage).pipe(Layer.provide(FetchHttpClient.layer)))
