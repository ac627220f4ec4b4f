/**
 * When the account may write to a fan in private.
 *
 * After a message, a follow, a subscription, a menu click or a scan: as often as wanted for 48 hours. After a mention: once in
 * 48 hours. After the fan unfollows: not at all. Source: the fan-service page on customer replies.
 *
 * @module
 */
import { DateTime, Duration, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type { FanMessage } from "./FanMessage.ts"

/** How long the window stays open. */
export const length: Duration.Duration = Duration.hours(48)

/** What a fan's doings have opened. */
export const AnswerWindow = Schema.Struct({
  freeUntil: Schema.optionalKey(Moment),
  onceUntil: Schema.optionalKey(Moment)
})
/** What a fan's doings have opened. */
export type AnswerWindow = typeof AnswerWindow.Type

/** Nothing has been opened. */
export const closed: AnswerWindow = {}

/** What a message of the fan opens or closes. */
export const receive = (window: AnswerWindow, message: FanMessage): AnswerWindow => {
  const until = DateTime.addDuration(message.at, length)
  switch (message._tag) {
    case "Text":
    case "Position":
    case "Voice":
    case "Image":
      return { ...window, freeUntil: until }
    case "Mention":
      return { ...window, onceUntil: until }
    case "Event":
      return gesture(window, message.gesture, until)
    case "Other":
      return window
  }
}

const gesture = (
  window: AnswerWindow,
  kind: Extract<FanMessage, { readonly _tag: "Event" }>["gesture"],
  until: DateTime.Utc
): AnswerWindow => {
  switch (kind) {
    case "unfollow":
      return closed
    case "follow":
    case "subscribe":
    case "scan":
    case "scan_follow":
    case "click":
      return { ...window, freeUntil: until }
    case "unsubscribe":
    case "view":
      return window
  }
}

/** Whether the account may write now. */
export const isOpen = ({ freeUntil, onceUntil }: AnswerWindow, at: Moment): boolean =>
  [freeUntil, onceUntil].some((until) => until !== undefined && DateTime.isLessThanOrEqualTo(at, until))

/** What is left when the account has written: the one answer to a mention is used up, unless the window was free anyway. */
export const write = (window: AnswerWindow, at: Moment): AnswerWindow => {
  const { freeUntil, onceUntil: _, ...rest } = window
  return freeUntil !== undefined && DateTime.isLessThanOrEqualTo(at, freeUntil)
    ? window
    : { ...rest, ...(freeUntil && { freeUntil }) }
}
