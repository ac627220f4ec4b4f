/**
 * A draw or a series of codes that a campaign has ordered, as the campaign knows it: which case, how it stands, and what of the budget it holds.
 *
 * @module
 */
import { Schema } from "effect"
import { added } from "../../internal-system/promotion/Money.ts"
import { CaseId } from "../../process/CaseId.ts"
import type { Draw } from "./Brief.ts"
import { Sum } from "./CampaignBudget.ts"

/**
 * How it stands: `ordered` until the public may be told, `there` when a draw is announced or codes are issued, `drawn`, `over` when every prize is delivered or
 * back or the codes have ended, `lost` when it was never there or was ended before its time.
 */
export const Stands = Schema.Literals(["ordered", "there", "drawn", "over", "lost"])

/** A draw or a series of codes. */
export const Child = Schema.Struct({
  case: CaseId,
  kind: Schema.Literals(["draw", "codes"]),
  name: Schema.NonEmptyString,
  stands: Stands,
  /** What it holds of the budget: what its prizes are worth, and when it is over what those are worth that were delivered. */
  worth: Sum
})
/** A draw or a series of codes. */
export type Child = typeof Child.Type

/** What the prizes of draws are worth. */
export const worthOf = (...draws: ReadonlyArray<Pick<Draw, "prizes">>): number =>
  added(...draws.flatMap(({ prizes }) => prizes.map(({ count, yuan }) => count * yuan)))

/** Whether it is still to end. */
export const isOpen = ({ stands }: Pick<Child, "stands">): boolean => stands !== "over" && stands !== "lost"

/** Whether the public may know of it, or has known. */
export const isThere = ({ stands }: Pick<Child, "stands">): boolean => stands !== "ordered" && stands !== "lost"
