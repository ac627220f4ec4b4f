/**
 * Complaints that become tickets, each with a key and a fan of its own, also on a desk that is not emptied between two runs.
 *
 * @module
 */
import { Clock, Effect } from "effect"
import { FanId } from "../account/FanId.ts"
import { PostId } from "../account/PostId.ts"
import * as DeskKey from "../external-system/customer-desk/DeskKey.ts"
import type { Opening } from "../external-system/customer-desk/Ticket.ts"

let count = 0
/** A number that nothing in the world of the suite has: it rises by the clock, for desks that are not emptied between two runs. */
export const another: Effect.Effect<number> = Effect.map(Clock.currentTimeMillis, (now) => now * 1_000 + count++)

/** A key that nobody has used. */
export const unused = (what: string): Effect.Effect<DeskKey.DeskKey> =>
  Effect.map(another, (number) => DeskKey.of(`suite:${what}:${number.toString(36)}`))

/** A fan whom nobody knows yet. */
export const unknownFan: Effect.Effect<FanId> = Effect.map(another, (number) => FanId.make(String(number)))

/** A complaint that nobody has opened a ticket for, with what is told. */
export const opening = Effect.fnUntraced(function* (more: Partial<Opening> = {}): Effect.fn.Return<Opening> {
  return {
    key: yield* unused("ticket"),
    customer: { fan: yield* unknownFan, name: "迪丽热巴 O'Neil" },
    subject: "[微博] 电池 'x' \\ 100% 充不满",
    text: "投诉 😡\n第二行 <b>&amp;</b>",
    priority: "weibo first",
    post: PostId.make("5034567890123456789"),
    interaction: "4988776655443322",
    ...more
  }
})
