/** A lead and two others who are told in turn, and messengers that reach some of them. */
import { PostProcess } from "@dualops/core/content"
import type { Bilingual } from "@dualops/core/finding"
import {
  Carrier,
  Caseload,
  type Editions,
  NoticeProcess,
  Operations,
  type Store,
  Worker,
  Writing
} from "@dualops/core/operations"
import { Actor, Case, Notify } from "@dualops/core/process"
import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import { at9, edition, inReview, later, qin, tang, work, zhou } from "./house.ts"

export const base = edition("1")
/** After tang, who is the lead, zhou and qin are told. */
export const chain: Editions.Edition = {
  ...base,
  // Notices alone ask for the others.
  settings: (process) => Object.assign({}, base.settings(process), { others: [zhou.person, qin.person] }) as never
}

export const heard: Array<string> = []
export const isWarning = ({ en }: Bilingual.Bilingual) => en.includes("runs out at")
/** A messenger that reaches nobody but these people. Warnings always arrive: they have tests of their own. */
export const reaching = (
  people: ReadonlyArray<string>,
  failure: Carrier.Failure = new Writing.Refused({ code: "left", detail: "no such user" })
) =>
  Carrier.make(Notify.notify, ({ message, to }) =>
    Effect.suspend(() => {
      if (isWarning(message)) return Effect.succeed({})
      heard.push(people.includes(to) ? to : `${to}?`)
      return people.includes(to) ? Effect.succeed({}) : Effect.fail(failure)
    })
  )

export const workUntil = Effect.fnUntraced(function* (moment: DateTime.Utc, tell: ReturnType<typeof reaching>) {
  let busy = true
  while (busy) {
    yield* TestClock.setTime(Math.min(moment.epochMilliseconds, (yield* DateTime.now).epochMilliseconds + 60_000))
    const { carried, fired } = yield* Worker.round({ ...work, carriers: [tell] })
    busy = carried + fired > 0 || DateTime.isLessThan(yield* DateTime.now, moment)
  }
})

/** Nobody reviews for an hour, so the lead is reminded. */
export const reminded = (tell: ReturnType<typeof reaching>, minutes = 61) =>
  Effect.andThen(inReview, workUntil(later(minutes), tell))

export const house = <A, E>(body: Effect.Effect<A, E, Store | Editions.Editions>) =>
  at9(
    Effect.andThen(
      Effect.sync(() => void heard.splice(0)),
      body
    ),
    chain
  )

export const notices = Effect.suspend(() =>
  Effect.map(Caseload.make([PostProcess]).cases, (cases) =>
    cases.filter(({ process }) => process === NoticeProcess).map(({ case: one }) => one)
  )
)

export const inBox = Case.CaseId.make("in the box")
export const turnUp = Operations.send(NoticeProcess, {
  key: "turned up",
  case: inBox,
  step: "TurnUp",
  by: Actor.world,
  input: { process: "Post", case: "moon", message: { zh: "请核对", en: "please look" } }
})
export const acknowledge = Operations.send(NoticeProcess, {
  key: "have it",
  case: inBox,
  step: "Acknowledge",
  by: tang,
  input: { note: "have it" }
})
