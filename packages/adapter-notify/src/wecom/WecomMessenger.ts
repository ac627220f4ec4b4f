/**
 * `Messenger` by the robot of a WeCom (企业微信) group.
 *
 * Source: developer.work.weixin.qq.com/document/path/99110 (messages, at most 20 a minute, texts of at most 2,048 bytes in UTF-8, `<@userid>` in a text
 * alerts as well) and /document/path/90313 (codes).
 *
 * @module
 */
import { MessageText, Messenger } from "@dualops/core/messaging"
import { Duration, type Effect, Layer, Schema } from "effect"
import type { HttpClient } from "effect/http"
import * as Robot from "../webhook/Robot.ts"
import { Webhook } from "../webhook/Secret.ts"

/** What a configuration says of it. */
export const Settings = Schema.Struct({
  /** As the robot shows it: https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…; the key is the secret. */
  webhook: Webhook,
  language: Schema.optionalKey(Schema.Literals(["zh", "en"]))
})
/** What a configuration says of it. */
export type Settings = typeof Settings.Type

/** A member by user id, or by phone number where only that is known. */
type Address =
  | { readonly mentioned_list: ReadonlyArray<string> }
  | { readonly mentioned_mobile_list: ReadonlyArray<string> }

const platform: Robot.Platform<Address> = {
  addresses: "wecom or phone",
  addressOf: ({ phone, wecom }) =>
    wecom !== undefined
      ? { mentioned_list: [wecom] }
      : phone === undefined
        ? undefined
        : { mentioned_mobile_list: [Robot.phoneOf(phone)] },
  // A text is read as it is; markdown would be formatted by what fans wrote, and alerts nobody by phone number.
  body: (letter) => ({ msgtype: "text", text: { content: contentOf(letter), ...letter.address } }),
  fits: (letter) => MessageText.bytesOf(contentOf(letter)) <= 2_048,
  limits: [{ most: 20, within: Duration.minutes(1) }],
  tongue: {
    code: ["errcode"],
    detail: ["errmsg"],
    codes: {
      [-1]: Duration.seconds(30), // busy
      45009: Duration.minutes(1), // asked too often
      45033: Duration.seconds(5), // too many at the same time
      93000: "robot", // no such webhook, or the robot was removed from the group
      93004: "robot", // the robot was stopped
      93008: "robot" // the robot is not in the group
    }
  }
}

const contentOf = ({ lines, name }: Robot.Letter<Address>): string => `${name}：${MessageText.joined(lines)}`

/** The messenger of a group. */
export const make = (settings: Settings): Effect.Effect<Messenger.Messenger["Service"], never, HttpClient.HttpClient> =>
  Robot.make(platform, settings)

/** The messenger of a group. */
export const layer = (settings: Settings): Layer.Layer<Messenger.Messenger, never, HttpClient.HttpClient> =>
  Layer.effect(Messenger.Messenger, make(settings))
