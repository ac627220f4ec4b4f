/**
 * A store in which so many jobs are open, each as the first one is, and due at another moment of a month.
 *
 * @module
 */
import { DatabaseSync } from "node:sqlite"
import { Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { Effect } from "effect"
import { Job, people } from "./desk.program.ts"

/** Takes a step of a job, as this person. */
export const send = (step: "Begin" | "Note", id: Case.CaseId, key: string, by = people[0] ?? Actor.person("nobody")) =>
  Operations.send<typeof Job, typeof step>(Job, { key, case: id, step, by, input: {} })

const first = Case.CaseId.make("first")

/** Begins the first one. */
export const begin = Effect.andThen(send("Begin", first, "begin"), send("Note", first, "note"))

/** Writes all others as the first one stands in that file: taking two hundred thousand steps would take a quarter of an hour. */
export const fill = (file: string, open: number): void => {
  const database = new DatabaseSync(file)
  database.exec(`INSERT INTO dualops_events (process, case_id, version, key, state, due_at, event)
  WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${open - 1})
  SELECT process, 'job ' || n, version, key, state, due_at + n * 7919 % 2592000000, replace(event, '"first"', '"job ' || n || '"')
  FROM numbers, dualops_events WHERE case_id = 'first' ORDER BY n, version`)
  database.close()
}
