/**
 * Where the rows of a figure are: what was heard or counted, of whom, about what, in which span. A figure is one click from its rows.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Place, Query } from "../../observations/ObservationEntry.ts"

/** Observations of a kind, from a moment until before another. */
export const OfObservations = Schema.Struct({
  observations: Schema.NonEmptyString,
  account: AccountId,
  /** Only those that are about this: the name of a tag and an id. */
  tag: Schema.optionalKey(Schema.NonEmptyString),
  from: Moment,
  until: Moment
})
/** Observations of a kind, from a moment until before another. */
export type OfObservations = typeof OfObservations.Type

/** Cases of a process, by what happened to them from a moment until before another. */
export const OfCases = Schema.Struct({
  process: Schema.NonEmptyString,
  account: Schema.optionalKey(AccountId),
  /** Only cases that are in one of these states at the end. */
  states: Schema.optionalKey(Schema.NonEmptyArray(Schema.NonEmptyString)),
  from: Moment,
  until: Moment
})
/** Cases of a process, by what happened to them from a moment until before another. */
export type OfCases = typeof OfCases.Type

/** Where the rows of a figure are. */
export const Trace = Schema.Union([OfObservations, OfCases])
/** Where the rows of a figure are. */
export type Trace = typeof Trace.Type

/** What `ObservationStore.page` is asked for the rows, the oldest first. */
export const query = (
  { account, from, observations, tag, until }: OfObservations,
  limit: number,
  after?: Place
): Query => ({
  kind: observations,
  account,
  ...(tag !== undefined && { tag }),
  from,
  until,
  order: "oldest",
  ...(after !== undefined && { after }),
  limit
})
