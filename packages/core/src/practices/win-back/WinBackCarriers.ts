/**
 * Carries a page of a wave, and counts what came of one. Whether somebody may be written to is asked anew at once before each: their stage by the page, and all the rest by
 * the fan. An account that is dead, and a fan with a complaint open, are left in peace.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import type { FanId } from "../../account/FanId.ts"
import type { Terms } from "../../external-system/members/Invitable.ts"
import * as Inviting from "../../external-system/members/Inviting.ts"
import type { Said } from "../../external-system/members/OptOutLink.ts"
import type * as DeadFans from "../../internal-system/fans/DeadFans.ts"
import * as OpenCases from "../../internal-system/triage/OpenCases.ts"
import * as Carrier from "../../operations/Carrier.ts"
import { load } from "../../operations/History.ts"
import { isSuspended } from "../../operations/Standings.ts"
import type * as Writing from "../../operations/Writing.ts"
import { world } from "../../process/Actor.ts"
import * as InvitationPage from "../members/InvitationPage.ts"
import { compare, type State, writePage } from "./WinBack.ts"
import * as Audience from "./WinBackAudience.ts"
import * as Comparison from "./WinBackComparison.ts"
import { WinBackProcess } from "./WinBackProcess.ts"

/** What the carriers have to be told. */
export interface Options {
  /** Where a member opts out: `OptOutLink.make(…).linkOf`. */
  readonly optOut: (said: Said) => string
  /** What a look at a fan's account comes to; who is not looked at is not known to be dead, and is written to. */
  readonly look?: (fan: FanId) => Effect.Effect<DeadFans.Look, Writing.Failure>
  /** How many fans a page has; 100 unless it is said. */
  readonly atOnce?: number
}

/** Why else a fan is left in peace. */
export type Spared = "complains" | "dead"

/** The carriers of waves. */
export const make = ({ atOnce = 100, look, optOut }: Options) => {
  const page = Carrier.make(writePage, (request, _key, asked) =>
    Effect.gen(function* () {
      const { account, subject, text } = request
      const complaints = OpenCases.complaints()
      // One more tells whether there is another page.
      const behind = yield* Audience.of({ ...request, now: yield* DateTime.now, limit: atOnce + 1 })
      const some = behind.slice(0, atOnce)
      const { audience: _, ...rest } = request
      const terms: Terms = { ...rest, campaign: asked.case }
      const { isStopped, sent } = yield* InvitationPage.carry({
        fans: some.map(({ fan }) => fan),
        atOnce,
        hours: request,
        stands: Effect.gen(function* () {
          const current = yield* load(WinBackProcess, asked.case)
          if (!stillRuns(current?.state, request.page)) return "stopped" as const
          const isHeld = current && (yield* isSuspended(WinBackProcess, "Resume", current, world))
          return isHeld ? ("held" as const) : ("running" as const)
        }),
        invite: (fan) =>
          Inviting.invite({
            fan,
            terms,
            letter: { account, subject, text },
            optOut: optOut({ fan, campaign: asked.case }),
            spared: Effect.gen(function* () {
              const isDead = look !== undefined && (yield* look(fan)).is === "dead"
              // Behind the look, which may take a while.
              yield* complaints.upToDate
              if (complaints.of(account, fan) !== undefined) return "complains"
              return isDead ? "dead" : undefined
            })
          })
      })
      const next = behind.length > some.length ? some.at(-1)?.mark : undefined
      return next === undefined || isStopped ? { sent } : { sent, next }
    }).pipe(Effect.catchTag("StoreUnavailable", InvitationPage.later))
  )
  const counts = Carrier.make(compare, ({ account, within }, _key, { case: wave }) =>
    Comparison.of(account, wave, within).pipe(Effect.catchTag("StoreUnavailable", InvitationPage.later))
  )
  return { page, counts }
}

/** Whether this page is still wanted: a person may have stopped the wave since. */
const stillRuns = (state: State | undefined, page: number) => state?._tag === "Running" && state.page === page
