// What the compiler refuses of cases that begin cases. Nothing here runs; an error that no longer comes is itself one.
import { Case, Process } from "@dualops/core/process"
import { Gift, type Giveaway, giveaway, rest, steps, title } from "./Giveaway.ts"
import { purchase, rest as unheard } from "./Purchase.ts"

const { process, start, step } = giveaway
const whenOver = { stop: "Withdraw" } as const

/** What is heard of children. */
export const ends = [
  process({ ...rest, children: { gift: { ends: { Sent: "GiftSent", Withdrawn: null }, whenOver: "goOn" } } }),
  // @ts-expect-error: it begins cases, and says nothing of what it hears of them
  process(rest),
  process({
    ...rest,
    // @ts-expect-error: nobody hears of one that was withdrawn
    children: { gift: { ends: { Sent: "GiftSent" }, whenOver } }
  }),
  process({
    ...rest,
    // @ts-expect-error: a gift is never over as Packing
    children: { gift: { ends: { Sent: "GiftSent", Withdrawn: "GiftLost", Packing: "GiftLost" }, whenOver } }
  }),
  process({
    ...rest,
    // @ts-expect-error: one that was withdrawn has no parcel of which GiftSent is told
    children: { gift: { ends: { Sent: "GiftSent", Withdrawn: "GiftSent" }, whenOver } }
  }),
  process({
    ...rest,
    // @ts-expect-error: what is refused is heard of by the world, and no end is
    children: { gift: { ends: { Sent: "GiftSent", Withdrawn: "NotPacked" }, whenOver } }
  }),
  process({
    ...rest,
    // @ts-expect-error: what becomes of those that are open when it is over is to be said
    children: { gift: { ends: { Sent: "GiftSent", Withdrawn: null } } }
  }),
  process({
    ...rest,
    // @ts-expect-error: a gift is not stopped by being packed
    children: { gift: { ends: { Sent: "GiftSent", Withdrawn: null }, whenOver: { stop: "Pack" } } }
  })
]

/** What is ordered, and what the orderer hears of the order itself. */
export const orders = [
  // @ts-expect-error: a gift has no such step
  Process.order(Gift, "Burn"),
  process({
    ...rest,
    // @ts-expect-error: whoever has ordered one hears where it is refused
    outcomes: { gift: {} },
    children: { gift: { ends: { Sent: "GiftSent", Withdrawn: null }, whenOver } }
  }),
  start({
    ...steps.Draw,
    title,
    to: ["Running"],
    by: "gift.draw",
    input: {},
    evolve: () => ({ _tag: "Running", out: 1, sent: 0, lost: 0 }),
    // @ts-expect-error: a gift is packed for somebody
    performs: { gift: () => [{ input: {} }] }
  }),
  step({
    title,
    from: ["Running"],
    to: ["Running"],
    by: "child",
    // @ts-expect-error: a child is no person
    evolve: (state, { by }) => ({ ...state, out: by.person })
  })
]

const heardOf = { Arrived: "Ended", Lost: null } as const

/** What is heard of children on their way. */
export const stations = [
  purchase.process({
    ...unheard,
    children: { parcel: { ends: heardOf, passes: { OnItsWay: "OnItsWay" }, whenOver: "goOn" } }
  }),
  purchase.process({
    ...unheard,
    // @ts-expect-error: a parcel has no such state
    children: { parcel: { ends: heardOf, passes: { OnTheMoon: "Ended" }, whenOver: "goOn" } }
  }),
  purchase.process({
    ...unheard,
    // @ts-expect-error: an end is no station
    children: { parcel: { ends: heardOf, passes: { Lost: "Ended" }, whenOver: "goOn" } }
  }),
  purchase.process({
    ...unheard,
    // @ts-expect-error: a parcel that is packed is in no van, of which OnItsWay is told
    children: { parcel: { ends: heardOf, passes: { Packing: "OnItsWay" }, whenOver: "goOn" } }
  }),
  purchase.process({
    ...unheard,
    // @ts-expect-error: no child's news is heard by the world
    children: { parcel: { ends: heardOf, passes: { OnItsWay: "NotPacked" }, whenOver: "goOn" } }
  })
]

/** The name of a case that an order begins. */
export const named = [
  giveaway.childOf({ case: Case.CaseId.make("may"), version: 1 }, "gift", 0),
  // @ts-expect-error: no order of that name begins a case
  giveaway.childOf({ case: Case.CaseId.make("may"), version: 1 }, "draw")
]

const holder = Process.define("Holder", {
  title,
  states: { Held: { title } },
  actions: { hold: Process.order(Gift, "Withdraw") }
})

/** A step of a case that has begun is ordered of that case. */
export const hold = holder.start({
  title,
  to: ["Held"],
  by: "gift.draw",
  input: {},
  // @ts-expect-error: of which gift is not said
  performs: { hold: () => ({ input: {} }) }
})

/** The actor of such a step says which child it was, and how it has ended. */
export const heardFrom = step({
  title,
  from: ["Running"],
  to: ["Running"],
  by: "child",
  evolve: (state, { by }) => ({ ...state, out: `${by.order} ${by.case} ${by.state}`.length })
})

/** The final states are known to the type. */
export const final: ReadonlyArray<"Done" | "CalledOff"> = (null as unknown as typeof Giveaway).final
