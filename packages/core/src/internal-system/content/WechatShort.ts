/**
 * What people write for 微信 to keep it short, or out of sight: vx, 加v, 加薇, v：tea88.
 *
 * @module
 */
import * as WordBounds from "./WordBounds.ts"

/**
 * Whether the units from `start` to before `end` of a folded text are short for 微信. A `v` alone is, and so is 微, where it is added or where an account follows.
 * `isAdded` says that a plus stood in front. */
export const isShort = (text: string, start: number, end: number, isAdded: boolean): boolean => {
  const word = text.slice(start, end)
  if (whole.test(word)) return true
  if (!part.test(word)) return false
  if (xin.test(text.slice(end, end + 1))) return false
  if (!WordBounds.isSaid({ text, start, end, coined: false })) return false
  const after = text.slice(end, end + 24)
  return (
    account.test(after) || ((isAdded || added.test(text.slice(Math.max(0, start - 4), start))) && !verified.test(after))
  )
}

const whole = /^(?:vx|wx|weix|vxin|wxin|wechat|weichat)$/
const part = /^[v微薇葳溦威维卫]$/
const xin = /[信芯心欣鑫新辛x]/
const account = /^[:, ]*(?:[a-z][a-z0-9_-]{4}|\d{6})/
const added = /加(?:我|个|下|一下|你)?$/

/** 加V is also what accounts are that Weibo has verified. */
const verified = /^(?:认证|用户|企业|博主|大号|账号|会员|标|身份|的)/
