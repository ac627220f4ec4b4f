/**
 * A notice: what the house itself has to tell people, until one of them has it.
 *
 *     Open ─Acknowledge→ Acknowledged        while it is open, everybody of the chain is told in turn, with growing pauses
 *
 * This file holds the words, `NoticeProcess` the rules, `Chain` who is told, and `Notices` says of what there are notices.
 *
 * @module
 */
import { Schema } from "effect"
import { PersonId } from "../process/Actor.ts"
import { Allowance } from "../process/Allowance.ts"
import { Message, notify } from "../process/Notify.ts"
import { define } from "../process/Process.ts"
import * as Chain from "./Chain.ts"

/** Which case it is about, and what is to be told. */
export const matter = {
  process: Schema.String,
  case: Schema.String,
  message: Message,
  /** Whom it has not reached. */
  missed: Schema.optionalKey(PersonId)
}

const told = { ...matter, ...Chain.told }

/** The builders of the process, with its words. */
export const notice = define("Notice", {
  title: { zh: "通知", en: "notice" },
  settings: {
    ...Chain.policy,
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
