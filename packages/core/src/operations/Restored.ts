/**
 * Carriers of a house whose store is a copy from some time ago. What was to be sent then may have gone out since, and the copy knows nothing of it: before it is sent, it is looked
 * for, as after an attempt of which nobody knows what became.
 *
 * @module
 */
import { DateTime, Effect, Option } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { Address } from "../process/Case.ts"
import type { AnyCarrier, NeedsOf } from "./Carrier.ts"
import { EventLog } from "./EventLog.ts"
import * as Writing from "./Writing.ts"

/**
 * The carriers of a store that was restored from a copy of this moment. Keep it until the last of what was planned then is over: cases that began afterwards
 * are carried as ever. What nobody can look for, such as a private message, is carried as ever as well.
 */
export const carriers = <C extends AnyCarrier<unknown>>(
  copied: Moment,
  all: ReadonlyArray<C>
): ReadonlyArray<AnyCarrier<NeedsOf<C> | EventLog>> =>
  // What a carrier needs can be read off its type alone.
  (all as ReadonlyArray<AnyCarrier<NeedsOf<C>>>).map((one) => (one.kind.repeatable ? one : looking(copied, one)))

const looking = <R>(copied: Moment, { carry, kind }: AnyCarrier<R>): AnyCarrier<R | EventLog> => ({
  kind,
  carry: (request, key, asked) =>
    Effect.flatMap(isOlder(asked, copied), (older) =>
      // What is not repeatable is told since when an earlier attempt may have come about (`AtMostOnce`); its own carrier knows the type.
      carry(older ? ({ earlier: copied, ...(request as object) } as never) : request, key, asked)
    )
})

/** Whether the case had begun when the copy was made. */
const isOlder = (asked: Address, copied: Moment) =>
  EventLog.use((log) => log.read(asked)).pipe(
    Effect.map(([first]) => {
      const at = DateTime.make(String(Reflect.get(Object(first), "at")))
      return Option.isSome(at) && DateTime.isLessThanOrEqualTo(at.value, copied)
    }),
    Effect.mapError(({ message }) => new Writing.TryLater({ code: "store", detail: message }))
  )
