/**
 * Tells referrals what becomes of their tickets: what `DeskFeed` is given to tell. Nothing that a desk has done is lost, however soon or late it comes.
 *
 * @module
 */
import { Effect } from "effect"
import { kind as fanKind } from "../../account/FanId.ts"
import * as Tag from "../../account/Tag.ts"
import { CustomerDesk } from "../../external-system/customer-desk/CustomerDesk.ts"
import * as DeskKey from "../../external-system/customer-desk/DeskKey.ts"
import * as DeskText from "../../external-system/customer-desk/DeskText.ts"
import type * as Ticket from "../../external-system/customer-desk/Ticket.ts"
import type { Editions } from "../../operations/Editions.ts"
import {
  EventLog,
  everyOne,
  isConflict,
  isOtherStanding,
  type OtherStanding,
  type VersionConflict
} from "../../operations/EventLog.ts"
import * as Operations from "../../operations/Operations.ts"
import type * as Reading from "../../operations/Reading.ts"
import { isUnavailable, type StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Unclaimed from "../../operations/Unclaimed.ts"
import { world } from "../../process/Actor.ts"
import type { CaseId } from "../../process/Case.ts"
import * as Process from "../../process/Process.ts"
import { ticketKind } from "./Referral.ts"
import { ReferralProcess } from "./ReferralProcess.ts"

/** Why it could not be told now: it is told again. */
export type NotNow = Passing | Reading.Failure
type Passing = StoreUnavailable | VersionConflict | OtherStanding

/**
 * A ticket that is solved reports, one for which the desk has a word of its own says so, and one that was merged is followed into the other: the
 * complaint hears of it. What is told again changes nothing, and tickets of others are nobody's business here. What a referral that is open does not
 * take in is for a person.
 */
export const tell = Effect.fn("ReferralDesk.tell")(function* (
  change: Ticket.Change
): Effect.fn.Return<void, NotNow, CustomerDesk | EventLog | Editions> {
  const taking = stepOf(change)
  if (taking === undefined) return
  const { into, ticket } = change
  // The desk shows the other one by now, under whichever number it is asked for.
  const referrals = into === undefined ? yield* openedFor(ticket) : yield* known(ticket)
  for (const id of referrals) {
    const key = `change ${change.id}`
    yield* Operations.send<typeof ReferralProcess, Heard>(ReferralProcess, {
      ...taking,
      key,
      case: id,
      by: world
    }).pipe(
      Effect.asVoid,
      Effect.catch((refusal) =>
        isPassing(refusal)
          ? Effect.fail(refusal)
          : untold(id, taking.step, key, `${ticket}: ${change.to.says}`, refusal)
      )
    )
  }
})
type Heard = "DeskReports" | "DeskSays" | "Merged"

/** What a referral takes in; nothing where it still waits for the department. */
const stepOf = ({ into, ticket, to }: Ticket.Change) => {
  if (into !== undefined) return { step: "Merged", input: { ticket: into } } as const
  const says = `${ticket}: ${DeskText.line(to.says, longestReport)}`
  if (to.status === "solved") return { step: "DeskReports", input: { report: says } } as const
  return to.status === "other" ? ({ step: "DeskSays", input: { says } } as const) : undefined
}

const longestReport = 1_000

/**
 * The referral for which a ticket was opened, by the key that the desk shows: a desk may be done with one sooner than anybody here knows its number, or
 * have answered with the number of another's. Where the desk shows no key, its number has to do; beside it those whose tickets were merged into it.
 */
const openedFor = Effect.fnUntraced(function* (ticket: Ticket.TicketId) {
  const { fans = [], key } = yield* CustomerDesk.use((desk) => desk.ticket(ticket)).pipe(
    Effect.catchTag("Reading.NotShown", () => Effect.succeed<Partial<Ticket.Ticket>>({}))
  )
  const numbered = yield* known(ticket)
  if (key === undefined) return numbered
  const log = yield* EventLog
  const others = (yield* Effect.forEach(fans, (fan) => log.tagged(Tag.of(fanKind, fan), everyOne))).flat()
  const candidates = [
    ...numbered,
    ...others.filter(({ process }) => process === ReferralProcess.name).map(({ case: id }) => id)
  ]
  const found: Array<CaseId> = []
  for (const id of new Set(candidates)) {
    const isMerged = numbered.includes(id) && (yield* Operations.load(ReferralProcess, id))?.state.merged === true
    if (isMerged || (yield* keyOf(id)) === key) found.push(id)
  }
  return found
})

/** Referrals that know a ticket by its number. */
const known = Effect.fnUntraced(function* (ticket: Ticket.TicketId) {
  const log = yield* EventLog
  return (yield* log.tagged(Tag.of(ticketKind, ticket), everyOne)).map(({ case: id }) => id)
})

/** The key under which the referral had its ticket opened. */
const keyOf = Effect.fnUntraced(function* (id: CaseId) {
  const [asked] = yield* Operations.read(ReferralProcess, id)
  if (asked === undefined) return undefined
  const begun = Process.evolve(ReferralProcess, undefined, asked)
  const opening = Process.actions(ReferralProcess, begun, asked).find(({ name }) => name === "openTicket")
  return opening && DeskKey.of(opening.key)
})

const untold = Effect.fnUntraced(function* (id: CaseId, step: string, key: string, told: string, why: unknown) {
  const referral = yield* Operations.load(ReferralProcess, id)
  if (referral !== undefined && Process.isOver(ReferralProcess, referral)) {
    return yield* Effect.logInfo(`${told}, and its referral is over`)
  }
  const found = { process: ReferralProcess, case: id, action: "openTicket", outcome: "done", hears: step } as const
  return yield* Unclaimed.turnUp({ ...found, key: `${id}/${key}`, told, why })
})

/** Such a refusal says nothing of the step. */
const isPassing = (refusal: unknown): refusal is Passing =>
  isUnavailable(refusal) || isConflict(refusal) || isOtherStanding(refusal)
