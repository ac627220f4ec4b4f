/**
 * The tables again, as SQLite keeps them from here on: every column holds what it says and nothing else. Left to itself SQLite takes any
 * value in any column, and one word where a number belongs stops every query that meets it.
 *
 * @module
 */
import { Effect } from "effect"
import { SqlClient } from "effect/sql"

/** No moment that a program can name lies beyond these, in milliseconds since 1970. */
export const latest = 8_640_000_000_000_000

const moment = (column: string) => `${column} INTEGER NOT NULL CHECK (${column} BETWEEN ${-latest} AND ${latest})`
const flag = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} IN (0, 1))`
const count = (column: string, from: number) => `${column} INTEGER NOT NULL CHECK (${column} >= ${from})`
const json = (column: string) => `${column} TEXT NOT NULL CHECK (json_valid(${column}))`
const ofCase = "process TEXT NOT NULL, case_id TEXT NOT NULL"

const tables: Readonly<Record<string, ReadonlyArray<string>>> = {
  dualops_events: [
    "position INTEGER PRIMARY KEY",
    ofCase,
    count("version", 1),
    "key TEXT NOT NULL",
    json("event"),
    "UNIQUE (process, case_id, version)",
    "UNIQUE (process, case_id, key)"
  ],
  dualops_actions: [
    "number INTEGER PRIMARY KEY",
    "key TEXT NOT NULL UNIQUE",
    ofCase,
    count("version", 1),
    "name TEXT NOT NULL",
    json("request"),
    `not_before INTEGER NOT NULL DEFAULT 0 CHECK (not_before BETWEEN ${-latest} AND ${latest})`,
    "tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0)",
    flag("handed_out"),
    flag("interrupted")
  ],
  dualops_deadlines: [
    "number INTEGER PRIMARY KEY",
    ofCase,
    "name TEXT NOT NULL",
    count("version", 1),
    "fires TEXT NOT NULL",
    moment("due_at")
  ],
  dualops_belongings: ["thing TEXT NOT NULL PRIMARY KEY", ofCase],
  dualops_calls: ["counter TEXT NOT NULL", moment("begins"), count("used", 0), "PRIMARY KEY (counter, begins)"],
  dualops_inbox: [
    "key TEXT NOT NULL PRIMARY KEY",
    moment("busy_until"),
    "done INTEGER NOT NULL CHECK (done IN (0, 1))"
  ],
  dualops_firsts: ["key TEXT NOT NULL PRIMARY KEY", "value TEXT NOT NULL", moment("keep_until")],
  dualops_cursors: [
    "account TEXT NOT NULL",
    "source TEXT NOT NULL",
    json("cursor_json"),
    "PRIMARY KEY (account, source)"
  ]
}

const indexes: ReadonlyArray<string> = [
  "dualops_actions_not_before ON dualops_actions (not_before)",
  "dualops_actions_process ON dualops_actions (process, not_before)",
  "dualops_deadlines_case ON dualops_deadlines (process, case_id)",
  "dualops_deadlines_due_at ON dualops_deadlines (due_at)",
  "dualops_deadlines_process ON dualops_deadlines (process, due_at)",
  "dualops_firsts_keep_until ON dualops_firsts (keep_until)"
]

const rebuild = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  for (const [table, columns] of Object.entries(tables)) {
    yield* sql.unsafe(`ALTER TABLE ${table} RENAME TO ${table}_former`)
    yield* sql.unsafe(`CREATE TABLE ${table} (${columns.join(", ")}) STRICT`)
    yield* sql.unsafe(`INSERT INTO ${table} SELECT * FROM ${table}_former`)
    yield* sql.unsafe(`DROP TABLE ${table}_former`)
  }
  for (const index of indexes) yield* sql.unsafe(`CREATE INDEX ${index}`)
})

/**
 * The migration: what stands in the tables is carried over, and the clocks of the workers get a table. A row that is not what its table
 * says stops it, and nothing is changed.
 */
export const migration = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const isPostgres = sql.onDialectOrElse({ pg: () => true, orElse: () => false })
  if (!isPostgres) yield* rebuild
  const worker = isPostgres ? "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY" : "INTEGER PRIMARY KEY"
  yield* sql.unsafe(`CREATE TABLE dualops_workers (
    worker ${worker},
    shows BIGINT NOT NULL,
    own_at BIGINT NOT NULL,
    beats BIGINT NOT NULL
  )`)
})
