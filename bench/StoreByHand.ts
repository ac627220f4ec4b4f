/**
 * The rows of an append on SQLite, written by hand in a transaction.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite"
import type { EventLog } from "@dualops/core/operations"
import type * as Bench from "./Bench.ts"

/** The least that an append can cost: the same rows, written by hand. */
export const make = (file: string, commit: () => EventLog.Commit): Bench.Contender & { readonly close: () => void } => {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE events (position INTEGER PRIMARY KEY, process TEXT, case_id TEXT, version INTEGER, key TEXT, event TEXT,
      UNIQUE (process, case_id, version), UNIQUE (process, case_id, key));
    CREATE TABLE actions (number INTEGER PRIMARY KEY, key TEXT UNIQUE, process TEXT, case_id TEXT, version INTEGER, name TEXT,
      request TEXT, not_before INTEGER DEFAULT 0);
    CREATE INDEX actions_not_before ON actions (not_before);
    CREATE TABLE deadlines (number INTEGER PRIMARY KEY, process TEXT, case_id TEXT, name TEXT, version INTEGER, fires TEXT,
      due_at INTEGER);
    CREATE INDEX deadlines_case ON deadlines (process, case_id);
    CREATE INDEX deadlines_due_at ON deadlines (due_at)`)
  const insertEvent = database.prepare(
    "INSERT INTO events (process, case_id, version, key, event) VALUES (?, ?, 1, 'ask', ?)"
  )
  const insertAction = database.prepare(
    "INSERT INTO actions (key, process, case_id, version, name, request) VALUES (?, ?, ?, 1, 'tell', ?)"
  )
  const forget = database.prepare("DELETE FROM deadlines WHERE process = ? AND case_id = ?")
  const insertDeadline = database.prepare(
    "INSERT INTO deadlines (process, case_id, name, version, fires, due_at) VALUES (?, ?, 'answer', 1, 'Escalate', ?)"
  )
  const stored = database.prepare("SELECT MAX(position) AS n FROM events")
  const once = () => {
    for (let step = 0; step < 100; step++) {
      const { case: id, event, process, timers } = commit()
      database.exec("BEGIN IMMEDIATE")
      insertEvent.run(process, id, JSON.stringify(event))
      forget.run(process, id)
      insertDeadline.run(process, id, timers[0]?.at.epochMilliseconds ?? 0)
      insertAction.run(`${id}/notify`, process, id, JSON.stringify(event))
      database.exec("COMMIT")
    }
    return stored.get()?.n === undefined ? Number.NaN : 100
  }
  return { name: "append, by hand on node:sqlite (full)", units: 100, once, close: () => database.close() }
}
