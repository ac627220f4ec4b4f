/**
 * A warning: that a deadline of a case is going to run out, told while somebody can still do something about it.
 *
 *     Open ─Arrive→ Told          whom it does not reach is passed over, and the next of the chain is told
 *       └─Lapse→ Lapsed           the deadline itself has run out, and says so itself
 *
 * This file holds the words, `WarningProcess` the rules, `Chain` who is told, and `Warnings` says when there is one.
 *
 * @module
 */
import { Schema } from "effect"
import { Moment } from "../calendar/Moment.ts"
import { PersonId } from "../process/Actor.ts"
import { Message, notify } from "../process/Notify.ts"
import { define } from "../process/Process.ts"
import * as Chain from "./Chain.ts"

/** Which deadline of which case it is about, and what is to be told. */
export const matter = {
  process: Schema.String,
  case: Schema.String,
  deadline: Schema.String,
  /** When the deadline began to run. */
  since: Moment,
  /** When it runs out. */
  until: Moment,
  message: Message,
  /** The people whom the case waits for. */
  awaited: Schema.Array(PersonId)
}

const told = { ...matter, ...Chain.told }

/** The builders of the process, with its words. */
export const warning = define("Warning", {
  title: { zh: "到期提醒", en: "warning" },
  settings: Chain.policy,
  states: {
    Open: { title: { zh: "通知中", en: "under way" }, ...told },
    Told: { title: { zh: "已通知", en: "told" }, ...told },
    Lapsed: { title: { zh: "已到期", en: "lapsed" }, ...told }
  },
  actions: { notify }
})

/** What a handbook says of warnings. */
export const Settings = warning.Settings
/** What a handbook says of warnings. */
export type Settings = typeof Settings.Type
/** Where a warning stands. */
export type State = typeof warning.State.Type
/** A warning that not everybody has whom it is for. */
export type Open = Extract<State, { readonly _tag: "Open" }>

/** A warning that everybody has whom it is for, or somebody else where none of them was reached. */
export type Told = Extract<State, { readonly _tag: "Told" }>

/** Whether somebody has it. */
export const isHeard = ({ inVain, turn }: Pick<State, "inVain" | "turn">): boolean => inVain < turn

/** Whose turn it is: everybody whom the case waits for, and those after them until one is reached; nobody when all have had theirs. */
export const toTell = (warning: Open): PersonId | undefined =>
  warning.turn < warning.awaited.length || !isHeard(warning) ? warning.chain[warning.turn] : undefined
