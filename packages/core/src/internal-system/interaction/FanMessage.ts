/**
 * What a fan sends the account in private, or does to it: the words of the fan service.
 *
 * Source: the fan-service pages of Weibo (text, position, voice, image, events, mentions).
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import * as Personal from "../../account/Personal.ts"
import { Moment } from "../../calendar/Moment.ts"

/** What a fan does to the account's page or menu. */
export const Gesture = Schema.Literals([
  "follow",
  "unfollow",
  "subscribe",
  "unsubscribe",
  "scan",
  "scan_follow",
  "click",
  "view"
])
/** What a fan does to the account's page or menu. */
export type Gesture = typeof Gesture.Type

const Said = Schema.String.annotate(Personal.text)
const common = { account: AccountId, fan: FanId, at: Moment, text: Said }

/**
 * One message of a fan. What Weibo may add some day is kept as `Other` with its type, so that nothing is lost silently.
 * The texts are the fan's: escape them before they are printed.
 */
export const FanMessage = Schema.Union([
  Schema.TaggedStruct("Text", common),
  Schema.TaggedStruct("Position", { ...common, longitude: Said, latitude: Said }),
  Schema.TaggedStruct("Voice", { ...common, file: Schema.String }),
  Schema.TaggedStruct("Image", { ...common, file: Schema.String }),
  Schema.TaggedStruct("Event", { ...common, gesture: Gesture, key: Schema.optionalKey(Schema.String) }),
  Schema.TaggedStruct("Mention", { ...common, in: Schema.Literals(["post", "comment"]), id: Schema.String }),
  Schema.TaggedStruct("Other", { ...common, type: Schema.String })
])
/** One message of a fan. */
export type FanMessage = typeof FanMessage.Type
