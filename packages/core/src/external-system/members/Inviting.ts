/**
 * Invites one member: asks everything anew, takes the next number of the member, and sends. Whoever finds the number taken asks anew.
 *
 * An invitation that was cut off is never sent again: it may have gone out.
 *
 * @module
 */
import { DateTime, Duration, Effect } from "effect"
import type { FanId } from "../../account/FanId.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Writing from "../../operations/Writing.ts"
import * as Holdout from "./Holdout.ts"
import { flight, type Terms, type Why, whyNot } from "./Invitable.ts"
import { type Invitation, Invitations } from "./Invitations.ts"
import { Members } from "./Members.ts"
import type * as Outreach from "./Outreach.ts"
import * as OutreachHistory from "./OutreachHistory.ts"

/** What is sent, but for the member. */
export type Letter = Pick<Invitation, "account" | "subject" | "text">

/** What is asked. */
export interface Asked<Spared extends string = never, R = never> {
  readonly fan: FanId
  readonly terms: Terms
  readonly letter: Letter
  /** Where this member opts out. */
  readonly optOut: string
  /** Why else the fan is left in peace, asked behind everything else. */
  readonly spared?: Effect.Effect<Spared | undefined, Writing.Failure | StoreUnavailable, R>
}

/** What became of it: the failure says why it was not sent, or may not have been. */
export type Answer<Spared extends string = never> =
  | { readonly left: Why | Spared }
  | { readonly result: Outreach.Result; readonly failure: Writing.Failure | undefined }

/** Invites a member, or leaves them in peace. Who is left out to be compared with has been asked about as everybody has: they might have been invited. */
export const invite = Effect.fn("Inviting.invite")(function* <Spared extends string = never, R = never>({
  fan,
  letter,
  optOut,
  spared,
  terms
}: Asked<Spared, R>) {
  const of = { account: letter.account, fan }
  const members = yield* Members
  while (true) {
    const history = yield* OutreachHistory.read(of)
    // Behind the history: a consent that is taken back meanwhile is seen.
    const member = yield* members.find(fan)
    const now = yield* DateTime.now
    const why = whyNot(member, history, terms, now) ?? (spared && (yield* spared))
    if (why !== undefined || member === undefined) return { left: why ?? "noMember" } satisfies Answer<Spared>
    const { campaign, holdout = 0 } = terms
    const isHeldOut = Holdout.has(campaign, fan, holdout)
    const what = isHeldOut ? "heldOut" : "invited"
    const taken = yield* OutreachHistory.take(of, history, { what, campaign, source: campaign }, now)
    if (taken === undefined) continue
    if (isHeldOut) return { left: "heldOut" } satisfies Answer<Spared>
    const key = `${campaign}/${fan}/${taken.number}`
    const answer = yield* send({ ...letter, key, to: { fan, name: member.name }, optOut }, taken.at)
    const code = answer.failure?.code
    yield* OutreachHistory.settle(
      of,
      { campaign, number: taken.number, result: answer.result, ...(code !== undefined && { code }) },
      yield* DateTime.now
    )
    return answer satisfies Answer<Spared>
  }
})

/** Half of the flight is for beginning, and half for being sent. */
const half = Duration.times(flight, 0.5)

const send = Effect.fnUntraced(function* (invitation: Invitation, takenAt: DateTime.Utc) {
  const { send } = yield* Invitations
  // Whoever was held up, with the machine asleep, does not send what the member may have refused since.
  if (DateTime.isGreaterThan(yield* DateTime.now, DateTime.addDuration(takenAt, half))) {
    const failure = new Writing.TryLater({ code: "held-up", detail: "the moment for it has passed" })
    return { result: "later" as const, failure }
  }
  const slow = new Writing.Unknown({ code: "slow", detail: "no answer came in time" })
  return yield* send(invitation).pipe(
    Effect.timeoutOrElse({ duration: half, orElse: () => Effect.fail(slow) }),
    Effect.match({
      onSuccess: () => ({ result: "sent" as const, failure: undefined }),
      onFailure: (failure) => ({ result: resultOf(failure), failure })
    })
  )
})

const resultOf = ({ _tag }: Writing.Failure): Outreach.Result => {
  switch (_tag) {
    case "Writing.Refused":
      return "refused"
    case "Writing.Unknown":
      return "unknown"
    case "Writing.TryLater":
    case "Writing.Unauthorised":
      return "later"
  }
}
