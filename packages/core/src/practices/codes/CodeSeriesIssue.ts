/**
 * How a series is issued, changed and stopped: what was decided is written for the tills, and counts as done when that is confirmed.
 *
 * @module
 */
import { Array as Arrays, DateTime, Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import { PlacementId } from "../../external-system/codes/CodeTerms.ts"
import * as Remark from "../../finding/Remark.ts"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as CodeSeries from "./CodeSeries.ts"
import { placed } from "./CodeSeriesDraft.ts"

const { stay, step } = CodeSeries.series

type Written = Extract<CodeSeries.State, { readonly revision: number }>

/** What holds from now on, for the tills. */
const keeps = {
  keepCodes: (state: CodeSeries.State) => {
    if (!("revision" in state)) return undefined
    const { account, edition, from, length, placements, revision, until, words } = state
    return { account, revision, from, until, placements, length, edition, words }
  }
}

export const Issue = step({
  title: { zh: "发放", en: "issue" },
  from: ["Approved"],
  to: ["Issuing"],
  by: "codes.issue",
  evolve: (state) => ({ ...placed(state), _tag: "Issuing", revision: 1 }),
  performs: keeps
})

/** Where a series stands at a moment, once the tills know of it. */
const standing = (state: Written, at: Moment) => {
  if (DateTime.isGreaterThanOrEqualTo(at, state.until)) return { ...state, _tag: "Ended" as const }
  return DateTime.isGreaterThanOrEqualTo(at, state.from)
    ? { ...state, _tag: "Running" as const }
    : { ...state, _tag: "Issued" as const }
}

/** The tills know; of what was replaced meanwhile that is no news. */
export const Kept = step({
  title: { zh: "获知已送达", en: "hear that the tills know" },
  from: ["Issuing", "Changing", "Stopping"],
  to: ["Issuing", "Changing", "Stopping", "Issued", "Running", "Ended", "Stopped"],
  by: "world",
  input: { revision: Schema.Int },
  evolve: (state, { at, facts: { revision } }) => {
    if (revision !== state.revision) return state
    return state._tag === "Stopping" ? { ...state, _tag: "Stopped" as const } : standing(state, at)
  }
})

/** Whoever leads hears that the tills do not know, and somebody sends it again. */
export const NotKept = stay({
  title: { zh: "获知未送达", en: "hear that the tills do not know" },
  from: ["Issuing", "Changing", "Stopping"],
  by: "world",
  input: Action.unknown,
  facts: { ...Action.unknown, to: PersonId },
  decide: (_, input, under) => Result.succeed({ ...input, to: leadNow(under) }),
  performs: {
    notify: (_, { facts: { detail, to } }, reading) => ({ to, message: CodeSeries.notKept(detail, reading) })
  }
})

export const KeepAgain = stay({
  title: { zh: "重新送达", en: "send again" },
  from: ["Issuing", "Changing", "Stopping"],
  by: "codes.issue",
  performs: keeps
})

/** From now on the codes of a placement are not redeemed: a shop has closed, a poster was photographed and goes round. */
export const Withdraw = step({
  title: { zh: "停用一处投放", en: "withdraw a placement" },
  from: ["Issued", "Running"],
  to: ["Changing"],
  by: "codes.stop",
  input: { placement: PlacementId, reason: Remark.Reason },
  decide: ({ placements }, input) =>
    placements.some(({ id, withdrawn }) => id === input.placement && withdrawn === undefined)
      ? Result.succeed(input)
      : Result.fail(new CodeSeries.NoSuchPlacement({ placement: input.placement })),
  evolve: (state, { at, facts: { placement } }) => ({
    ...state,
    _tag: "Changing",
    revision: state.revision + 1,
    placements: Arrays.map(state.placements, (one) => (one.id === placement ? { ...one, withdrawn: at } : one))
  }),
  performs: keeps
})

/** From now on no code of the series is redeemed, whatever was on its way. */
export const Stop = step({
  title: { zh: "停止", en: "stop" },
  from: ["Issuing", "Issued", "Running", "Changing"],
  to: ["Stopping"],
  by: "codes.stop",
  input: { reason: Remark.Reason },
  evolve: (state, { at, facts }) => ({
    ...state,
    ...facts,
    _tag: "Stopping",
    revision: state.revision + 1,
    until: DateTime.min(at, state.until)
  }),
  performs: keeps
})
