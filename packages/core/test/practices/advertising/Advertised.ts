/**
 * The people, the settings and the proposal by which advertising is tried.
 *
 * @module
 */
import { AccountId, PostId } from "@dualops/core/account"
import type { AdvertisingBudget, PaidPromotion } from "@dualops/core/practices"
import { Actor, Allowance } from "@dualops/core/process"
import { DateTime } from "effect"
import { nine } from "../../operations/house.ts"

export const [lin, he] = [Actor.person("lin"), Actor.person("he")]
export const account = AccountId.make("1234567890")
export const hours = (count: number) => DateTime.add(nine, { hours: count })
export const settings: PaidPromotion.Settings = {
  lead: he.person,
  attention: Allowance.always("8 hours"),
  every: Allowance.always("4 hours"),
  timeZone: "Asia/Shanghai"
}
export const ofBudget: AdvertisingBudget.Settings = { budget: 1_000 }
export const proposing: PaidPromotion.Proposing = {
  account,
  post: PostId.make("5012000000000001"),
  budget: 600,
  audience: "上海，爱喝茶",
  reason: "上市首日",
  from: hours(0),
  until: hours(48)
}
