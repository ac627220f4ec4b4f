/**
 * `Messenger` by the robot of a Feishu (飞书) or Lark group.
 *
 * Source: open.feishu.cn/document/client-docs/bot-v3/add-custom-bot (messages, at most 100 a minute and 5 a second, a body of at most 20 KB, codes) and
 * open.feishu.cn/document/server-docs/api-call-guide/frequency-control (how it says that there were too many).
 *
 * @module
 */
import { MessageText, Messenger } from "@dualops/core/messaging"
import { Duration, type Effect, Layer, Redacted, Schema } from "effect"
import type { HttpClient } from "effect/http"
import * as Robot from "../webhook/Robot.ts"
import { Secret, Webhook } from "../webhook/Secret.ts"
import * as FeishuSignature from "./FeishuSignature.ts"

/** What a configuration says of it. */
export const Settings = Schema.Struct({
  /** As the robot shows it: https://open.feishu.cn/open-apis/bot/v2/hook/…; its last part is the secret. */
  webhook: Webhook,
  /** The secret of the signature (签名校验). */
  secret: Schema.optionalKey(Secret),
  language: Schema.optionalKey(Schema.Literals(["zh", "en"]))
})
/** What a configuration says of it. */
export type Settings = typeof Settings.Type

const platform: Robot.Platform<string> = {
  addresses: "feishu",
  addressOf: ({ feishu }) => feishu,
  // Text, link and mention are parts of their own, so that what a fan wrote is never anything but text.
  body: ({ address, lines, name }) => ({
    msg_type: "post",
    content: {
      post: {
        zh_cn: {
          content: [
            [{ tag: "at", user_id: address, user_name: name }],
            ...lines.map(({ act, text }, index) => [
              { tag: "text", text: `${lines.length > 1 ? `${index + 1}. ` : ""}${text} ` },
              { tag: "a", text: act, href: act }
            ])
          ]
        }
      }
    }
  }),
  // The signature and the moment are in the body as well, and have a hundred bytes.
  fits: (letter) => MessageText.bytesOf(JSON.stringify(platform.body(letter))) <= 20_000 - 200,
  limits: [
    { most: 100, within: Duration.minutes(1) },
    { most: 5, within: Duration.seconds(1) }
  ],
  tongue: {
    code: ["code", "StatusCode"],
    detail: ["msg", "StatusMessage"],
    codes: {
      2200: "unknown", // an error on their side
      11232: Duration.minutes(1), // too many, also of others at the full and the half hour
      99991400: Duration.minutes(1), // too many
      19001: "robot", // no such address
      19021: "robot", // the signature or the moment is not accepted
      19022: "robot" // this machine's address is not accepted
    }
  },
  signed: ({ body, url }, secret, now) => {
    const timestamp = Math.floor(now / 1_000)
    const sign = FeishuSignature.sign(timestamp, Redacted.value(secret))
    return { url, body: { timestamp: String(timestamp), sign, ...body } }
  }
}

/** The messenger of a group. */
export const make = (settings: Settings): Effect.Effect<Messenger.Messenger["Service"], never, HttpClient.HttpClient> =>
  Robot.make(platform, settings)

/** The messenger of a group. */
export const layer = (settings: Settings): Layer.Layer<Messenger.Messenger, never, HttpClient.HttpClient> =>
  Layer.effect(Messenger.Messenger, make(settings))
