/**
 * Carries a page of invitations: each member is asked about anew, at once before theirs.
 *
 * @module
 */
import { Effect } from "effect"
import type { Terms } from "../../external-system/members/Invitable.ts"
import * as Inviting from "../../external-system/members/Inviting.ts"
import { MemberList } from "../../external-system/members/MemberList.ts"
import type { Said } from "../../external-system/members/OptOutLink.ts"
import * as Carrier from "../../operations/Carrier.ts"
import { load } from "../../operations/History.ts"
import { isSuspended } from "../../operations/Standings.ts"
import { world } from "../../process/Actor.ts"
import { invitePage, type State } from "./InvitationCampaign.ts"
import { InvitationCampaignProcess } from "./InvitationCampaignProcess.ts"
import * as InvitationPage from "./InvitationPage.ts"

/** What the carrier has to be told. */
export interface Options {
  /** Where a member opts out: `OptOutLink.make(…).linkOf`. */
  readonly optOut: (said: Said) => string
  /** How many members a page has; 100 unless it is said. */
  readonly atOnce?: number
}

/** The carrier of the pages. */
export const make = ({ atOnce = 100, optOut }: Options) =>
  Carrier.make(invitePage, (request, _key, asked) =>
    Effect.gen(function* () {
      const { account, after, segments, subject, text } = request
      const list = yield* MemberList
      const { fans, next } = yield* list.page(segments, after, atOnce)
      const terms: Terms = { ...request, campaign: asked.case }
      const { isStopped, sent } = yield* InvitationPage.carry({
        fans,
        atOnce,
        hours: request,
        stands: Effect.gen(function* () {
          const current = yield* load(InvitationCampaignProcess, asked.case)
          if (!stillRuns(current?.state, request.page)) return "stopped" as const
          // What was asked for before waits for a person, where nobody might resume it now.
          const isHeld = current && (yield* isSuspended(InvitationCampaignProcess, "Resume", current, world))
          return isHeld ? ("held" as const) : ("running" as const)
        }),
        invite: (fan) =>
          Inviting.invite({
            fan,
            terms,
            letter: { account, subject, text },
            optOut: optOut({ fan, campaign: asked.case })
          })
      })
      return next === undefined || isStopped ? { sent } : { sent, next }
    }).pipe(Effect.catchTag("StoreUnavailable", InvitationPage.later))
  )

/** Whether this page is still wanted: a person may have stopped the campaign since. */
const stillRuns = (state: State | undefined, page: number) => state?._tag === "Running" && state.page === page
