/**
 * Stages of a pipeline as statuses.
 *
 * @module
 */
import type { Ticket } from "@dualops/core/customer-desk"

/** The id of the stage that each status is. */
export type Stages = Readonly<Record<Ticket.Status, string>>

/** How far a ticket has come by its stage; a stage that was not named is "other". */
export const standingOf = (stages: Stages, stage: string): Ticket.Standing => ({
  status: (["new", "open", "waiting", "solved"] as const).find((one) => stages[one] === stage) ?? "other",
  says: stage
})
