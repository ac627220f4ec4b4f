/**
 * What people write for 微信 to keep it short, or out of sight: vx, 加v, 加薇, v：tea88.
 *
 * @module
 */
import * as WordBounds from "./WordBounds.ts"

/**
 * Whether the units from `start` to before `end` of a folded text are short for 微信: `vx` always is; `wx`, a `v` alone and 微 are where an
 * account follows, or where they are added and that is all. `isAdded` says that a plus stood in front.
 */
export const isShort = (text: string, start: number, end: number, isAdded: boolean): boolean => {
  const word = text.slice(start, end)
  if (whole.test(word)) return true
  if (!part.test(word) || xin.test(text.slice(end, end + 1))) return false
  if (!WordBounds.isSaid({ text, start, end, coined: false })) return false
  const after = text.slice(end, end + 24)
  return (
    account.test(after) ||
    ((isAdded ||
      added.test(text.slice(Math.max(0, start - 4), start)) ||
      used.test(text.slice(Math.max(0, start - 1), start))) &&
      contact.test(after))
  )
}

/** Whether a text without Latin letters in it may hold one that is short for 微信. */
export const mayBeIn = (text: string): boolean => chinese.test(text)

const chinese = /加(?:我|个|下|一下|你)?[微薇葳溦威维卫]|[微薇葳溦威维卫][:, ]*\d/
const whole = /^(?:vx|weix|vxin|wxin|wechat|weichat)$/
const part = /^(?:wx|[v微薇葳溦威维卫])$/
const xin = /[信芯心欣鑫新辛]/
const account = /^我?[^\p{L}\p{N}\n。!?]{0,4}(?:[a-z][a-z0-9_-]{4}|\d{6})/u
const added = /加(?:我|个|下|一下|你)?$/
const used = /[用扫换搜留有]$/

/** 加V is also what accounts are that Weibo has verified, so something has to follow that is done with a contact. */
const contact = /^(?:$|[:\n]|号|聊|领|私|咨|看|拿|详|问|备注|免费|[,。]?自取)/
