/**
 * From a call to its answer: the token, the quotas, and then the interface.
 *
 * @module
 */
import type { Call } from "./Call.ts"
import type { Limits, Meter } from "./Quota.ts"
import { type Answer, refuse } from "./Refusal.ts"
import * as Statuses from "./Statuses.ts"
import type { Account, World } from "./World.ts"

/** Everything that answering a call depends on. */
export interface Desk {
  readonly world: World
  readonly app: Statuses.App
  readonly limits: Limits
  readonly meter: Meter
  /** Tokens that are no good any more, and the code that says why. */
  readonly deadTokens: Map<string, number>
}

interface Interface {
  readonly method: "GET" | "POST"
  readonly posts?: true
  readonly serve: (desk: Desk, account: Account, call: Call) => Answer
}

const interfaces: Readonly<Record<string, Interface>> = {
  "/2/statuses/share.json": {
    method: "POST",
    posts: true,
    serve: ({ world, app }, account, call) => Statuses.share(world, app, account, call)
  },
  "/2/statuses/user_timeline.json": {
    method: "GET",
    serve: ({ world }, account, call) => Statuses.userTimeline(world, account, call)
  }
}

/** Answers a call. */
export const serve = (desk: Desk, call: Call): Answer => {
  const no = (code: number) => refuse(code, call.path)
  const found = interfaces[call.path]
  if (found === undefined) return no(10020)
  if (found.method !== call.method) return no(10021)
  if (call.token === undefined) return no(10006)
  const dead = desk.deadTokens.get(call.token)
  if (dead !== undefined) return no(dead)
  const account = desk.world.accounts.find(({ token }) => token === call.token)
  if (account === undefined) return no(21332)
  const now = desk.world.now()
  const { limits, meter } = desk
  if (!meter.take(`address ${call.address}`, limits.callsPerAddressAndHour, "hour", now)) return no(10022)
  if (!meter.take(`user ${account.uid}`, limits.callsPerUserAndDay, "day", now)) return no(10023)
  if (found.posts && meter.used(`posts ${account.uid}`, "hour", now) >= limits.postsPerUserAndHour) return no(20016)
  const answer = found.serve(desk, account, call)
  if (found.posts && answer.status === 200) meter.take(`posts ${account.uid}`, limits.postsPerUserAndHour, "hour", now)
  return answer
}
