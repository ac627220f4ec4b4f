/**
 * The words by which a fan opts out in a private message: the message says nothing else, so that nobody is out who only asks about it.
 *
 * @module
 */

const words = new Set([
  ...["退订", "退订邀请", "我要退订", "取消订阅", "不再接收", "不要再发", "别再发了", "td", "t", "n", "r"],
  ...["unsubscribe", "stop", "stopall", "optout", "opt out", "opt-out", "cancel", "end", "quit"]
])

/** Whether a message asks for no more invitations. */
export const asksOut = (message: string): boolean =>
  words.has(
    message
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\p{Cf}]/gu, "")
      .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "")
      .replace(/\s+/gu, " ")
  )
