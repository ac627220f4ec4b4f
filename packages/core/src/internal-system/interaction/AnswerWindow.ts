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
import type { FanMessage, Gesture } from "./FanMessage.ts"
import { isPrivate, type Opening } from "./Incoming.ts"

/** How long the window stays open. */
export const length: Duration.Duration = Duration.hours(48)

/** What a fan's doings have opened, and when the fan left. */
export const AnswerWindow = Schema.Struct({
  freeUntil: Schema.optionalKey(Moment),
  onceUntil: Schema.optionalKey(Moment),
  leftAt: Schema.optionalKey(Moment)
})
/** What a fan's doings have opened. */
export type AnswerWindow = typeof AnswerWindow.Type

/** Nothing has been opened. */
export const closed: AnswerWindow = {}

/** What a message of the fan opens or closes, in whatever order messages arrive: they are told apart by when they were sent. */
export const receive = (window: AnswerWindow, message: FanMessage): AnswerWindow => {
  switch (message._tag) {
    case "Text":
    case "Position":
    case "Voice":
    case "Image":
      return open(window, "freeUntil", message.at)
    case "Mention":
      return open(window, "onceUntil", message.at)
    case "Event":
      return message.gesture === "unfollow"
        ? leave(window, message.at)
        : opening.includes(message.gesture)
          ? open(window, "freeUntil", message.at)
          : window
    case "Other":
      return window
  }
}

const opening: ReadonlyArray<Gesture> = ["follow", "subscribe", "scan", "scan_follow", "click"]

/** A fan wrote, or did what opens the window as well. */
export const opened = (window: AnswerWindow, at: Moment): AnswerWindow => open(window, "freeUntil", at)

/** What the fan wrote lets the account write in private: as often as wanted, or once. */
export const openedBy = (window: AnswerWindow, opening: Opening): AnswerWindow =>
  open(window, isPrivate(opening) ? "freeUntil" : "onceUntil", opening.at)

/** The fan is no follower any more. */
export const closedBy = (window: AnswerWindow, at: Moment): AnswerWindow => leave(window, at)

/** When nothing more can be sent; nothing, where nothing ever could be. */
export const endOf = ({ freeUntil, leftAt, onceUntil }: AnswerWindow): Moment | undefined =>
  freeUntil && onceUntil ? DateTime.max(freeUntil, onceUntil) : (freeUntil ?? onceUntil ?? leftAt)

/** How long before the end people are told that it comes, one after the other. */
export const warnings: ReadonlyArray<Duration.Duration> = [Duration.hours(24), Duration.hours(4)]

const open = (window: AnswerWindow, which: "freeUntil" | "onceUntil", at: Moment): AnswerWindow => {
  if (window.leftAt !== undefined && DateTime.isLessThanOrEqualTo(at, window.leftAt)) return window
  const until = DateTime.addDuration(at, length)
  return { ...window, [which]: DateTime.max(window[which] ?? until, until) }
}

/** Whatever was opened before the fan left is closed. */
const leave = ({ freeUntil, onceUntil, leftAt }: AnswerWindow, at: Moment): AnswerWindow => {
  const isAfter = (until: Moment | undefined) =>
    until !== undefined && DateTime.isGreaterThan(until, DateTime.addDuration(at, length))
  return {
    leftAt: DateTime.max(leftAt ?? at, at),
    ...(freeUntil && isAfter(freeUntil) && { freeUntil }),
    ...(onceUntil && isAfter(onceUntil) && { onceUntil })
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
