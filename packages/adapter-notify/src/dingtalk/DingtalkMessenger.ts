/**
 * `Messenger` by the robot of a DingTalk (钉钉) group.
 *
 * Source: open.dingtalk.com/document/robots/custom-robot-access (messages, at most 20 a minute, who sends more has to wait for ten minutes) and
 * open.dingtalk.com/document/orgapp/custom-bot-to-send-group-chat-messages (codes; a body has at most 20,000 bytes).
 *
 * @module
 */
import { MessageText, Messenger } from "@dualops/core/messaging"
import { Duration, type Effect, Layer, Redacted, Schema } from "effect"
import type { HttpClient } from "effect/http"
import * as Robot from "../webhook/Robot.ts"
import { Secret, Webhook } from "../webhook/Secret.ts"
import * as DingtalkSignature from "./DingtalkSignature.ts"

/** What a configuration says of it. */
export const Settings = Schema.Struct({
  /** As the robot shows it: https://oapi.dingtalk.com/robot/send?access_token=…; the token is a secret. */
  webhook: Webhook,
  /** The secret of the signature (加签), which begins with SEC. */
  secret: Schema.optionalKey(Secret),
  language: Schema.optionalKey(Schema.Literals(["zh", "en"]))
})
/** What a configuration says of it. */
export type Settings = typeof Settings.Type

/** A member by user id, or by phone number where only that is known. */
type Address = { readonly atUserIds: readonly [string] } | { readonly atMobiles: readonly [string] }

const platform: Robot.Platform<Address> = {
  addresses: "dingtalk or phone",
  addressOf: ({ dingtalk, phone }) =>
    dingtalk !== undefined
      ? { atUserIds: [dingtalk] }
      : phone === undefined
        ? undefined
        : { atMobiles: [Robot.phoneOf(phone)] },
  // Somebody is alerted only where the text has their address behind an @ as well.
  body: ({ address, lines, name }) => ({
    msgtype: "text",
    text: { content: `${name}：${MessageText.joined(lines)}\n@${nameIn(address)}` },
    at: { ...address, isAtAll: false }
  }),
  fits: (letter) => MessageText.bytesOf(JSON.stringify(platform.body(letter))) <= 20_000,
  limits: [{ most: 20, within: Duration.minutes(1) }],
  tongue: {
    code: ["errcode"],
    detail: ["errmsg"],
    codes: {
      [-1]: Duration.seconds(30), // busy
      130101: Duration.minutes(10), // more than 20 a minute
      410100: Duration.minutes(10), // too fast
      90030: Duration.minutes(10), // webhook over limit
      40035: "robot", // the address has no token
      300001: "robot", // no such token
      300005: "robot", // no such token
      400013: "robot", // the group was dissolved
      400101: "robot", // no such token
      400102: "robot", // the robot was stopped
      400106: "robot", // no such robot
      310000: "robot" // the signature, the moment or this machine's address is not accepted
    },
    // The same code says that a word is missing that the group has agreed on: then it is this message that is not taken.
    words: (code, detail) => (code === 310000 && /keyword|关键词/.test(detail) ? "message" : undefined)
  },
  signed: ({ body, url }, secret, now) => ({
    body,
    url: Redacted.make(DingtalkSignature.signed(Redacted.value(url), now, Redacted.value(secret)), { label: "secret" })
  })
}

const nameIn = (address: Address): string => ("atUserIds" in address ? address.atUserIds[0] : address.atMobiles[0])

/** The messenger of a group. */
export const make = (settings: Settings): Effect.Effect<Messenger.Messenger["Service"], never, HttpClient.HttpClient> =>
  Robot.make(platform, settings)

/** The messenger of a group. */
export const layer = (settings: Settings): Layer.Layer<Messenger.Messenger, never, HttpClient.HttpClient> =>
  Layer.effect(Messenger.Messenger, make(settings))
