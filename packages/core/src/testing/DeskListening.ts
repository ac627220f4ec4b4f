/**
 * Reads a desk's changes as far as they go.
 *
 * @module
 */
import { Effect } from "effect"
import { CustomerDesk } from "../external-system/customer-desk/CustomerDesk.ts"
import type { Change, Cursor, TicketId } from "../external-system/customer-desk/Ticket.ts"

/** Everything since a cursor, each change once; where so many are expected, it is asked until they are there, for some desks find late. */
export const heardSince = Effect.fnUntraced(function* (since: Cursor | undefined, expected = 0) {
  const desk = yield* CustomerDesk
  const heard = new Map<string, Change>()
  let read = yield* desk.changesSince(since)
  for (let looks = 0; ; looks++) {
    for (const change of read.changes) heard.set(change.id, change)
    if (!read.more && (heard.size >= expected || looks > 200)) break
    if (!read.more) yield* Effect.sleep("20 millis")
    read = yield* desk.changesSince(read.cursor)
  }
  return { changes: [...heard.values()], cursor: read.cursor }
})

/** What changes say, in short; of one ticket, where it is told. */
export const moves = (changes: ReadonlyArray<Change>, of?: TicketId): ReadonlyArray<string> =>
  changes
    .filter(({ ticket }) => of === undefined || ticket === of)
    .map(({ from, to }) => `${from.status} > ${to.status}`)
