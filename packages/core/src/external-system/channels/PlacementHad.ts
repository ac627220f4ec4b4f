/**
 * A link that the account has.
 *
 * @module
 */
import type * as Placement from "./Placement.ts"

/** Granted, whether it is placed yet, stands there, or is missing. */
export type Had = Placement.In<"Granted" | "Placed" | "Missing">

/** Whether the account has it. */
export const isHad = (placement: Placement.State): placement is Had =>
  placement._tag === "Granted" || placement._tag === "Placed" || placement._tag === "Missing"
