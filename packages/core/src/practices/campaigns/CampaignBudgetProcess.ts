/**
 * The rules of a year's budget of campaigns, as one value: what is asked for is there, no more campaigns overlap or begin in a month than the handbook
 * allows, and what was not spent is free again.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import type { Per } from "../../calendar/Cadence.ts"
import { Moment } from "../../calendar/Moment.ts"
import { CaseId } from "../../process/CaseId.ts"
import * as Budget from "./CampaignBudget.ts"

const { deadline, process, start, stay, step } = Budget.campaignBudget

const Open = start({
  title: { zh: "开立", en: "open" },
  to: ["Open"],
  by: "world",
  input: { account: AccountId, year: Schema.Int, until: Moment },
  evolve: ({ facts }) => ({ _tag: "Open", ...facts, held: [] })
})

/** The caps of the handbook, in the order in which a person would ask. */
const Reserve = stay({
  title: { zh: "预留", en: "reserve" },
  from: ["Open"],
  by: "world",
  input: Budget.wish,
  decide: (book, input, { settings }) => {
    const { frequency, together } = settings
    const free = Budget.left(book, settings)
    const planned = book.held.filter(({ wasLive = true }) => wasLive)
    const beside = planned.filter(
      ({ from, spent, until }) =>
        spent === undefined && DateTime.isLessThan(from, input.until) && DateTime.isLessThan(input.from, until)
    )
    const stretch = stretchOf(input.from, frequency.per, settings)
    const begun = planned.filter(({ from }) => stretchOf(from, frequency.per, settings) === stretch)
    if (book.held.some(({ campaign }) => campaign === input.campaign))
      return Result.fail(new Budget.NotHeld({ campaign: input.campaign, isHeld: true }))
    if (input.amount > free) return Result.fail(new Budget.OverBudget({ asked: input.amount, left: free }))
    if (beside.length >= together) return Result.fail(new Budget.Clash({ others: beside.map(({ title }) => title) }))
    return begun.length >= frequency.times ? Result.fail(new Budget.TooMany({ frequency })) : Result.succeed(input)
  },
  evolve: (book, { facts }) => ({ ...book, held: [...book.held, facts] })
})

const Settle = stay({
  title: { zh: "结算", en: "settle" },
  from: ["Open"],
  by: "world",
  input: { campaign: CaseId, spent: Budget.Sum, wasLive: Schema.Boolean },
  decide: ({ held }, input) => {
    const mine = held.find(({ campaign, spent }) => campaign === input.campaign && spent === undefined)
    if (mine === undefined) return Result.fail(new Budget.NotHeld({ campaign: input.campaign, isHeld: false }))
    const { amount } = mine
    return input.spent > amount
      ? Result.fail(new Budget.Overspent({ amount, spent: input.spent }))
      : Result.succeed(input)
  },
  evolve: (book, { facts: { campaign, spent, wasLive } }) => ({
    ...book,
    held: book.held.map((one) => (one.campaign === campaign ? { ...one, spent, wasLive } : one))
  })
})

const Close = step({ title: { zh: "结清", en: "close" }, from: ["Open"], to: ["Closed"], by: "clock" })

/** When the week, month or year of a moment began on the wall of the brand. */
const stretchOf = (at: Moment, per: Per, { timeZone }: Pick<Budget.Settings, "timeZone">): number => {
  const wall = DateTime.makeZonedUnsafe(at, { timeZone })
  if (per === "quarter") {
    const { month } = DateTime.toParts(wall)
    return DateTime.startOf(DateTime.subtract(wall, { months: (month - 1) % 3 }), "month").epochMilliseconds
  }
  return DateTime.startOf(wall, per, { weekStartsOn: 1 }).epochMilliseconds
}

/** What the campaigns of an account may spend in a year. */
export const CampaignBudgetProcess = process({
  about: ({ account, year }, called) => ({
    zh: `${called(account)} ${year} 年活动预算`,
    en: `campaigns of ${called(account)} in ${year}`
  }),
  steps: { Open, Reserve, Settle, Close },
  final: ["Closed"],
  deadlines: {
    end: deadline({
      title: { zh: "年度结清", en: "end of the year" },
      while: ["Open"],
      at: ({ until }) => until,
      warnAt: 1,
      fires: "Close"
    })
  },
  sentBy: {
    Reserve: { zh: "活动获批时，由活动自己", en: "the campaign, when it is approved" },
    Settle: { zh: "活动结束时，由活动自己", en: "the campaign, when it is over" }
  },
  invariants: {
    "no campaign spends more than it has": ({ held }) => held.every(({ amount, spent = 0 }) => spent <= amount),
    "each campaign has one sum": ({ held }) => new Set(held.map(({ campaign }) => campaign)).size === held.length
  }
})
