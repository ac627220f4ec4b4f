/**
 * The tables, as the database keeps them: every column holds what it says and nothing else. Left to itself SQLite takes any value in any
 * column, and one word where a number belongs stops every query that meets it.
 *
 * Moments are kept as milliseconds since 1970, JSON as text: what came in comes out, on every database.
 *
 * @module
 */
import type { Dialect } from "./SqlDialect.ts"

/** No moment that a program can name lies beyond these, in milliseconds since 1970. */
export const latest = 8_640_000_000_000_000

/** What makes the tables and their indexes, in that order. */
export const statements = (dialect: Dialect): ReadonlyArray<string> => {
  const { counter, position } = dialect
  const { count, flag, json, moment, whole } = columnsOf(dialect)
  const ofCase = "process TEXT NOT NULL, case_id TEXT NOT NULL"
  const tables: Readonly<Record<string, ReadonlyArray<string>>> = {
    events: [
      `position ${position}`,
      ofCase,
      count("version", 1),
      "key TEXT NOT NULL",
      "state TEXT NOT NULL",
      `due_at ${whole} CHECK (due_at BETWEEN ${-latest} AND ${latest})`,
      json("event"),
      "UNIQUE (process, case_id, version)",
      "UNIQUE (process, case_id, key)"
    ],
    actions: [
      `number ${counter}`,
      "key TEXT NOT NULL UNIQUE",
      ofCase,
      count("version", 1),
      "step TEXT NOT NULL",
      "name TEXT NOT NULL",
      json("request"),
      moment("not_before", " DEFAULT 0"),
      `tries ${whole} NOT NULL DEFAULT 0 CHECK (tries >= 0)`,
      flag("handed_out"),
      flag("interrupted")
    ],
    deadlines: [
      `number ${counter}`,
      ofCase,
      "name TEXT NOT NULL",
      count("rung", 0),
      count("version", 1),
      "fires TEXT NOT NULL",
      moment("due_at"),
      moment("taken_until", " DEFAULT 0")
    ],
    standings: [`number ${counter}`, "name TEXT NOT NULL", ofCase, count("since", 1), json("terms")],
    refusals: [
      `number ${counter}`,
      ofCase,
      "step TEXT NOT NULL",
      json("acting"),
      "why TEXT NOT NULL",
      "says TEXT NOT NULL",
      "under TEXT NOT NULL",
      moment("first_at"),
      moment("last_at"),
      count("times", 1)
    ],
    belongings: ["thing TEXT NOT NULL PRIMARY KEY", ofCase],
    snapshots: ["projection TEXT NOT NULL PRIMARY KEY", count("position", 0)],
    snapshot_states: [
      `number ${counter}`,
      "projection TEXT NOT NULL",
      "subject TEXT NOT NULL",
      json("state"),
      "UNIQUE (projection, subject)"
    ],
    editions: ["version TEXT NOT NULL", "name TEXT NOT NULL", json("content"), "PRIMARY KEY (version, name)"],
    workers: [`worker ${counter}`, `shows ${whole} NOT NULL`, `own_at ${whole} NOT NULL`, `beats ${whole} NOT NULL`],
    calls: ["counter TEXT NOT NULL", moment("begins"), count("used", 0), "PRIMARY KEY (counter, begins)"],
    inbox: [`number ${counter}`, "key TEXT NOT NULL UNIQUE", moment("keep_until"), flag("done")],
    firsts: [`number ${counter}`, "key TEXT NOT NULL UNIQUE", json("value"), moment("keep_until")],
    cursors: ["account TEXT NOT NULL", "source TEXT NOT NULL", json("cursor_json"), "PRIMARY KEY (account, source)"]
  }
  const tags = [
    "tag TEXT NOT NULL",
    // Of the event that the tag came with first.
    `position ${whole} NOT NULL`,
    ofCase,
    "PRIMARY KEY (tag, position)",
    "UNIQUE (tag, process, case_id)"
  ]
  return [
    ...dialect.besides,
    ...Object.entries(tables).map(([name, columns]) => table(name, columns, dialect.ending)),
    table("tags", tags, dialect.endingOfIndex),
    ...indexes.map((index) => `CREATE INDEX dualops_${index}`)
  ]
}

/** The same for what is heard and counted. */
export const observations = (dialect: Dialect): ReadonlyArray<string> => {
  const { counter, ending, endingOfIndex, position } = dialect
  const { count, json, moment, whole } = columnsOf(dialect)
  return [
    table(
      "observation_series",
      [
        `series ${counter}`,
        "kind TEXT NOT NULL",
        "account TEXT NOT NULL",
        moment("kept_from", ` DEFAULT ${-latest}`),
        // The last position that was forgotten.
        `forgotten ${whole} NOT NULL DEFAULT 0 CHECK (forgotten >= 0)`,
        "UNIQUE (kind, account)"
      ],
      ending
    ),
    table(
      "observations",
      [
        `position ${position}`,
        `series ${whole} NOT NULL`,
        "key TEXT NOT NULL",
        moment("at"),
        "source TEXT NOT NULL",
        json("tags"),
        json("facts"),
        "UNIQUE (series, key)"
      ],
      ending
    ),
    table(
      "observation_tags",
      [
        `series ${whole} NOT NULL`,
        "tag TEXT NOT NULL",
        moment("at"),
        `position ${whole} NOT NULL`,
        "PRIMARY KEY (series, tag, at, position)"
      ],
      endingOfIndex
    ),
    table(
      "observation_persons",
      [
        `position ${whole} NOT NULL`,
        count("nth", 0),
        "person TEXT NOT NULL",
        json("personal"),
        "PRIMARY KEY (position, nth)"
      ],
      endingOfIndex
    ),
    "CREATE INDEX dualops_observations_at ON dualops_observations (series, at, position)",
    "CREATE INDEX dualops_observation_persons_person ON dualops_observation_persons (person)"
  ]
}

/** How often something was erased or forgotten of it: one row. */
export const removals = (dialect: Dialect): ReadonlyArray<string> => [
  table("observation_removals", [columnsOf(dialect).count("times", 0)], dialect.ending),
  "INSERT INTO dualops_observation_removals (times) VALUES (0)"
]

const table = (name: string, columns: ReadonlyArray<string>, ending: string): string =>
  `CREATE TABLE dualops_${name} (${columns.join(", ")})${ending}`

const columnsOf = ({ isJson, whole }: Dialect) => ({
  whole,
  moment: (column: string, or = "") =>
    `${column} ${whole} NOT NULL${or} CHECK (${column} BETWEEN ${-latest} AND ${latest})`,
  flag: (column: string) => `${column} ${whole} NOT NULL DEFAULT 0 CHECK (${column} IN (0, 1))`,
  count: (column: string, from: number) => `${column} ${whole} NOT NULL CHECK (${column} >= ${from})`,
  json: (column: string) => `${column} TEXT NOT NULL${isJson(column)}`
})

const indexes: ReadonlyArray<string> = [
  "actions_process ON dualops_actions (process, not_before)",
  "deadlines_case ON dualops_deadlines (process, case_id)",
  "deadlines_process ON dualops_deadlines (process, due_at)",
  "standings_name ON dualops_standings (name)",
  "standings_case ON dualops_standings (process, case_id)",
  "refusals_case ON dualops_refusals (process, case_id, last_at)",
  "refusals_last_at ON dualops_refusals (last_at)",
  "inbox_keep_until ON dualops_inbox (keep_until)",
  "firsts_keep_until ON dualops_firsts (keep_until)"
]
