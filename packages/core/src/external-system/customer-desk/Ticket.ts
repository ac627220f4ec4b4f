/**
 * The words of a customer desk: a ticket, what it is opened with, what is noted on it, and what becomes of it.
 *
 * @module
 */
import { Schema } from "effect"
import { FanId } from "../../account/FanId.ts"
import * as Personal from "../../account/Personal.ts"
import { PostId } from "../../account/PostId.ts"
import { Moment } from "../../calendar/Moment.ts"
import { DeskKey } from "./DeskKey.ts"

/** A ticket's id at the desk. */
export const TicketId = Schema.NonEmptyString.check(Schema.isMaxLength(100)).pipe(Schema.brand("TicketId"))
/** A ticket's id at the desk. */
export type TicketId = typeof TicketId.Type

/** How soon the desk takes it up. "weibo first" goes before everything that came by other ways. */
export const Priority = Schema.Literals(["weibo first", "normal", "low"])
/** How soon the desk takes it up. */
export type Priority = typeof Priority.Type

/** How far a ticket has come: nobody has it yet, somebody has, somebody outside the desk is waited for, or the problem is solved. */
export const Status = Schema.Literals(["new", "open", "waiting", "solved"])
/** How far a ticket has come. */
export type Status = typeof Status.Type

/**
 * How far a ticket has come, in the words of this house and in the desk's own. "other" is what has no word here: a rejected ticket is not a solved
 * one, and nobody guesses.
 */
export const Standing = Schema.Struct({
  status: Schema.Literals([...Status.literals, "other"]),
  says: Schema.String
})
/** How far a ticket has come, in the words of this house and in the desk's own. */
export type Standing = typeof Standing.Type

/** A fan as a desk knows them. The name is hostile text. */
export const Customer = Schema.Struct({ fan: FanId, name: Schema.String.annotate(Personal.text) })
/** A fan as a desk knows them. */
export type Customer = typeof Customer.Type

/** What a ticket is opened with. Subject and text hold words of fans: a desk shows them as plain text (`DeskText`). */
export const Opening = Schema.Struct({
  /** The same at every try: of one key there is one ticket. */
  key: DeskKey,
  customer: Customer,
  subject: Schema.String.annotate(Personal.text),
  text: Schema.String.annotate(Personal.text),
  priority: Priority,
  /** The post below which it was written. */
  post: Schema.optionalKey(PostId),
  /** What the fan wrote, by its id at the platform. */
  interaction: Schema.optionalKey(Schema.NonEmptyString)
})
/** What a ticket is opened with. */
export type Opening = typeof Opening.Type

/** The ticket of a key, and whether this call has opened it. */
export const Opened = Schema.Struct({ ticket: TicketId, created: Schema.Boolean })
/** The ticket of a key, and whether this call has opened it. */
export type Opened = typeof Opened.Type

/** What is noted on a ticket for those who work on it; the customer does not see it. */
export interface Note {
  /** The same at every try: of one key there is one note on a ticket. */
  readonly key: DeskKey
  readonly text: string
}

/** A ticket as it stands at the desk. */
export interface Ticket {
  /** Another one than was asked for, where the desk has merged that into this. */
  readonly id: TicketId
  /** Left out where the desk does not say it, as of a ticket that nobody here has opened. */
  readonly key?: string
  /** The fans whose it is: several, where the desk has merged their tickets, and none where it does not say. */
  readonly fans: ReadonlyArray<FanId>
  readonly subject: string
  readonly standing: Standing
  /** Left out where the desk's own word has none here. */
  readonly priority?: Priority
}

/** A ticket has come further, was taken back, or was merged into another one, which is "other" and said. */
export const Change = Schema.Struct({
  /** The same however often it is read. */
  id: Schema.NonEmptyString,
  ticket: TicketId,
  from: Standing,
  to: Standing,
  /** The ticket that it was merged into: what becomes of that one is what becomes of this. */
  into: Schema.optionalKey(TicketId),
  at: Moment
})
/** A ticket has come further, or was taken back. */
export type Change = typeof Change.Type

/** How far the changes of a desk have been read; only the desk can read it. */
export const Cursor = Schema.NonEmptyString.pipe(Schema.brand("DeskCursor"))
/** How far the changes of a desk have been read. */
export type Cursor = typeof Cursor.Type

/** What has changed since a cursor, the oldest first, and whether there is more to read at once. */
export interface Changes {
  readonly changes: ReadonlyArray<Change>
  readonly cursor: Cursor
  readonly more: boolean
}
