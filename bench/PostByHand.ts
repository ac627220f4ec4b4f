/**
 * The post as one would write it by hand: one union of states, a switch over the steps, and nothing that any other process could use.
 *
 * A step is checked as the kernel checks it (order, edition, permission, whose account, two pairs of eyes, clocks that are due) and makes the same
 * event. What only a kernel does is left out: a clock of the machine that goes back, pauses, what stands over a case, cases that order steps.
 *
 * @module
 */
import type { Actor } from "@dualops/core/process"
import { DateTime } from "effect"
import type { Attempt, Deadline, Event, PostCase, Refused } from "./ByHandWords.ts"

/** The event of the step, or why it is not taken. */
export const accept = (current: PostCase | undefined, attempt: Attempt): Event | Refused => {
  if (current !== undefined && current.handbook !== attempt.handbook) return refused("OtherHandbook")
  const { by, at } = attempt
  const state = current?.state
  switch (attempt.step) {
    case "Compose": {
      if (state !== undefined) return refused("OutOfOrder")
      if (!may(attempt, "content.compose")) return refused("NotPermitted")
      const { account, content, slot } = attempt.input
      if (!attempt.accounts.includes(account)) return refused("UnknownAccount")
      if (slot.epochMilliseconds <= at.epochMilliseconds) return refused("SlotIsPast")
      return event(current, attempt, { account, content, slot })
    }
    case "Edit": {
      switch (state?._tag) {
        case "Draft":
        case "InReview":
        case "ChangesRequested":
        case "Approved":
        case "Scheduled":
        case "Failed":
        case "Missed": {
          if (!may(attempt, "content.compose")) return refused("NotPermitted")
          if (did(current?.approved, by)) return refused("NotSeparate")
          const { content, slot } = attempt.input
          if (slot.epochMilliseconds <= at.epochMilliseconds) return refused("SlotIsPast")
          return event(current, attempt, { content, slot })
        }
        default:
          return refused("OutOfOrder")
      }
    }
    case "Approve": {
      if (state?._tag !== "InReview") return refused("OutOfOrder")
      if (by._tag !== "Person" || !may(attempt, "content.approve")) return refused("NotPermitted")
      if (did(current?.wrote, by) || did(current?.edited, by)) return refused("NotSeparate")
      const person = by.onBehalfOf ?? by.person
      if (!state.review.approvers.includes(person)) return refused("NotAnApprover")
      for (const one of state.review.given) {
        if ((one.onBehalfOf ?? one.person) === person || one.person === by.person) return refused("AlreadyApproved")
      }
      return event(current, attempt, nothing)
    }
    case "RequestChanges":
      if (state?._tag !== "InReview") return refused("OutOfOrder")
      if (!may(attempt, "content.approve")) return refused("NotPermitted")
      return event(current, attempt, { note: attempt.input.note })
    case "Schedule": {
      if (state?._tag !== "Approved" && state?._tag !== "Failed") return refused("OutOfOrder")
      if (!may(attempt, "planning.schedule")) return refused("NotPermitted")
      const { slot } = attempt.input
      if (slot.epochMilliseconds <= at.epochMilliseconds) return refused("SlotIsPast")
      return event(current, attempt, { slot })
    }
    case "Hold":
      switch (state?._tag) {
        case "Draft":
        case "InReview":
        case "ChangesRequested":
        case "Approved":
        case "Scheduled":
          if (!may(attempt, "monitoring.hold")) return refused("NotPermitted")
          return event(current, attempt, { reason: attempt.input.reason })
        default:
          return refused("OutOfOrder")
      }
    case "Release":
      if (state?._tag !== "OnHold") return refused("OutOfOrder")
      if (!may(attempt, "monitoring.hold")) return refused("NotPermitted")
      return event(current, attempt, nothing)
    case "Withdraw":
      switch (state?._tag) {
        case "Draft":
        case "InReview":
        case "ChangesRequested":
        case "Approved":
        case "Scheduled":
        case "Failed":
        case "Missed":
        case "OnHold":
          if (!may(attempt, "content.withdraw")) return refused("NotPermitted")
          return event(current, attempt, { reason: attempt.input.reason })
        default:
          return refused("OutOfOrder")
      }
    case "MissSlot":
      switch (state?._tag) {
        case "Draft":
        case "InReview":
        case "ChangesRequested":
        case "Approved":
          return notDue(current, by, "slot") ?? event(current, attempt, nothing)
        default:
          return refused("OutOfOrder")
      }
    case "Publish": {
      if (state?._tag !== "Scheduled") return refused("OutOfOrder")
      const early = notDue(current, by, "publication")
      if (early !== undefined) return early
      const late = DateTime.isGreaterThan(at, DateTime.addDuration(state.slot, attempt.settings.tolerance))
      return event(current, attempt, { late })
    }
    case "LoseSight":
      if (state?._tag !== "Publishing") return refused("OutOfOrder")
      if (by._tag !== "World") return refused("NotPermitted")
      return event(current, attempt, { detail: attempt.input.detail })
    case "NotSeen": {
      if (state?._tag !== "Unconfirmed") return refused("OutOfOrder")
      if (by._tag !== "World") return refused("NotPermitted")
      const { every, times } = attempt.settings.looks
      const { detail } = attempt.input
      return event(
        current,
        attempt,
        state.looked + 1 < times ? { detail, nextLook: DateTime.addDuration(at, every) } : { detail }
      )
    }
    case "LookAgain":
      if (state?._tag !== "Unconfirmed") return refused("OutOfOrder")
      return notDue(current, by, "nextLook") ?? event(current, attempt, nothing)
    case "Confirm":
      switch (state?._tag) {
        case "Scheduled":
        case "Publishing":
        case "Unconfirmed":
        case "Failed": {
          if (by._tag !== "World") return refused("NotPermitted")
          if (state._tag !== "Publishing" && state._tag !== "Unconfirmed" && state.earlier === undefined) {
            return refused("NotThisOne")
          }
          const { post, publishedAt } = attempt.input
          return event(current, attempt, { post, publishedAt })
        }
        default:
          return refused("OutOfOrder")
      }
    default:
      throw new Error(`${attempt.step} is not in any of the lives.`)
  }
}

const refused = (why: string): Refused => ({ refused: why })
const nothing = {}

const may = ({ by, at, entitled }: Attempt, permission: Actor.Permission): boolean =>
  by._tag === "Person" && entitled(by, permission, at)

const did = (doers: ReadonlyArray<Actor.PersonId> | undefined, by: Actor.Actor): boolean =>
  by._tag === "Person" &&
  doers !== undefined &&
  doers.some((person) => person === by.person || person === by.onBehalfOf)

const notDue = (current: PostCase | undefined, by: Actor.Actor, deadline: Deadline): Refused | undefined => {
  if (by._tag !== "Clock") return refused("NotPermitted")
  const isNext = by.deadline === deadline && current?.clocks[deadline]?.fired === by.rung - 1
  return isNext ? undefined : refused("NotDue")
}

const event = (
  current: PostCase | undefined,
  { step, case: id, by, at, handbook }: Attempt,
  facts: Event["facts"]
): Event =>
  // Every case above gives the facts of its own step.
  ({ case: id, version: current === undefined ? 1 : current.version + 1, step, facts, by, at, handbook }) as Event
