/**
 * What becomes of tickets, from the list of everything that was ever done (transactions), by number.
 *
 * Numbers are given out before what they are for is stored: a lower one may turn up after a higher one was read. So a stretch below what was read is
 * read again, and what was heard there is remembered in the cursor.
 *
 * @module
 */
import { Moment } from "@dualops/core/calendar"
import { Ticket } from "@dualops/core/customer-desk"
import { Reading } from "@dualops/core/operations"
import { Effect, Option, Schema } from "effect"
import { quoted, type RtApi } from "./RtApi.ts"
import { numberOf, type RtRecord, textOf } from "./RtRecord.ts"
import { standingOf } from "./RtTicket.ts"

/** How far below what was read the list is read again. */
export const overlap = 200

const Numbers = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))
const Read = Schema.fromJsonString(Schema.Struct({ to: Numbers, heard: Schema.Array(Numbers) }))

const fields = ["ObjectId", "Type", "OldValue", "NewValue", "Created"]

/** Changes told at once; where there are as many, there may be more. */
const most = 100

/** What has changed since. */
export const changesSince = Effect.fn("RtFeed.changesSince")(function* (
  api: RtApi,
  queues: ReadonlyArray<string>,
  cursor: Ticket.Cursor | undefined
) {
  const { heard, to } = yield* positionOf(cursor)
  const from = Math.max(0, to - overlap)
  const isIn = queues.map((queue) => `TicketQueue = ${quoted(queue)}`).join(" OR ")
  const query = `ObjectType = 'RT::Ticket' AND (Type = 'Status' OR (Type = 'AddLink' AND Field = 'MergedInto')) AND (${isIn})`
  // What was heard stands in the stretch that is read again: beyond it there has to be room for what is new.
  const records = yield* api.search("transactions", query, fields, from, heard.length + most)
  const known = new Set(heard)
  const fresh = records.filter((record) => !known.has(numberOf(record) ?? 0))
  const changes = yield* Effect.forEach(fresh, (record) => changeOf(record))
  const numbers = records.map((record) => numberOf(record) ?? 0)
  const reached = Math.max(to, ...numbers)
  const kept = numbers.filter((number) => number > reached - overlap)
  return {
    changes: changes.flatMap((change) => change ?? []),
    cursor: reached === to && fresh.length === 0 && cursor !== undefined ? cursor : cursorAt(reached, kept),
    more: fresh.length >= most
  } satisfies Ticket.Changes
})

const positionOf = (cursor: Ticket.Cursor | undefined) =>
  cursor === undefined
    ? Effect.succeed({ to: 0, heard: [] })
    : Effect.mapError(
        Schema.decodeEffect(Read)(cursor),
        () => new Reading.NotShown({ code: "cursor", detail: "the cursor is not one of Request Tracker" })
      )

const cursorAt = (to: number, heard: ReadonlyArray<number>): Ticket.Cursor =>
  Ticket.Cursor.make(JSON.stringify({ to, heard }))

const momentOf = Schema.decodeUnknownOption(Moment.Moment)

/** The change that a transaction is; nothing where nothing has changed. One that cannot be read stops the reading: it must not be passed over. */
const changeOf = (record: RtRecord): Effect.Effect<Ticket.Change | undefined, Reading.TryLater> => {
  const [id, ticket] = [numberOf(record), numberOf(record, "ObjectId")]
  const [from, to, at] = [
    textOf(record, "OldValue"),
    textOf(record, "NewValue"),
    Option.getOrUndefined(momentOf(record.Created))
  ]
  if (id === undefined || ticket === undefined || to === undefined || at === undefined) {
    const detail = `transaction ${id ?? "without a number"} cannot be read`
    return Effect.fail(new Reading.TryLater({ code: "unreadable", detail }))
  }
  const change = { id: String(id), ticket: Ticket.TicketId.make(String(ticket)), at }
  if (textOf(record, "Type") === "AddLink") {
    const into = /\/ticket\/(\d+)$/.exec(to)?.[1]
    if (into === undefined || into === String(ticket)) return Effect.succeed(undefined)
    const merged = { status: "other", says: `merged into ${into}` } as const
    return Effect.succeed({
      ...change,
      from: { status: "other", says: "" },
      to: merged,
      into: Ticket.TicketId.make(into)
    })
  }
  if (from === to) return Effect.succeed(undefined)
  return Effect.succeed({ ...change, from: standingOf(from ?? ""), to: standingOf(to) })
}
