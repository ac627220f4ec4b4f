/**
 * Who carries what a series asks for: what holds for it is written into the redemptions of the house, which tills ask.
 *
 * @module
 */
import { Effect } from "effect"
import { Redemptions } from "../../external-system/codes/Redemptions.ts"
import * as Carrier from "../../operations/Carrier.ts"
import * as Writing from "../../operations/Writing.ts"
import { keepCodes } from "./CodeSeries.ts"

/** For a house that gives out codes. A store that is away is asked again. */
export const carriers: ReadonlyArray<Carrier.AnyCarrier<Redemptions>> = [
  Carrier.make(keepCodes, (request, _key, asked) =>
    Redemptions.use((redemptions) => redemptions.keep({ series: asked.case, ...request })).pipe(
      Effect.as({ revision: request.revision }),
      Effect.mapError(({ message }) => new Writing.TryLater({ code: "store", detail: message }))
    )
  )
]
