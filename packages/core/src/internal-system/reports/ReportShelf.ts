/**
 * Port: where the house keeps the reports that were made. A report is kept once under its name, and never changed: what was sent is what is there.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { Report } from "./Report.ts"

/** A report as it is kept. */
export interface Kept {
  readonly name: string
  readonly report: Report
}

/** Keeps reports. */
export class ReportShelf extends Context.Service<
  ReportShelf,
  {
    /** Keeps a report under a name, and answers what is kept there: the first that came, whatever comes later. */
    readonly keep: (kept: Kept) => Effect.Effect<Report, StoreUnavailable>
    /** The report of that name; nothing where none was kept. */
    readonly find: (name: string) => Effect.Effect<Report | undefined, StoreUnavailable>
    /** The reports of an account, those that were kept last first, at most so many; only those that were kept before the one of that name, where one is named: none, where there is no such. */
    readonly newest: (
      account: AccountId,
      limit: number,
      before?: string
    ) => Effect.Effect<ReadonlyArray<Kept>, StoreUnavailable>
  }
>()("@dualops/core/ReportShelf") {}
