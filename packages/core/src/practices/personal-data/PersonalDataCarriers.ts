/**
 * Who carries what personal data requests and retention ask for: on the sealed log and the observations of this house.
 *
 * @module
 */
import { Effect } from "effect"
import type { ObservationStore } from "../../observations/ObservationStore.ts"
import * as Carrier from "../../operations/Carrier.ts"
import type { EventLog } from "../../operations/EventLog.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Writing from "../../operations/Writing.ts"
import * as PersonalData from "../../personal-data/PersonalData.ts"
import type { PersonalKeys } from "../../personal-data/PersonalKeys.ts"
import type { Any } from "../../process/Process.ts"
import { erasing } from "./DataRequest.ts"
import { forgetting } from "./RetentionProcess.ts"

/** For a house that runs these processes. A store that is away is asked again. */
export const carriers = (
  processes: ReadonlyArray<Any>
): ReadonlyArray<Carrier.AnyCarrier<EventLog | ObservationStore | PersonalKeys>> => [
  Carrier.make(erasing, ({ fan }, _key, asking) => later(PersonalData.erase(processes, fan, asking))),
  Carrier.make(forgetting, ({ before }) =>
    Effect.map(later(PersonalData.forget(processes, before)), (cases) => ({ cases }))
  )
]

const later = <A, R>(work: Effect.Effect<A, StoreUnavailable, R>) =>
  Effect.mapError(work, ({ message }) => new Writing.TryLater({ code: "store", detail: message }))
