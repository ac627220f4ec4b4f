import { AccountId, FanId } from "@dualops/core/account"
import { AnswerWindow, type FanMessage } from "@dualops/core/interaction"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"
import fc from "fast-check"

const monday = DateTime.makeUnsafe("2026-06-01T00:00:00Z")
const after = (hours: number) => DateTime.addDuration(monday, `${hours} hours`)
const common = {
  account: AccountId.make("1902538057"),
  fan: FanId.make("2489518277"),
  text: ""
}
const writes = (hours: number): FanMessage.FanMessage => ({ _tag: "Text", ...common, at: after(hours) })
const mentions = (hours: number): FanMessage.FanMessage => ({
  _tag: "Mention",
  ...common,
  at: after(hours),
  in: "post",
  id: "1"
})
const does = (gesture: FanMessage.Gesture, hours: number): FanMessage.FanMessage => ({
  _tag: "Event",
  ...common,
  at: after(hours),
  gesture
})
const windowAfter = (...messages: ReadonlyArray<FanMessage.FanMessage>) =>
  messages.reduce(AnswerWindow.receive, AnswerWindow.closed)

describe("The account may write to a fan in private", () => {
  it("as often as it wants for 48 hours after the fan's last message", () => {
    const window = windowAfter(writes(0), writes(10))
    assert.isTrue(AnswerWindow.isOpen(window, after(58)))
    assert.isFalse(AnswerWindow.isOpen(window, after(58.1)))
    assert.strictEqual(AnswerWindow.write(window, after(20)), window)
  })

  it("once in 48 hours after a mention", () => {
    const window = windowAfter(mentions(0))
    assert.isTrue(AnswerWindow.isOpen(window, after(48)))
    assert.isFalse(AnswerWindow.isOpen(AnswerWindow.write(window, after(1)), after(2)))
  })

  it("without using the one answer to a mention up while the window is free anyway", () => {
    const window = AnswerWindow.write(windowAfter(writes(0), mentions(40)), after(41))
    assert.isTrue(AnswerWindow.isOpen(window, after(80)))
  })

  it.each(["follow", "subscribe", "scan", "scan_follow", "click"] as const)("after a %s", (gesture) => {
    assert.isTrue(AnswerWindow.isOpen(windowAfter(does(gesture, 0)), after(48)))
  })

  it.each(["view", "unsubscribe"] as const)("not for a %s alone", (gesture) => {
    assert.isFalse(AnswerWindow.isOpen(windowAfter(does(gesture, 0)), after(1)))
  })

  it("not after the fan has stopped following, and not before anything has happened", () => {
    assert.isFalse(AnswerWindow.isOpen(windowAfter(writes(0), mentions(0), does("unfollow", 1)), after(2)))
    assert.isFalse(AnswerWindow.isOpen(AnswerWindow.closed, after(0)))
  })

  it("by what was sent when, in whatever order it arrives", () => {
    const hour = fc.integer({ min: 0, max: 200 })
    const message = fc.oneof(
      hour.map(writes),
      hour.map(mentions),
      fc
        .tuple(fc.constantFrom("follow" as const, "unfollow" as const, "view" as const), hour)
        .map(([one, at]) => does(one, at))
    )
    const shuffled = fc
      .array(message, { maxLength: 8 })
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }))
      )
    fc.assert(
      fc.property(shuffled, hour, ([sent, arrived], at) => {
        const isOpen = (list: typeof sent) => AnswerWindow.isOpen(windowAfter(...list), after(at))
        assert.strictEqual(isOpen(arrived), isOpen(sent))
      })
    )
  })
})
