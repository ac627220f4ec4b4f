/**
 * How SQLite takes a step in one statement: a row put into a view, which a trigger writes into the tables. Stored one by one, the rows of a step cost a
 * program four times as much before they reach the database.
 *
 * @module
 */
import { mark } from "./StandingMark.ts"

/** Why the trigger takes a step back. */
export const refusals = { hasMovedOn: "dualops: has moved on", isOthers: "dualops: belongs to another" } as const

/** What a step is put into the view as: single values, and lists in JSON where there is anything in them. */
export const columns = [
  "process",
  "case_id",
  "expected",
  "key",
  "state",
  "due_at",
  "event",
  "tags",
  "owns",
  "settles",
  "timers",
  "actions",
  "holds",
  "names",
  "marks",
  "found"
] as const

/** A value of each column, in the order of `columns`. */
export const insert = `INSERT INTO dualops_steps (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`

const ofCase = "process = NEW.process AND case_id = NEW.case_id"
const each = (list: string, ...fields: ReadonlyArray<string>) =>
  `SELECT ${fields.map((field) => `value ->> '${field}'`).join(", ")} FROM json_each(NEW.${list}) WHERE NEW.${list} IS NOT NULL`
const rows = (table: string, list: string, ...fields: ReadonlyArray<string>) =>
  `INSERT INTO dualops_${table} (${fields.join(", ")}) ${each(list, ...fields)}`

/** The view, and the trigger that stores what is put into it: the whole step or nothing. */
export const statements: ReadonlyArray<string> = [
  `CREATE VIEW dualops_steps AS SELECT ${columns.map((column) => `NULL AS ${column}`).join(", ")} WHERE 0`,
  `CREATE TRIGGER dualops_step INSTEAD OF INSERT ON dualops_steps BEGIN
    INSERT INTO dualops_events (process, case_id, version, key, state, due_at, event)
      SELECT NEW.process, NEW.case_id, CAST(NEW.expected + 1 AS INTEGER), NEW.key, NEW.state, NEW.due_at, NEW.event
      WHERE (SELECT COALESCE(MAX(version), 0) FROM dualops_events WHERE ${ofCase}) = NEW.expected
        AND (NEW.names IS NULL OR (SELECT COALESCE(SUM(CASE
            WHEN ${mark} IN (SELECT value FROM json_each(NEW.marks)) THEN 1 ELSE NEW.found + 1 END), 0)
          FROM dualops_standings WHERE name IN (SELECT value FROM json_each(NEW.names))) = NEW.found)
      ON CONFLICT DO NOTHING;
    SELECT RAISE(ABORT, '${refusals.hasMovedOn}') WHERE changes() = 0;
    INSERT INTO dualops_tags (tag, position, process, case_id)
      SELECT value, last_insert_rowid(), NEW.process, NEW.case_id FROM json_each(NEW.tags) WHERE NEW.tags IS NOT NULL
      ON CONFLICT DO NOTHING;
    INSERT INTO dualops_belongings (thing, process, case_id)
      SELECT NEW.owns, NEW.process, NEW.case_id WHERE NEW.owns IS NOT NULL ON CONFLICT DO NOTHING;
    SELECT RAISE(ABORT, '${refusals.isOthers}') WHERE NEW.owns IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM dualops_belongings WHERE thing = NEW.owns AND ${ofCase});
    DELETE FROM dualops_standings WHERE NEW.holds IS NOT NULL AND ${ofCase};
    ${rows("standings", "holds", "name", "process", "case_id", "since", "terms")};
    DELETE FROM dualops_actions WHERE key = NEW.settles AND ${ofCase};
    DELETE FROM dualops_deadlines WHERE ${ofCase};
    ${rows("deadlines", "timers", "process", "case_id", "name", "rung", "version", "fires", "due_at")};
    ${rows("actions", "actions", "process", "case_id", "key", "version", "step", "name", "request")};
  END`
]
