/**
 * Cases and offers as the API says them.
 *
 * @module
 */
import type { CaseSheet, Offers } from "@dualops/core/operations"
import { DateTime, Duration, type Schema } from "effect"
import type { CaseJson, OfferJson } from "./Words.ts"

/** A case. */
export const caseOf = ({
  about,
  clocks,
  due,
  id,
  parent,
  partOf,
  process,
  promised,
  state,
  version
}: CaseSheet.CaseSheet): typeof CaseJson.Type => ({
  process,
  id,
  version,
  state,
  about,
  ...(partOf && { partOf }),
  ...(parent && { parent }),
  ...(promised && { promised }),
  ...(due && { due: DateTime.formatIso(due) }),
  clocks: clocks.map(({ allowance, deadline, due: end, rung, state: runs, title, used }) => ({
    deadline,
    title,
    state: runs,
    rung,
    ...(end && { due: DateTime.formatIso(end) }),
    usedMinutes: Duration.toMinutes(used),
    ...(allowance && { allowance: { minutes: Duration.toMinutes(allowance.time), calendar: allowance.calendar } })
  }))
})

/** An offer. */
export const offerOf = ({
  accounts,
  case: sheet,
  input,
  needs,
  opensWith,
  process,
  step,
  timeZone
}: Offers.Offer): typeof OfferJson.Type => ({
  process,
  step,
  needs,
  ...(sheet && { case: { id: sheet.id, version: sheet.version } }),
  accounts,
  timeZone,
  // A JSON Schema is JSON.
  input: input as Schema.Json,
  ...(opensWith && { opensWith })
})
