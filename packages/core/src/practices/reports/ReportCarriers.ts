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
  Carrier.make(making, ({ first, kind, last }, _key, { case: name }) =>
    Effect.gen(function* () {
      const shelf = yield* ReportShelf
      const known = yield* shelf.find(name)
      const report = known ?? (yield* ReportMaking.make(house, kind, { first, last }))
      return { digest: digest(yield* shelf.keep({ name, report })) }
    }).pipe(Effect.mapError(({ message }) => new Writing.TryLater({ code: "store", detail: message })))
  )
