import { AccountId } from "@dualops/core/account"
import { CalendarDate } from "@dualops/core/calendar"
import { CodeTerms } from "@dualops/core/codes"
import type { Brief, Campaign, CampaignBudget } from "@dualops/core/practices"
import { Actor, Allowance } from "@dualops/core/process"
import { Resource } from "@dualops/core/resources"
import { DateTime, Duration } from "effect"
import { nine } from "../../operations/house.ts"

export const [lin, he, shen, gao] = ["lin", "he", "shen", "gao"].map((id) => Actor.person(id)) as [
  // Four names make four people.
  Actor.Person,
  Actor.Person,
  Actor.Person,
  Actor.Person
]
export const account = AccountId.make("1234567890")
export const [prizes, website] = [Resource.ResourceId.make("prizes"), Resource.ResourceId.make("website")]
export const hours = (count: number) => DateTime.add(nine, { hours: count })

export const settings: Campaign.Settings = {
  lead: he.person,
  approver: he.person,
  attention: Allowance.always("1 day"),
  report: Allowance.always("2 days"),
  notice: Allowance.always("10 hours"),
  most: 30_000,
  prizesMost: 8_000,
  resources: [prizes, website],
  draws: { settlesWithin: Allowance.always("30 days") },
  codes: { longest: Duration.days(30), most: 5_000 },
  timeZone: "Asia/Shanghai"
}
export const ofBudget: CampaignBudget.Settings = {
  timeZone: "Asia/Shanghai",
  budget: 50_000,
  together: 1,
  frequency: { times: 2, per: "month" }
}

/** Live from Wednesday morning until Friday, with cups to win and, if it can be had, a banner. */
export const brief: Brief.Brief = {
  account,
  objective: "让老会员关注账号",
  theme: "寻找神秘暗号",
  audience: "会员",
  warmUp: hours(24),
  from: hours(48),
  until: hours(96),
  budget: 20_000,
  prizes: { from: prizes, worth: 6_000, dearest: 200, drawn: true },
  needs: [
    { resource: prizes, need: "三十个杯子", must: true },
    { resource: website, need: "首页横幅", must: false }
  ]
}

const dayOf = (at: DateTime.Utc) =>
  CalendarDate.CalendarDate.make(DateTime.formatIsoDate(DateTime.add(at, { hours: 8 })))
/** Thirty cups to be drawn when it is over, and codes in the metro as long as it is live; both announced with the warm-up. */
export const withChildren = <B extends Brief.Brief>(its: B): B & Required<Pick<Brief.Brief, "draws" | "codes">> => ({
  ...its,
  draws: [
    {
      name: "杯子",
      opens: its.from,
      closes: its.until,
      draws: DateTime.add(its.until, { hours: 1 }),
      prizes: [{ name: "杯子", count: 30, yuan: 200 }],
      alternates: 5,
      requires: ["repost"],
      excludes: ["本公司员工"]
    }
  ],
  codes: [
    {
      name: "暗号",
      discount: "第二杯半价",
      firstDay: dayOf(its.from),
      lastDay: dayOf(its.until),
      length: 12,
      placements: [
        { id: CodeTerms.PlacementId.make("metro"), kind: "advertisement", resource: prizes, codes: 2_000 },
        { id: CodeTerms.PlacementId.make("banner"), kind: "advertisement", resource: website, codes: 100 }
      ]
    }
  ]
})
