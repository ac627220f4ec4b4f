/**
 * What becomes of the prizes of a draw: each is delivered, or comes back and goes to whoever stands next in line, once.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import * as Label from "../../finding/Label.ts"
import * as Action from "../../process/Action.ts"
import * as PrizeDraw from "./PrizeDraw.ts"
import * as Awards from "./PrizeDrawAwards.ts"
import * as Says from "./PrizeDrawMessages.ts"
import { NotHeld } from "./PrizeDrawRefusals.ts"

const { stay, step } = PrizeDraw.prizeDraw

/** The order by which an award's delivery begins. */
export const deliveryOf = ({ account, announced, name }: PrizeDraw.In<"Drawn" | "Settled">, { fan, prize }: Heard) => {
  const named = announced.prizes.find((one) => one.prize === prize)?.name.zh ?? prize
  return { input: { account, draw: name, fan, prize, named } }
}

/** What a delivery that is over tells: whose it was, and what. */
const heard = { fan: FanId, prize: Schema.String.annotate(Label.of({ zh: "奖品", en: "prize" })) }
type Heard = Pick<PrizeDraw.Award, "fan" | "prize">

/** A prize is where it belongs. */
export const Delivered = step({
  title: { zh: "获知已送达", en: "hear that it was delivered" },
  from: ["Drawn"],
  to: ["Drawn", "Settled"],
  by: "child",
  input: heard,
  decide: ({ awards }, which) => Result.map(held(awards, which), () => which),
  evolve: (draw, { facts }) => stands({ ...draw, awards: Awards.became(draw.awards, facts, "delivered") })
})

/** Whoever stands next in line gets it; where nobody does, it is back. */
const frees = {
  from: ["Drawn"],
  to: ["Drawn", "Settled"],
  input: heard,
  facts: { ...heard, next: Schema.optionalKey(FanId) },
  decide: ({ awards, line: [next] }: PrizeDraw.In<"Drawn">, { fan, prize }: Heard) =>
    Result.map(held(awards, { fan, prize }), () => ({ fan, prize, ...(next !== undefined && { next }) })),
  evolve: (draw: PrizeDraw.In<"Drawn">, { facts: { next, ...facts } }: { readonly facts: Freeing }) => {
    const awards = Awards.became(draw.awards, facts, "returned")
    return next === undefined
      ? stands({ ...draw, awards })
      : { ...draw, awards: Awards.withOne(awards, { prize: facts.prize, fan: next }), line: draw.line.slice(1) }
  },
  performs: {
    deliver: (draw: PrizeDraw.In<"Drawn" | "Settled">, { facts: { next, prize } }: { readonly facts: Freeing }) =>
      next === undefined ? undefined : deliveryOf(draw, { fan: next, prize })
  }
} as const
type Freeing = Heard & { readonly next?: FanId }

/** A delivery is over, and the prize is not delivered. */
export const Freed = step({ ...frees, title: { zh: "获知奖品退回", en: "hear that it comes back" }, by: "child" })

/** A delivery that never began has no end: a person says that the prize is free. */
export const TakeBack = step({ ...frees, title: { zh: "收回奖品", en: "take it back" }, by: "promotion.draw" })

const held = (awards: ReadonlyArray<PrizeDraw.Award>, { fan, prize }: Heard) =>
  Awards.isHeld(awards, { fan, prize }) ? Result.void : Result.fail(new NotHeld({ fan, prize }))

/** Whoever announced the draw takes that prize back. */
export const NotBegun = stay({
  title: { zh: "获知兑奖未开始", en: "hear that a delivery did not begin" },
  from: ["Drawn"],
  by: "world",
  input: Action.refused,
  performs: { notify: (draw, { facts: { detail } }) => ({ to: draw.by, message: Says.notBegun(draw, detail) }) }
})

/** Over as soon as no prize is on its way. */
export const stands = (draw: PrizeDraw.In<"Drawn">): PrizeDraw.In<"Drawn" | "Settled"> =>
  draw.awards.some((award) => award.stands === "held")
    ? draw
    : { ...draw, _tag: "Settled", delivered: Awards.worthDelivered(draw) }
