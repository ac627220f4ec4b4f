/**
 * The words by which a fan opts out in a private message: the message says nothing else, so that nobody is out who only asks about it. A please, a thank you and signs
 * around them say nothing else either.
 *
 * @module
 */

const words = new Set([
  ...["退订", "退订邀请", "我要退订", "取消订阅", "不再接收", "不要再发", "别再发了", "拒收", "td", "t", "n", "r"],
  ...["退訂", "退訂邀請", "我要退訂", "取消訂閱", "不要再發", "別再發了"],
  ...[
    "unsubscribe",
    "unsubscribe me",
    "stop",
    "stopall",
    "stop all",
    "optout",
    "opt out",
    "opt-out",
    "cancel",
    "end",
    "quit",
    "revoke"
  ]
])

/** Whether a message asks for no more invitations. */
export const asksOut = (message: string): boolean => {
  // Nothing longer is one of the words with what may stand around it.
  if (message.length > longest) return false
  const bare = trimmed(
    message
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\p{Cf}\p{M}]/gu, "")
      .replace(/\s+/gu, " ")
  )
  return words.has(bare) || words.has(trimmed(bare.replace(/^(?:请|請|麻烦|麻煩|please\b)/u, "").replace(thanks, "")))
}

const longest = 100
const thanks = /(?:谢谢|謝謝|多谢|多謝|please|thanks|thank you)$/u

/** Without blanks, marks and signs at the ends. */
const trimmed = (text: string): string => text.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, "")
