/**
 * What is done outside and must not be done twice: while nobody knows whether it came about it is looked for, and only a person gives it up.
 *
 *     Sending ─Confirm→ Done
 *        ├─Refuse→ Failed ─Find→ Done
 *        └─LoseSight, TimeOut→ Unconfirmed ─Confirm, Find→ Done
 *                                 ├─NotSeen, LookAgain→ Unconfirmed, a few times
 *                                 └─GiveUp→ Failed, and it may still come: whatever sends it again says so, and its carrier looks first
 *
 * A process takes the parts into its own declaration, and has steps of its own that lead to `Sending`: they set `since`, and perform `sends`.
 * `Attempt` holds the words, `Delivery` the form and the names of the parts.
 *
 * @module
 */
import { DateTime, Result, type Schema } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import * as Action from "./Action.ts"
import type { Permission } from "./Actor.ts"
import { builders } from "./Assembly.ts"
import { failed, givenUp, NotThisOne, type Policy, policy, StillLooking, sent, unconfirmed } from "./Attempt.ts"
import { carrying } from "./Carrying.ts"
import type { Circumstances } from "./Declaration.ts"
import * as Delivery from "./Delivery.ts"

export { before, givenUp, NotThisOne, policy, StillLooking, turned } from "./Attempt.ts"

interface Sent {
  readonly _tag: string
  readonly since: Moment
  readonly earlier?: Moment
}
interface Unconfirmed extends Sent {
  readonly looked: number
  readonly nextLook?: Moment
}
type Under = Pick<Circumstances<Policy>, "at" | "settings">
type Facts = { readonly facts: object }

/** Something that must not be done twice, as the parts of a process. */
export const delivery = <
  const Kept extends Schema.Struct.Fields,
  const Request extends Delivery.Stored,
  const Done extends Delivery.Stored,
  const By extends Permission,
  const N extends Delivery.Names = {}
>(
  declared: Delivery.Declaration<Kept, Request, Done, By, N>
): Delivery.Delivery<Kept, Request, Done, By, N> => {
  const { asks, by, done, keeps, kinds, request, uniqueKey } = declared
  const is: Record<keyof typeof Delivery.names, string> & Delivery.Names = { ...Delivery.names, ...declared.names }
  const titles: Readonly<Record<"sent" | "done" | "failed", Bilingual> & { waiting?: Bilingual }> = declared.titles
  const said = Delivery.said(titles)
  const kept = { ...keeps, ...givenUp }
  const states = {
    ...(is.waiting !== undefined && titles.waiting && { [is.waiting]: { title: titles.waiting, ...kept } }),
    [is.sent]: { title: titles.sent, ...kept, ...sent },
    [is.unconfirmed]: { title: said.unconfirmed, ...kept, ...unconfirmed },
    [is.failed]: { title: titles.failed, ...kept, ...failed },
    [is.done]: { title: titles.done, ...keeps, ...done }
  }
  const actions = {
    [is.send]: Action.kind({ name: kinds.send, request: { ...request, ...givenUp }, done, repeatable: false }),
    [is.look]: Action.kind({ name: kinds.look, request: { ...request, ...sent }, done, repeatable: true })
  }
  const { deadline, step } = builders("", { title: titles.sent, states, settings: policy, actions })
  const waiting = is.waiting === undefined ? [] : [is.waiting]

  // The kernel hands over a state of the step's own, which knows what is asked for.
  const requestOf = (state: Sent) => asks(state as never)
  const look = { [is.look]: (state: Sent) => ({ ...requestOf(state), since: firstSent(state) }) }
  const sends = (next: Sent) =>
    next._tag === is.sent ? { ...requestOf(next), ...(next.earlier && { earlier: next.earlier }) } : undefined
  // From then on there is no earlier attempt that could still come.
  const stillKept = Object.keys(keeps).filter((field) => !Object.hasOwn(givenUp, field))
  const toDone = carrying(is.done, [...stillKept, ...Object.keys(done)], Object.keys(done))
  const toFailed = carrying(is.failed, [...Object.keys(kept), ...Object.keys(failed)], Object.keys(failed))
  const lost = (state: Sent, detail: string) => ({ ...state, _tag: is.unconfirmed, detail, looked: 0 })

  const arrive = {
    to: [is.done],
    input: done,
    uniqueKey,
    evolve: toDone
  }
  const steps = {
    [is.Confirm]: step({
      ...arrive,
      title: said.Confirm,
      from: [...waiting, is.sent, is.unconfirmed, is.failed],
      by: "world",
      unless: ({ _tag, earlier }: Sent) =>
        _tag === is.sent || _tag === is.unconfirmed || earlier ? undefined : new NotThisOne({ state: _tag })
    }),
    [is.Refuse]: step({
      title: said.Refuse,
      from: [is.sent, is.unconfirmed],
      to: [is.failed],
      by: "world",
      input: Action.refused
    }),
    [is.LoseSight]: step({
      title: said.LoseSight,
      from: [is.sent],
      to: [is.unconfirmed],
      by: "world",
      input: Action.unknown,
      evolve: (state: Sent, { facts }: { facts: { detail: string } }) => lost(state, facts.detail),
      performs: look
    }),
    [is.TimeOut]: step({
      title: said.TimeOut,
      from: [is.sent],
      to: [is.unconfirmed],
      by: "clock",
      evolve: (state: Sent) => lost(state, "no answer came in time"),
      performs: look
    }),
    [is.NotSeen]: step({
      title: said.NotSeen,
      from: [is.unconfirmed],
      to: [is.unconfirmed],
      by: "world",
      input: Action.unknown,
      facts: { detail: unconfirmed.detail, nextLook: unconfirmed.nextLook },
      // Nobody looks again after the last look: then it is for a person.
      decide: ({ looked }: Unconfirmed, { detail }: { detail: string }, { at, settings: { looks } }: Under) =>
        Result.succeed(
          looked + 1 < looks.times ? { detail, nextLook: DateTime.addDuration(at, looks.every) } : { detail }
        ),
      evolve: ({ nextLook: _, ...state }: Unconfirmed, { facts }: Facts) => ({
        ...state,
        ...facts,
        looked: state.looked + 1
      })
    }),
    [is.LookAgain]: step({
      title: said.LookAgain,
      from: [is.unconfirmed],
      to: [is.unconfirmed],
      by: "clock",
      evolve: ({ nextLook: _, ...state }: Unconfirmed) => state,
      performs: look
    }),
    [is.Find]: step({ ...arrive, title: said.Find, from: [is.unconfirmed, is.failed], by }),
    [is.GiveUp]: step({
      title: said.GiveUp,
      from: [is.unconfirmed],
      to: [is.failed],
      by,
      unless: ({ looked }: Unconfirmed, { settings: { looks } }: Under) =>
        looked < looks.times ? new StillLooking({ looked, times: looks.times }) : undefined,
      evolve: (state: Sent, event: Facts) =>
        toFailed({ ...state, earlier: firstSent(state), code: "not-found" } as never, event as never)
    })
  }
  const deadlines = {
    [is.patience]: deadline({
      title: said.patience,
      while: [is.sent],
      // How long a platform's answer is waited for may be less than a handbook's allowances begin with.
      within: ({ patience }: Policy) => ({ time: patience, calendar: "always" }),
      warnAt: 1,
      fires: is.TimeOut
    }),
    [is.nextLook]: deadline({
      title: said.nextLook,
      while: [is.unconfirmed],
      at: ({ nextLook }: Unconfirmed) => nextLook,
      fires: is.LookAgain
    })
  }
  const outcomes = {
    [is.send]: { done: is.Confirm, refused: is.Refuse, unknown: is.LoseSight },
    [is.look]: { done: is.Confirm, refused: is.NotSeen, unknown: is.NotSeen }
  }
  // Every part stands under the name that the declaration gives it, which only the types of `Delivery` can say.
  return { states, actions, sends: { [is.send]: sends }, steps, deadlines, outcomes } as never
}

/** Since when it has to be looked for: since the first attempt, if an earlier one was given up. */
const firstSent = ({ earlier, since }: Sent): Moment => earlier ?? since
