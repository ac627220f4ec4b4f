/**
 * The rules of a year's advertising, as one value: what is given is there, and what was not spent is free again.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { CaseId } from "../../process/CaseId.ts"
import { Sum } from "../campaigns/CampaignBudget.ts"
import * as Budget from "./AdvertisingBudget.ts"

const { deadline, process, start, stay, step } = Budget.advertisingBudget

const Open = start({
  title: { zh: "开立", en: "open" },
  to: ["Open"],
  by: "world",
  input: { account: AccountId, year: Schema.Int, until: Moment },
  evolve: ({ facts }) => ({ _tag: "Open", ...facts, held: [] })
})

const Reserve = stay({
  title: { zh: "预留", en: "reserve" },
  from: ["Open"],
  by: "world",
  input: Budget.wish,
  decide: (book, input, { settings }) => {
    const left = Budget.left(book, settings)
    if (book.held.some(({ promotion }) => promotion === input.promotion)) return Result.fail(new Budget.NotHeld(input))
    return input.amount > left
      ? Result.fail(new Budget.OverBudget({ asked: input.amount, left }))
      : Result.succeed(input)
  },
  evolve: (book, { facts }) => ({ ...book, held: [...book.held, facts] })
})

const Settle = stay({
  title: { zh: "结算", en: "settle" },
  from: ["Open"],
  by: "world",
  input: { promotion: CaseId, spent: Sum },
  decide: ({ held }, input) =>
    held.some((one) => one.promotion === input.promotion && one.spent === undefined && input.spent <= one.amount)
      ? Result.succeed(input)
      : Result.fail(new Budget.NotHeld(input)),
  evolve: (book, { facts: { promotion, spent } }) => ({
    ...book,
    held: book.held.map((one) => (one.promotion === promotion ? { ...one, spent } : one))
  })
})

const Close = step({ title: { zh: "结清", en: "close" }, from: ["Open"], to: ["Closed"], by: "clock" })

/** What an account may spend on advertising in a year. */
export const AdvertisingBudgetProcess = process({
  about: ({ account, year }, called) => ({
    zh: `${called(account)} ${year} 年推广预算`,
    en: `advertising of ${called(account)} in ${year}`
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
    Reserve: { zh: "推广获批时，由推广自己", en: "the promotion, when it is approved" },
    Settle: { zh: "推广结束时，由推广自己", en: "the promotion, when it is over" }
  },
  invariants: {
    "no promotion spends more than it has": ({ held }) => held.every(({ amount, spent = 0 }) => spent <= amount)
  }
})
