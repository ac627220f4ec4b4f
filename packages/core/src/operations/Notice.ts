/**
 * A notice: what the house itself has to tell people, until one of them has it.
 *
 *     Open ─Acknowledge→ Acknowledged        while it is open, everybody of the chain is told in turn, with growing pauses
 *
 * Nobody who can be reached may be left out because somebody else cannot: whom a message does not reach is passed over at once, and the
 * next of the chain is told. This file holds the words, `NoticeProcess` the rules, and `Notices` says of what there are notices.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual } from "../finding/Bilingual.ts"
import { PersonId } from "../process/Actor.ts"
import { Allowance } from "../process/Allowance.ts"
import { notify } from "../process/Notify.ts"
import { define } from "../process/Process.ts"

/** Which case it is about, and what is to be told. */
export const matter = {
  process: Schema.String,
  case: Schema.String,
  message: Bilingual,
  /** Whom it has not reached. */
  missed: Schema.optionalKey(PersonId)
}

const told = {
  ...matter,
  /** Who is told, in turn. */
  chain: Schema.NonEmptyArray(PersonId),
  /** How many of the chain have had their turn. */
  turn: Schema.Int,
  /** How many it has not reached, one after the other. */
  inVain: Schema.Int
}

/** The builders of the process, with its words. */
export const notice = define("Notice", {
  title: { zh: "通知", en: "notice" },
  settings: {
    /** Who is told first. */
    lead: PersonId,
    /** Who is told after the lead, in turn. */
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long it may wait before the next is told. */
    attention: Allowance
  },
  states: {
    Open: { title: { zh: "待处理", en: "open" }, ...told },
    Acknowledged: { title: { zh: "已确认", en: "acknowledged" }, ...told, note: Schema.String, by: PersonId }
  },
  actions: { notify }
})

/** What a handbook says of notices. */
export const Settings = notice.Settings
/** What a handbook says of notices. */
export type Settings = typeof Settings.Type
/** Where a notice stands. */
export type State = typeof notice.State.Type
/** A notice that nobody has acknowledged. */
export type Open = Extract<State, { readonly _tag: "Open" }>

/** The chain, beginning behind the one whose turn it is. */
export const after = ({ chain, turn }: Open): Open["chain"] => {
  const next = (turn + 1) % chain.length
  const [first = chain[0], ...others] = [...chain.slice(next), ...chain.slice(0, next)]
  return [first, ...others]
}

/** Whose turn it is. */
export const toTell = ({ chain, turn }: Open): PersonId => chain[turn % chain.length] ?? chain[0]
