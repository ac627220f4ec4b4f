/**
 * Who carries what a due report asks for: makes it of the log and the observations of this house, and puts it on the shelf under the name of its case. What was made first
 * stays, so that a worker that dies half-way makes nothing twice.
 *
 * @module
 */
import { Effect } from "effect"
import { digest } from "../../internal-system/reports/Report.ts"
import { ReportShelf } from "../../internal-system/reports/ReportShelf.ts"
import * as Carrier from "../../operations/Carrier.ts"
import * as Writing from "../../operations/Writing.ts"
import { making } from "./DueReport.ts"
import * as ReportMaking from "./ReportMaking.ts"

/** For a house that makes reports. A store that is away is asked again. */
export const carrier = (house: ReportMaking.House) =>
  Carrier.make(making, ({ activity, first, kind, last }, _key, { case: name }) =>
    Effect.gen(function* () {
      const shelf = yield* ReportShelf
      const known = yield* shelf.find(name)
      const period = { first, last }
      const made =
        activity === undefined
          ? ReportMaking.make(house, kind, period)
          : ReportMaking.ofActivity(house, period, activity)
      const report = known ?? (yield* made)
      return { digest: digest(yield* shelf.keep({ name, report })) }
    }).pipe(Effect.mapError(({ message }) => new Writing.TryLater({ code: "store", detail: message })))
  )
