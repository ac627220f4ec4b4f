/**
 * Why a step was not accepted, whichever process it belongs to.
 *
 * @module
 */
import { DateTime, Schema } from "effect"
import { Moment } from "../calendar/Moment.ts"
import { Bilingual } from "../finding/Bilingual.ts"
import { excerpt, nearest } from "../finding/Nearest.ts"
import { Actor, Child, Clock, describe, PersonId } from "./Actor.ts"
import { HandbookVersion } from "./Case.ts"

/** The step makes no sense where the case stands. */
export class OutOfOrder extends Schema.TaggedError<OutOfOrder>()("Process.OutOfOrder", {
  step: Schema.String,
  state: Schema.String
}) {
  override get message() {
    return `${this.step} cannot be done while the case is ${this.state}.`
  }
}

/** The step is for somebody else: another permission, or not a person's at all. */
export class NotPermitted extends Schema.TaggedError<NotPermitted>()("Process.NotPermitted", {
  step: Schema.String,
  by: Actor,
  needs: Schema.String
}) {
  override get message() {
    return `${this.step} needs ${this.needs}, and ${describe(this.by)} does not have it.`
  }
}

/** The same person did the other half of what two people must do. */
export class NotSeparate extends Schema.TaggedError<NotSeparate>()("Process.NotSeparate", {
  step: Schema.String,
  did: Schema.String,
  person: PersonId
}) {
  override get message() {
    return `${this.person} did ${this.did}, so somebody else has to do ${this.step}.`
  }
}

/** The rules that were given are not those that the case began under. */
export class OtherHandbook extends Schema.TaggedError<OtherHandbook>()("Process.OtherHandbook", {
  begun: HandbookVersion,
  given: HandbookVersion
}) {
  override get message() {
    return `The case runs under handbook ${this.begun}, not ${this.given}.`
  }
}

/** The step is about an account of which the handbook says nothing. */
export class UnknownAccount extends Schema.TaggedError<UnknownAccount>()("Process.UnknownAccount", {
  step: Schema.String,
  account: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  override get message() {
    const meant = nearest(this.account, this.known)
    const hint = meant === undefined ? `it has ${this.known.join(", ") || "none"}` : `did you mean ${meant}?`
    return `${this.step} is for the account ${excerpt(this.account)}, which the handbook does not have: ${hint}`
  }
}

/** The deadline is not one that fires the step, does not run, or has fired that rung already. */
export class NotDue extends Schema.TaggedError<NotDue>()("Process.NotDue", { step: Schema.String, by: Clock }) {
  override get message() {
    return `${this.step} is not what ${describe(this.by)} fires now.`
  }
}

/** The step is not the one that hears of such an end of a case. */
export class NotHeard extends Schema.TaggedError<NotHeard>()("Process.NotHeard", { step: Schema.String, by: Child }) {
  override get message() {
    return `${this.step} is not what hears of ${describe(this.by)}.`
  }
}

/** Another case suspends the step, for as long as it stands. */
export class Suspended extends Schema.TaggedError<Suspended>()("Process.Suspended", {
  step: Schema.String,
  /** The process and the name of the case that suspends it, and what people call the process. */
  process: Schema.String,
  case: Schema.String,
  title: Bilingual,
  /** Who has it in hand meanwhile, and until when, where that is known. */
  heldBy: Schema.optionalKey(PersonId),
  until: Schema.optionalKey(Moment)
}) {
  override get message() {
    const by = this.heldBy === undefined ? "" : ` of ${this.heldBy}`
    const until = this.until === undefined ? "" : ` until ${DateTime.formatIso(this.until)}`
    return `${this.step} is suspended by ${this.process} ${this.case}${by}${until}.`
  }
}

/** The step needs something that no case grants now. */
export class NotGranted extends Schema.TaggedError<NotGranted>()("Process.NotGranted", {
  step: Schema.String,
  grant: Schema.String,
  /** Of which thing it has to be granted. */
  of: Schema.String
}) {
  override get message() {
    return `${this.step} needs that somebody grants ${this.grant} of ${excerpt(this.of)}, and nobody does.`
  }
}

/** Whether something else stands in the way of the step, so that it can be taken when that does no longer. */
export const isForNow = (refusal: unknown): refusal is Suspended | NotGranted =>
  refusal instanceof Suspended || refusal instanceof NotGranted

/** Every refusal that the kernel itself gives; a process adds its own. */
export type Refusal =
  | OutOfOrder
  | NotPermitted
  | NotDue
  | NotHeard
  | NotSeparate
  | OtherHandbook
  | UnknownAccount
  | Suspended
  | NotGranted
