/**
 * What a house says of the personal data that it has: all of it, to be handed out, and what came of erasing it.
 *
 * @module
 */
import { Schema } from "effect"
import { FanId } from "../account/FanId.ts"
import { Moment } from "../calendar/Moment.ts"
import { CaseId } from "../process/CaseId.ts"

const CaseAddress = Schema.Struct({ process: Schema.String, case: CaseId })

/** Everything that a house has of a fan, to be handed out. */
export const Copy = Schema.Struct({
  fan: FanId,
  at: Moment,
  cases: Schema.Array(Schema.Struct({ ...CaseAddress.fields, events: Schema.Array(Schema.Json) })),
  observations: Schema.Array(Schema.Json)
})
/** Everything that a house has of a fan. */
export type Copy = typeof Copy.Type

/** What came of erasing: how many cases and observations say nothing of the fan any more, and which cases have to end first. */
export const Erased = Schema.Struct({
  cases: Schema.Int,
  observations: Schema.Int,
  open: Schema.Array(CaseAddress)
})
/** What came of erasing. */
export type Erased = typeof Erased.Type
