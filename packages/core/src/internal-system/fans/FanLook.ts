/**
 * A look at a fan's account, as it is kept: what share of the fans is dead is said of those who were looked at and of nobody else.
 *
 * @module
 */
import { Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import * as Observation from "../../observations/Observation.ts"
import { type Look, Reason } from "./DeadFans.ts"

/** What a look at a fan's account came to. */
export const kind = Observation.define("FanLook", {
  title: { zh: "粉丝账号查看", en: "Look at a fan's account" },
  facts: {
    is: Schema.Literals(["alive", "unknown", "dead"]),
    /** Why the account is taken for a dead one. */
    reasons: Schema.Array(Reason)
  },
  personal: { fan: FanId }
})

/** A look as it was kept: a dead one without a reason is none that anybody could explain. */
export const lookOf = ({ is, reasons: [first, ...others] }: (typeof kind)["facts"]["Type"]): Look =>
  is !== "dead" ? { is } : first === undefined ? { is: "unknown" } : { is, reasons: [first, ...others] }
