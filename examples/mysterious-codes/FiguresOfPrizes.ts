/**
 * Prizes and money: what was there when it was needed, who got it, and what is left.
 *
 * @module
 */
import {
  CampaignBudgetProcess,
  CampaignProcess,
  CampaignsSection,
  PrizeDeliveryProcess,
  PrizeDrawProcess
} from "@dualops/core/practices"
import { DrawEntry } from "@dualops/core/prizes"
import { ResourceRequestProcess } from "@dualops/core/resources"
import { DateTime, Effect } from "effect"
import { dates } from "./Dates.ts"
import { counted, eventsOf, type Figure, observationsOf } from "./Figure.ts"
import { at, handbook } from "./House.ts"
import { PrizesArrived } from "./Observed.ts"
import type { Told } from "./Story.ts"

const launch = at(dates.launch)
const sum = (all: ReadonlyArray<{ readonly amount: number }>) => all.reduce((total, { amount }) => total + amount, 0)

/** The figures of prizes. */
export const ofPrizes = Effect.fnUntraced(function* (told: Told) {
  const granted = (yield* eventsOf(ResourceRequestProcess, told)).filter(
    ({ event }) => event.step === "Grant" && DateTime.isLessThan(event.at, launch)
  )
  const arrived = observationsOf(PrizesArrived.name, told).filter((one) => DateTime.isLessThan(one.at, launch))
  // What the store keeps of this kind is how many cups came.
  const cups = arrived.reduce((all, { facts }) => all + (facts as { readonly cups: number }).cups, 0)
  const entries = observationsOf(DrawEntry.kind.name, told)
  const drawn = (yield* eventsOf(PrizeDrawProcess, told)).flatMap(({ event, position }) =>
    event.step === "Drew" ? [{ position, awards: event.facts.awards.length }] : []
  )
  const deliveries = yield* eventsOf(PrizeDeliveryProcess, told)
  const those = (...steps: ReadonlyArray<string>) => deliveries.filter(({ event }) => steps.includes(event.step))
  const [awarded, delivered, returned] = [those("Award"), those("Arrive"), those("Return", "Lapse", "Decline")]
  const open = awarded.filter((one) => ![...delivered, ...returned].some((other) => other.case === one.case))
  return [
    counted(
      "granted",
      ["上线前同意的资源请求", "Requests granted before launch"],
      { events: granted },
      "ResourceRequest Grant"
    ),
    counted(
      "there",
      ["上线时在库的奖品", "Prizes in store at launch"],
      { observations: arrived },
      "PrizesArrived",
      cups
    ),
    counted("entries", ["晒图转发", "Pictures forwarded"], { observations: entries }, "DrawEntry"),
    counted(
      "drawn",
      ["抽出的奖品", "Prizes drawn"],
      { events: drawn },
      "PrizeDraw Drew",
      drawn.reduce((all, { awards }) => all + awards, 0)
    ),
    counted(
      "awarded",
      ["发出过的中奖通知（含候补）", "Awards made, alternates among them"],
      { events: awarded },
      "PrizeDelivery Award"
    ),
    counted("delivered", ["送达的奖品", "Prizes delivered"], { events: delivered }, "PrizeDelivery Arrive"),
    counted(
      "returned",
      ["逾期或退回的奖品", "Prizes lapsed or returned"],
      { events: returned },
      "PrizeDelivery Lapse | Return | Decline"
    ),
    counted(
      "underWay",
      ["故事结束时仍在途的奖品", "Prizes still under way at the end"],
      { events: open },
      "PrizeDelivery Award without an end"
    )
  ] satisfies ReadonlyArray<Figure>
})

/** The figures of money, of the account's own budget. */
export const ofMoney = Effect.fnUntraced(function* (told: Told, isDual: boolean) {
  const books = yield* eventsOf(CampaignBudgetProcess, told)
  const reserved = books.flatMap(({ event, position }) =>
    event.step === "Reserve" ? [{ position, amount: event.facts.amount }] : []
  )
  const settled = books.flatMap(({ event, position }) =>
    event.step === "Settle" ? [{ position, amount: event.facts.spent }] : []
  )
  const spent = (yield* eventsOf(CampaignProcess, told)).flatMap(({ event, position }) => {
    if (event.step === "Spend") return [{ position, amount: event.facts.amount }]
    const { delivered = 0 } = event.step === "Ended" ? event.facts : {}
    return delivered > 0 ? [{ position, amount: delivered }] : []
  })
  const { budget } = CampaignsSection.of(handbook(isDual))
  const used = settled.length > 0 ? sum(settled) : sum(reserved)
  return [
    counted(
      "reserved",
      ["预留的预算", "Reserved of the year's budget"],
      { events: reserved },
      "CampaignBudget Reserve",
      sum(reserved),
      "yuan"
    ),
    counted("spent", ["支出", "Spent"], { events: spent }, "Campaign Spend, Ended delivered", sum(spent), "yuan"),
    counted(
      "givenBack",
      ["结算后退回", "Given back when it was over"],
      { events: settled },
      "CampaignBudget Settle",
      settled.length > 0 ? sum(reserved) - sum(settled) : 0,
      "yuan"
    ),
    counted(
      "left",
      ["年度预算余额", "Left of the year's budget"],
      { events: [...reserved, ...settled] },
      "CampaignBudget",
      budget.amount - used,
      "yuan"
    )
  ] satisfies ReadonlyArray<Figure>
})
