import { FeishuMessenger } from "@dualops/adapter-notify/feishu"
import { Actor } from "@dualops/core/process"
import { MessengerSuite } from "@dualops/core/testing"
import { Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import * as Group from "./group.ts"
import { feishuByPython } from "./judges.ts"

const hook = "f19c2d6e-8b77-4a0e-9d64-8f0e7a1b2c3d"
const secret = "CSTEfHRnFBuHisZNCxLw3d"

type Part =
  | { readonly tag: "text"; readonly text: string }
  | { readonly tag: "a"; readonly text: string; readonly href: string }
  | { readonly tag: "at"; readonly user_id: string }
interface Body {
  readonly timestamp: string
  readonly sign: string
  readonly content: { readonly post: { readonly zh_cn: { readonly content: ReadonlyArray<ReadonlyArray<Part>> } } }
}

/** As open.feishu.cn/document/client-docs/bot-v3/add-custom-bot has it. */
const house: Group.House = {
  objection: ({ bytes, url }) => {
    const { sign, timestamp } = JSON.parse(String(bytes)) as Body
    if (!url.pathname.endsWith(`/open-apis/bot/v2/hook/${hook}`)) return 19001
    if (Math.abs(Number(timestamp) * 1_000 - Date.now()) > 3_600_000) return 19021
    if (sign !== feishuByPython(Number(timestamp), secret)) return 19021
    return bytes.length > 20_000 ? 9499 : undefined
  },
  codes: { refused: 19024, unauthorised: 19021, busy: 11232 },
  answer: (code) => JSON.stringify({ code, msg: code === 0 ? "success" : `no: ${hook} ${secret}`, data: {} }),
  shown: ({ content }: Body) => {
    const parts = content.post.zh_cn.content.flat()
    return {
      alerts: parts.flatMap((part) => (part.tag === "at" ? [part.user_id] : [])),
      text: parts.map((part) => (part.tag === "at" ? "" : part.text)).join("\n"),
      // What looks like an address in a text is made a link of as well.
      links: parts.flatMap((part) =>
        part.tag === "a" ? [part.href] : part.tag === "text" ? Group.linksIn(part.text) : []
      )
    }
  }
}

const stage = Effect.map(Group.open(house), ({ next, shown, url }) =>
  Layer.merge(
    Layer.succeed(MessengerSuite.Stage, {
      person: { person: Actor.PersonId.make("lin"), name: "林晓", contact: { feishu: "ou_3fa9" } },
      address: "ou_3fa9",
      next,
      refusal: "19024",
      record: Effect.sync(() => [...shown]),
      tooLong: 20_001,
      secrets: [hook, secret]
    }),
    FeishuMessenger.layer({
      webhook: Redacted.make(`${url}/open-apis/bot/v2/hook/${hook}`),
      secret: Redacted.make(secret)
    })
  )
)

MessengerSuite.suite("FeishuMessenger", Layer.unwrap(stage).pipe(Layer.provide(FetchHttpClient.layer)))
