/**
 * A customer desk of one's own: tickets in a SQLite file, as a small shop may have them. The whole adapter is the port's five functions; its test is
 * one call of the port's suite (`own-desk.test.ts`).
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite"
import { FanId } from "@dualops/core/account"
import { Moment } from "@dualops/core/calendar"
import { CustomerDesk, DeskText, Ticket } from "@dualops/core/customer-desk"
import { Reading, Writing } from "@dualops/core/operations"
import { Effect, Layer, Schema } from "effect"

// #region tables
/** A key has one ticket, and a note one key, because the database says so: no second one can be stored, whoever asks. */
const tables = `
  CREATE TABLE IF NOT EXISTS ticket (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, fan TEXT NOT NULL, name TEXT NOT NULL,
    subject TEXT NOT NULL, text TEXT NOT NULL, priority TEXT NOT NULL, status TEXT NOT NULL DEFAULT 'new');
  CREATE TABLE IF NOT EXISTS note (ticket INTEGER NOT NULL, key TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (ticket, key));
  CREATE TABLE IF NOT EXISTS change (id INTEGER PRIMARY KEY AUTOINCREMENT, ticket INTEGER NOT NULL, old TEXT NOT NULL,
    new TEXT NOT NULL, at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')));
  CREATE TRIGGER IF NOT EXISTS changed AFTER UPDATE OF status ON ticket WHEN OLD.status <> NEW.status
    BEGIN INSERT INTO change (ticket, old, new) VALUES (NEW.id, OLD.status, NEW.status); END;`
const byId = "SELECT * FROM ticket WHERE CAST(id AS TEXT) = ?"
const opens = `INSERT INTO ticket (key, fan, name, subject, text, priority) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`
const notes = "INSERT INTO note (key, text, ticket) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
// #endregion

// #region words
/** Rows are decoded, never trusted: somebody else writes this file as well. */
const [text, number] = [Schema.String, Schema.Int]
const Row = Schema.Struct({ id: number, key: text, fan: FanId, subject: text, priority: text, status: text })
const Change = Schema.Struct({ id: number, ticket: number, old: text, new: text, at: Moment.Moment })

/** A status that has no word in this house is "other", and says its own. */
const standingOf = (says: string): Ticket.Standing => ({ status: isStatus(says) ? says : "other", says })
const isStatus = Schema.is(Ticket.Status)
const isPriority = Schema.is(Ticket.Priority)
// #endregion

// #region failures
/** A file that is locked was not written: later. Any other failure of SQLite is a no, for its transactions happen or do not. */
const write = <A>(work: () => A): Effect.Effect<A, Writing.Failure> =>
  Effect.try({
    try: work,
    catch: (error) => {
      const facts = { code: "sqlite", detail: error instanceof Error ? error.message : String(error) }
      return /locked|busy/.test(facts.detail) ? new Writing.TryLater(facts) : new Writing.Refused(facts)
    }
  })

const read = <A, I>(schema: Schema.Codec<A, I>, work: () => unknown): Effect.Effect<A, Reading.Failure> =>
  Effect.try({ try: work, catch: String }).pipe(
    Effect.flatMap(Schema.decodeUnknownEffect(schema)),
    Effect.mapError((error) => new Reading.TryLater({ code: "sqlite", detail: String(error) }))
  )

const noTicket = { code: "no-ticket", detail: "there is no such ticket" }
// #endregion

// #region desk
/** A desk in a SQLite file. */
export const layer = (file: string): Layer.Layer<CustomerDesk> =>
  Layer.effect(CustomerDesk, Effect.map(open(file), deskOf))

const open = (file: string) =>
  Effect.acquireRelease(
    Effect.sync(() => new DatabaseSync(file)),
    (database) => Effect.sync(() => database.close())
  ).pipe(Effect.tap((database) => Effect.sync(() => database.exec(tables))))

const deskOf = (database: DatabaseSync): CustomerDesk["Service"] => ({
  openTicket: Effect.fnUntraced(function* ({ customer, key, priority, subject, text }) {
    const [name, title, whole] = [
      DeskText.line(customer.name, 200),
      DeskText.line(subject, 200),
      DeskText.block(text, 50_000)
    ]
    const { changes } = yield* write(() => database.prepare(opens).run(key, customer.fan, name, title, whole, priority))
    const { fan, id } = yield* read(Row, () => database.prepare("SELECT * FROM ticket WHERE key = ?").get(key)).pipe(
      Effect.mapError(({ code, detail }) => new Writing.Unknown({ code, detail }))
    )
    if (fan !== customer.fan)
      return yield* new Writing.Refused({ code: "another-customer", detail: `${id} is not theirs` })
    return { ticket: Ticket.TicketId.make(String(id)), created: changes === 1 }
  }),
  ticket: Effect.fnUntraced(function* (id) {
    const row = database.prepare(byId).get(id)
    if (row === undefined) return yield* new Reading.NotShown(noTicket)
    const { fan, key, priority, status, subject } = yield* read(Row, () => row)
    return { id, key, fans: [fan], subject, standing: standingOf(status), ...(isPriority(priority) && { priority }) }
  }),
  note: Effect.fnUntraced(function* (ticket, { key, text }) {
    const row = yield* write(() => database.prepare(byId).get(ticket))
    if (row === undefined) return yield* new Writing.Refused(noTicket)
    yield* write(() => database.prepare(notes).run(key, DeskText.block(text, 50_000), ticket))
  }),
  setStatus: Effect.fnUntraced(function* (ticket, status) {
    const update = "UPDATE ticket SET status = ? WHERE CAST(id AS TEXT) = ?"
    const { changes } = yield* write(() => database.prepare(update).run(status, ticket))
    if (changes === 0) return yield* new Writing.Refused(noTicket)
  }),
  changesSince: Effect.fnUntraced(function* (cursor) {
    const since = Number(cursor ?? 0)
    const next = database.prepare("SELECT * FROM change WHERE id > ? ORDER BY id LIMIT 100")
    const rows = yield* read(Schema.Array(Change), () => next.all(since))
    const changes = rows.map(({ at, id, new: to, old, ticket }) => ({
      id: String(id),
      ticket: Ticket.TicketId.make(String(ticket)),
      from: standingOf(old),
      to: standingOf(to),
      at
    }))
    return { changes, cursor: Ticket.Cursor.make(String(rows.at(-1)?.id ?? since)), more: rows.length === 100 }
  })
})
// #endregion
