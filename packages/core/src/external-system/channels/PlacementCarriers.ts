/**
 * Who carries what a placement asks for: a look at its page.
 *
 * @module
 */
import * as Carrier from "../../operations/Carrier.ts"
import { look } from "./Placement.ts"
import { PlacementCheck } from "./PlacementCheck.ts"

/** For a house that has links in channels of its own. */
export const carriers: ReadonlyArray<Carrier.AnyCarrier<PlacementCheck>> = [
  Carrier.make(look, (wanted) => PlacementCheck.use((check) => check.look(wanted)))
]
