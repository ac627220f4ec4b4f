/**
 * The address of whoever acts (`rip`), which Weibo asks for with every write. Source: the interface pages of statuses/share and comments/create.
 *
 * Of people only their names go through events and actions; where somebody is, only the program knows, and only now.
 *
 * @module
 */
import type { Actor } from "@dualops/core/process"
import { Effect } from "effect"

/** Where writes come from. */
export interface Rip {
  /** The address that is said where nobody's own is known. */
  readonly rip: string
  /** The address from which a person acted last, if the program knows it. */
  readonly ripOf?: (person: Actor.PersonId) => Effect.Effect<string | undefined>
}

/** The address to say for whoever acts. */
export const of = ({ rip, ripOf }: Rip, by: Actor.PersonId | undefined): Effect.Effect<string> =>
  by === undefined || ripOf === undefined ? Effect.succeed(rip) : Effect.map(ripOf(by), (own) => own ?? rip)
