/**
 * A claim: somebody has a fan in hand, and nobody else speaks to that fan meanwhile. One voice, however many answer.
 *
 *     Held ─Release→ Released      for as long as a lease; Keep makes it last, and without that it lapses
 *       └─Lapse→ Lapsed
 *
 * The words stand here; the rules in `ClaimProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { Wait } from "../../calendar/TimeSpan.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { PersonId } from "../../process/Actor.ts"
import { define } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"

/** Whom somebody wants to have in hand. */
export const wish = { account: AccountId, fan: FanId }
const held = { ...wish, by: PersonId }

/** The builders of the process, with its words. */
export const claim = define("Claim", {
  title: { zh: "认领", en: "claim" },
  settings: {
    /** How long a claim lasts, unless whoever has it keeps it. */
    lease: Wait
  },
  states: {
    Held: { title: { zh: "处理中", en: "held" }, ...held, until: Moment },
    Released: { title: { zh: "已放开", en: "released" }, ...held },
    Lapsed: { title: { zh: "已过期", en: "lapsed" }, ...held }
  }
})

/** What a handbook says of claims. */
export type Settings = typeof claim.Settings.Type
/** Where a claim stands. */
export type State = typeof claim.State.Type

/** The claim is another's. */
export class NotYours extends Schema.TaggedError<NotYours>()("Claim.NotYours", { by: PersonId }) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return { zh: `由 ${called(this.by)} 认领。`, en: `The claim is ${called(this.by)}'s.` }
  }
  override get message() {
    return this.said().en
  }
}
