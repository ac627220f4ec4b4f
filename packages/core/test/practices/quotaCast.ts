import { ChineseHolidays } from "@dualops/core"
import { AccountId } from "@dualops/core/account"
import { HandbookFile } from "@dualops/core/files"
import { PostQuotaProcess, Practices } from "@dualops/core/practices"
import { Actor } from "@dualops/core/process"
import { DateTime, Result } from "effect"
import { textOf } from "../handbook/worked.ts"
import { at, category } from "../internal-system/content-plan/briefs.ts"

export const { holidays } = ChineseHolidays
export const account = AccountId.make("5644764907")
export const [zhou, he, lin] = [Actor.PersonId.make("zhou"), Actor.PersonId.make("he"), Actor.PersonId.make("lin")]
export const tea = { category: category("tea"), title: { zh: "茶与新品", en: "Tea and novelties" }, times: 1 }
export const turn = {
  account,
  from: at("2026-09-07T00:00"),
  to: at("2026-09-08T00:00"),
  least: 3,
  kept: [tea],
  what: { zh: "2026-09-07 的微博", en: "The posts of 2026-09-07" },
  people: [zhou, lin] as const,
  until: at("2026-09-07T15:30")
}

export const section = 'contentPlan: { planner: zhou, checkAt: "10:00" }'
export const quantity = "quantity: { least: 3, most: 5, per: day }"
export const handbookOf = (plan = section, instead = quantity) =>
  Result.getOrThrow(HandbookFile.read("xinghe.yaml", `${textOf("xinghe").replace(quantity, instead)}\n${plan}\n`))
export const wall = (moment: DateTime.Utc) => DateTime.formatIso(DateTime.add(moment, { hours: 8 })).slice(0, 16)
export const quotas = (from: string, until: string, handbook = handbookOf()) =>
  Practices.agenda(handbook, holidays)(at(from), at(until)).flatMap((one) =>
    one.process === PostQuotaProcess ? [[one.case.split("/").slice(-2).join("/"), wall(one.from), wall(one.until)]] : []
  )
