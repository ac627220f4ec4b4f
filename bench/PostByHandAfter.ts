/**
 * What the post written by hand is after an event: its state, who did what, and its clocks.
 *
 * @module
 */
import type { Post } from "@dualops/core/content"
import type { Actor } from "@dualops/core/process"
import type { Clock, Deadline, Event, PostCase } from "./ByHandWords.ts"

type State = Post.State
type In<Tag extends State["_tag"]> = Extract<State, { readonly _tag: Tag }>

/** The case after the event. */
export const evolve = (current: PostCase | undefined, event: Event): PostCase => {
  const state = stateAfter(current?.state, event)
  const stays = current !== undefined && current.state._tag === state._tag
  const { at, by, step } = event
  return {
    id: event.case,
    version: event.version,
    handbook: event.handbook,
    state,
    entered: stays ? current.entered : event.version,
    at,
    wrote: step === "Compose" ? withDoers(current?.wrote, by) : (current?.wrote ?? nobody),
    edited: step === "Edit" ? withDoers(current?.edited, by) : (current?.edited ?? nobody),
    approved: step === "Approve" ? withDoers(current?.approved, by) : (current?.approved ?? nobody),
    clocks: stays && by._tag !== "Clock" ? current.clocks : clocksIn(state, current?.clocks ?? noClocks, event)
  }
}

const stateAfter = (state: State | undefined, event: Event): State => {
  const { by, at } = event
  switch (event.step) {
    case "Compose": {
      const { account, content, slot } = event.facts
      const [author, ...others] = doersOf(by)
      if (author === undefined) throw new Error("Nobody has written it.")
      return { _tag: "Draft", account, content, slot, authors: [author, ...others] }
    }
    case "Edit": {
      const { account, authors } = known(state)
      const { content, slot } = event.facts
      const added = doersOf(by).filter((person) => !authors.includes(person))
      return { _tag: "Draft", account, authors: added.length === 0 ? authors : [...authors, ...added], content, slot }
    }
    case "Approve": {
      const { account, authors, content, review, slot } = known<In<"InReview">>(state)
      const given = by._tag === "Person" ? [...review.given, by] : review.given
      const { approvers, findings, needed } = review
      const _tag = given.length < needed ? "InReview" : "Approved"
      return { _tag, account, authors, content, slot, review: { approvers, needed, given, findings } }
    }
    case "RequestChanges": {
      const { account, authors, content, slot } = known(state)
      if (by._tag !== "Person") throw new Error("Nobody has asked for changes.")
      return { _tag: "ChangesRequested", account, authors, content, slot, note: event.facts.note, by: by.person }
    }
    case "Schedule": {
      const { account, authors, content, review } = known<In<"Approved" | "Failed">>(state)
      if (by._tag !== "Person") throw new Error("Nobody has scheduled it.")
      const { slot } = event.facts
      return { _tag: "Scheduled", account, authors, content, slot, review, by: by.person }
    }
    case "Hold": {
      const { account, authors, content, slot } = known(state)
      return { _tag: "OnHold", account, authors, content, slot, reason: event.facts.reason }
    }
    case "Release": {
      const { account, authors, content, slot } = known(state)
      return { _tag: "Draft", account, authors, content, slot }
    }
    case "Withdraw": {
      const { account, authors, content, slot } = known(state)
      return { _tag: "Withdrawn", account, authors, content, slot, reason: event.facts.reason }
    }
    case "MissSlot": {
      const missed = known<In<"Draft" | "InReview" | "ChangesRequested" | "Approved">>(state)
      const { _tag: was, account, authors, content, slot } = missed
      return { _tag: "Missed", account, authors, content, slot, was, detail: whyNotReady(missed) }
    }
    case "Publish": {
      const { account, authors, by: scheduler, content, review, slot } = known<In<"Scheduled">>(state)
      const post = { account, authors, content, slot, review, by: scheduler }
      return event.facts.late
        ? { _tag: "Failed", ...post, code: "slot-missed", detail: "nothing was running when its slot came" }
        : { _tag: "Publishing", ...post, since: at }
    }
    case "LoseSight": {
      const { account, authors, by: scheduler, content, review, since, slot } = known<In<"Publishing">>(state)
      const { detail } = event.facts
      return { _tag: "Unconfirmed", account, authors, content, slot, review, by: scheduler, since, detail, looked: 0 }
    }
    case "NotSeen": {
      const { account, authors, by: scheduler, content, looked, review, since, slot } = known<In<"Unconfirmed">>(state)
      const post = { account, authors, content, slot, review, by: scheduler, since }
      return { _tag: "Unconfirmed", ...post, ...event.facts, looked: looked + 1 }
    }
    case "LookAgain": {
      const { nextLook: _, ...post } = known<In<"Unconfirmed">>(state)
      return post
    }
    case "Confirm": {
      const { account, authors, by: scheduler, content, review, slot } = known<In<"Publishing">>(state)
      const { post, publishedAt } = event.facts
      return { _tag: "Published", account, authors, content, slot, review, by: scheduler, post, publishedAt }
    }
    default:
      throw new Error(`${event.step} is not in any of the lives.`)
  }
}

/** What `accept` has looked at already. */
const known = <S extends State>(state: State | undefined): S => state as S

const whyNotReady = (post: In<"Draft" | "InReview" | "ChangesRequested" | "Approved">): string => {
  switch (post._tag) {
    case "Draft":
      return "nobody had submitted it for review"
    case "InReview":
      return `it had ${post.review.given.length} of ${post.review.needed} approvals`
    case "ChangesRequested":
      return post.note
    case "Approved":
      return "nobody had scheduled it"
  }
}

const nobody: ReadonlyArray<Actor.PersonId> = []

const doersOf = (by: Actor.Actor): ReadonlyArray<Actor.PersonId> => {
  if (by._tag !== "Person") return nobody
  return by.onBehalfOf === undefined ? [by.person] : [by.person, by.onBehalfOf]
}

const withDoers = (before: ReadonlyArray<Actor.PersonId> = nobody, by: Actor.Actor): ReadonlyArray<Actor.PersonId> => {
  const added = doersOf(by).filter((person) => !before.includes(person))
  return added.length === 0 ? before : [...before, ...added]
}

const noClocks: PostCase["clocks"] = {}

/** The clocks that run in the state: those that ran before go on. */
const clocksIn = (state: State, before: PostCase["clocks"], event: Event): PostCase["clocks"] => {
  switch (state._tag) {
    case "Draft":
    case "ChangesRequested":
    case "Approved":
      return { slot: clock("slot", before.slot, event) }
    case "InReview":
      return { slot: clock("slot", before.slot, event), review: clock("review", before.review, event) }
    case "Scheduled":
      return { publication: clock("publication", before.publication, event) }
    case "Publishing":
      return { patience: clock("patience", before.patience, event) }
    case "Unconfirmed":
      return {
        nextLook: clock("nextLook", before.nextLook, event),
        attention: clock("attention", before.attention, event)
      }
    case "Published":
      return { atHand: clock("atHand", before.atHand, event) }
    case "Failed":
    case "Missed":
    case "OnHold":
      return { attention: clock("attention", before.attention, event) }
    default:
      return noClocks
  }
}

const clock = (deadline: Deadline, before: Clock | undefined, { at, by }: Event): Clock => {
  if (before === undefined) return { since: at, fired: 0, last: at }
  return by._tag === "Clock" && by.deadline === deadline
    ? { since: before.since, fired: before.fired + 1, last: at }
    : before
}
