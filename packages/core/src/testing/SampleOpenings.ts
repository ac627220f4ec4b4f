/**
 * Complaints that become tickets, each with a key and a fan of its own.
 *
 * @module
 */
import { FanId } from "../account/FanId.ts"
import { PostId } from "../account/PostId.ts"
import * as DeskKey from "../external-system/customer-desk/DeskKey.ts"
import type { Opening } from "../external-system/customer-desk/Ticket.ts"

let count = 0
/** Another one at each run, for desks that are not emptied. */
export const seed = Date.now().toString(36)
/** A key that nobody has used. */
export const unused = (what: string) => DeskKey.of(`suite:${what}:${seed}:${count++}`)

/** A complaint that nobody has opened a ticket for, with what is told. */
export const opening = (more: Partial<Opening> = {}): Opening => ({
  key: unused("ticket"),
  customer: { fan: FanId.make(`16${count}98794${parseInt(seed, 36) % 100_000}`), name: "迪丽热巴 O'Neil" },
  subject: "[微博] 电池 'x' \\ 100% 充不满",
  text: "投诉 😡\n第二行 <b>&amp;</b>",
  priority: "weibo first",
  post: PostId.make("5034567890123456789"),
  interaction: "4988776655443322",
  ...more
})
