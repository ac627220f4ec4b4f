/**
 * The rows of an append on SQLite, written by hand in a transaction: into the tables of the store, with the statements that it has one by one, and into
 * tables that have no more than an event, an action and a deadline need.
 *
 * @module
 */
import { DatabaseSync, type SQLInputValue } from "node:sqlite"
import { NodeSqlite, SqlStore } from "@dualops/adapter-sql"
import type { EventLog } from "@dualops/core/operations"
import { Effect, Layer } from "effect"
import type * as Bench from "./Bench.ts"

interface ByHand extends Bench.Contender {
  readonly close: () => void
}

/** The same rows in the same tables. */
export const same = (file: string, commit: () => EventLog.Commit): ByHand => {
  Effect.runSync(
    Effect.scoped(Layer.build(Layer.provide(SqlStore.layer, NodeSqlite.layer({ filename: file })))).pipe(Effect.orDie)
  )
  const ofCase = "process = ? AND case_id = ?"
  return writing("append, by hand into the same tables", file, "", ({ run }) => {
    const event = run(`INSERT INTO dualops_events (process, case_id, version, key, state, due_at, event)
      SELECT ?, ?, 1, ?, ?, NULL, ? WHERE (SELECT COALESCE(MAX(version), 0) FROM dualops_events WHERE ${ofCase}) = 0`)
    const tag = run("INSERT INTO dualops_tags (tag, position, process, case_id) VALUES (?, last_insert_rowid(), ?, ?)")
    const forget = run(`DELETE FROM dualops_deadlines WHERE ${ofCase}`)
    const timer = run(`INSERT INTO dualops_deadlines (process, case_id, name, rung, version, fires, due_at)
      VALUES (?, ?, ?, ?, 1, ?, ?)`)
    const action = run(`INSERT INTO dualops_actions (process, case_id, key, version, step, name, request)
      VALUES (?, ?, ?, 1, ?, ?, ?)`)
    return () => {
      const { actions, case: id, event: what, key, process, state, tags, timers } = commit()
      event(process, id, key, state, JSON.stringify(what), process, id)
      for (const name of tags) tag(name, process, id)
      forget(process, id)
      for (const { at, fires, name, rung } of timers) timer(process, id, name, rung, fires, at.epochMilliseconds)
      for (const { key: of, name, request, step } of actions)
        action(process, id, of, step, name, JSON.stringify(request))
    }
  })
}

/** The least that an append can cost: no tags, no rungs, fewer indexes and no checks. */
export const least = (file: string, commit: () => EventLog.Commit): ByHand =>
  writing(
    "append, by hand into the least tables",
    file,
    `CREATE TABLE events (position INTEGER PRIMARY KEY, process TEXT, case_id TEXT, version INTEGER, key TEXT, event TEXT,
      UNIQUE (process, case_id, version), UNIQUE (process, case_id, key));
    CREATE TABLE actions (number INTEGER PRIMARY KEY, key TEXT UNIQUE, process TEXT, case_id TEXT, version INTEGER, name TEXT,
      request TEXT, not_before INTEGER DEFAULT 0);
    CREATE INDEX actions_not_before ON actions (not_before);
    CREATE TABLE deadlines (number INTEGER PRIMARY KEY, process TEXT, case_id TEXT, name TEXT, version INTEGER, fires TEXT,
      due_at INTEGER);
    CREATE INDEX deadlines_case ON deadlines (process, case_id);
    CREATE INDEX deadlines_due_at ON deadlines (due_at)`,
    ({ run }) => {
      const event = run("INSERT INTO events (process, case_id, version, key, event) VALUES (?, ?, 1, 'ask', ?)")
      const action = run(`INSERT INTO actions (key, process, case_id, version, name, request)
        VALUES (?, ?, ?, 1, 'tell', ?)`)
      const forget = run("DELETE FROM deadlines WHERE process = ? AND case_id = ?")
      const timer = run(`INSERT INTO deadlines (process, case_id, name, version, fires, due_at)
        VALUES (?, ?, 'answer', 1, 'Escalate', ?)`)
      return () => {
        const { case: id, event: what, process, timers } = commit()
        event(process, id, JSON.stringify(what))
        forget(process, id)
        timer(process, id, timers[0]?.at.epochMilliseconds ?? 0)
        action(`${id}/notify`, process, id, JSON.stringify(what))
      }
    }
  )

interface Running {
  readonly run: (sql: string) => (...values: ReadonlyArray<SQLInputValue>) => void
}

const writing = (name: string, file: string, tables: string, appending: (database: Running) => () => void): ByHand => {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; ${tables}`)
  const run: Running["run"] = (sql) => {
    const statement = database.prepare(sql)
    return (...values) => void statement.run(...values)
  }
  const [begin, commit] = [run("BEGIN IMMEDIATE"), run("COMMIT")]
  const append = appending({ run })
  const once = () => {
    for (let step = 0; step < 100; step++) {
      begin()
      append()
      commit()
    }
    return 100
  }
  return { name: `${name} (full)`, units: 100, once, close: () => database.close() }
}
