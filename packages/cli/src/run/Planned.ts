/**
 * What a house has planned already, of its store: for a content plan that is made anew.
 *
 * @module
 */
import { existsSync } from "node:fs"
import type { Brief } from "@dualops/core/content-plan"
import { PlannedCases } from "@dualops/core/practices"
import { Effect } from "effect"
import * as Ground from "./Ground.ts"
import * as Reading from "./Reading.ts"

/** The open ideas and posts of the house that the settings name; none, where no house has run yet. What is wrong with the settings is thrown as {@link Reading.Refused}. */
export const make = async (asked: Omit<Reading.Asked, "isReader">): Promise<ReadonlyArray<Brief.Given>> => {
  const ready = await Reading.read({ ...asked, isReader: true })
  const file = Ground.fileOf(ready)
  if (file !== undefined && !existsSync(file)) return []
  return Effect.runPromise(PlannedCases.given(ready.handbook.account.id).pipe(Effect.provide(Ground.records(ready))))
}
