/**
 * Carries a page of invitations: each member is asked about anew, at once before theirs.
 *
 * @module
 */
import { DateTime, Duration, Effect } from "effect"
import type { FanId } from "../../account/FanId.ts"
import type { Terms } from "../../external-system/members/Invitable.ts"
import * as Inviting from "../../external-system/members/Inviting.ts"
import { MemberList } from "../../external-system/members/MemberList.ts"
import type { Said } from "../../external-system/members/OptOutLink.ts"
import * as Carrier from "../../operations/Carrier.ts"
import { load } from "../../operations/History.ts"
import { isSuspended } from "../../operations/Standings.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Writing from "../../operations/Writing.ts"
import { world } from "../../process/Actor.ts"
import type { Case } from "../../process/Case.ts"
import { invitePage, type State } from "./InvitationCampaign.ts"
import { InvitationCampaignProcess } from "./InvitationCampaignProcess.ts"
import * as InvitationHours from "./InvitationHours.ts"

/** What the carrier has to be told. */
export interface Options {
  /** Where a member opts out: `OptOutLink.make(…).linkOf`. */
  readonly optOut: (said: Said) => string
  /** How many members a page has; 100 unless it is said. */
  readonly atOnce?: number
}

/** So many of which none has gone out are no chance: a person looks before all members are tried. */
const mostInARow = 20
/** After so many, it is looked whether the campaign still runs. */
const lookEvery = 20
/** So many at a time. */
const hands = 4

/** What a page has come to so far. */
interface Seen {
  begun: number
  sent: number
  /** How many, one after the other, have not gone out. */
  inARow: number
  /** Why nobody else of the page is invited. */
  ended?: "stopped" | Carrier.Failure | StoreUnavailable
}

/** The carrier of the pages. */
export const make = ({ atOnce = 100, optOut }: Options) =>
  Carrier.make(invitePage, (request, _key, asked) =>
    Effect.gen(function* () {
      const { account, after, segments, subject, text } = request
      const list = yield* MemberList
      const { fans, next } = yield* list.page(segments, after, atOnce)
      const terms: Terms = { ...request, campaign: asked.case }
      const seen: Seen = { begun: 0, sent: 0, inARow: 0 }

      const one = Effect.fnUntraced(function* (fan: FanId) {
        if (seen.begun++ % lookEvery === 0) {
          const current = yield* load(InvitationCampaignProcess, asked.case)
          if (!stillRuns(current?.state, request.page)) seen.ended = "stopped"
          else if (current !== undefined && (yield* isHeld(current))) return yield* held
        }
        if (seen.ended !== undefined) return
        yield* mayBeToldNow(request)
        const link = optOut({ fan, campaign: asked.case })
        const answer = yield* Inviting.invite({ fan, terms, letter: { account, subject, text }, optOut: link })
        if ("left" in answer) return
        const { failure, result } = answer
        if (result === "later" && failure !== undefined) return yield* failure
        if (result === "sent") seen.sent++
        seen.inARow = result === "sent" ? 0 : seen.inARow + 1
        if (seen.inARow < Math.min(mostInARow, atOnce)) return
        const why = failure?.detail ?? "nobody knows why"
        const detail = `none of the last ${seen.inARow} has gone out; the last of them: ${why}`
        return yield* new Writing.Refused({ code: "nothing-goes-through", detail })
      })

      // Whoever has an invitation in hand brings it to its end, whatever the others meet.
      const noted = (fan: FanId) =>
        Effect.catch(one(fan), (failure) =>
          Effect.sync(() => {
            seen.ended ??= failure
          })
        )
      yield* Effect.forEach(fans, noted, { concurrency: hands, discard: true })
      const { ended, sent } = seen
      if (ended !== undefined && ended !== "stopped") return yield* Effect.fail(ended)
      return next === undefined || ended === "stopped" ? { sent } : { sent, next }
    }).pipe(
      Effect.catchTag("StoreUnavailable", ({ message }) =>
        Effect.fail(new Writing.TryLater({ code: "store", detail: message, after: Duration.seconds(15) }))
      )
    )
  )

/** Whether this page is still wanted: a person may have stopped the campaign since. */
const stillRuns = (state: State | undefined, page: number) => state?._tag === "Running" && state.page === page

/** Whether invitations are suspended now, so that nobody might resume them: a page that was asked for before waits for a person then. */
const isHeld = (current: Case<State>) => isSuspended(InvitationCampaignProcess, "Resume", current, world)
const held = new Writing.Refused({ code: "on-hold", detail: "nothing is to go out for the account now" })

/** Nobody is written to in quiet hours, and nobody after the end. */
const mayBeToldNow = Effect.fnUntraced(function* ({ quiet, timeZone, until }: (typeof invitePage)["request"]["Type"]) {
  const now = yield* DateTime.now
  if (DateTime.isGreaterThanOrEqualTo(now, until)) {
    return yield* new Writing.Refused({ code: "over", detail: "the time for these invitations is over" })
  }
  const after = quiet && InvitationHours.quietFor(quiet, timeZone, now)
  if (after !== undefined) return yield* new Writing.TryLater({ code: "quiet", detail: "these are quiet hours", after })
})
