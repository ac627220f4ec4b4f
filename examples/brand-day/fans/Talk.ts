/**
 * What became of what fans wrote: every case from the first word to its end, with what its clocks showed whenever one stopped or ran out.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core"
import { Caseload, Editions, Operations, Process } from "@dualops/core"
import type { AccountId } from "@dualops/core/account"
import { WarningProcess } from "@dualops/core/attention"
import { type Complaint, ComplaintProcess, ReferralProcess } from "@dualops/core/complaints"
import { type Answer, AnswerProcess, Interaction } from "@dualops/core/interaction"
import { Observations } from "@dualops/core/observations"
import { ClockText } from "@dualops/core/pages"
import { Clocks, Face } from "@dualops/core/process"
import { HandOverReceiptProcess, TakeoverProcess } from "@dualops/core/team"
import { Heard, type Label } from "@dualops/core/triage"
import { DateTime, Duration, Effect, Predicate, Schema } from "effect"

/** A step that was taken. */
export interface Mark {
  readonly at: DateTime.Utc
  readonly process: Process.Any
  readonly step: Bilingual.Bilingual
  readonly by: Parameters<typeof Face.actor>[1]
  /** What the clocks showed that it stopped, or that ran out. */
  readonly clocks: ReadonlyArray<Bilingual.Bilingual>
  /** Who was told of it. */
  readonly told: string | undefined
  /** What was said to the fan. */
  readonly said: string | undefined
}

/** What a fan wrote, and what became of it. */
export interface Talk {
  readonly fan: string
  readonly text: string
  readonly at: DateTime.Utc
  readonly process: Process.Any
  readonly state: string
  readonly isOver: boolean
  readonly marks: ReadonlyArray<Mark>
}

/** The talks of the day, what was only counted, and the night. */
export interface Ending {
  readonly talks: ReadonlyArray<Talk>
  readonly counted: ReadonlyArray<{ readonly fan: string; readonly text: string; readonly label: Label.Label }>
  readonly night: ReadonlyArray<Mark>
}

/** How the talks of the day have ended, or stand. */
export const ending = Effect.fnUntraced(function* (account: AccountId) {
  const all = yield* Caseload.everyCase([AnswerProcess, ComplaintProcess, ReferralProcess, ...arrangements])
  const warnings = all.filter(({ process }) => process === WarningProcess)
  const talks = yield* Effect.forEach(all.filter(isTalk), (one) => talkOf(one, all, warnings))
  const night = yield* Effect.forEach(
    all.filter(({ process }) => arrangements.includes(process)),
    marksOf
  )
  return {
    talks: talks.sort((one, other) => DateTime.Order(one.at, other.at)),
    counted: yield* countedOf(account),
    night: inOrder(night.flat())
  } satisfies Ending
})

/** What the fan is called whom a case is about. */
export const fanOf = (state: { readonly _tag: string }): string | undefined =>
  isAboutFan(state) ? (state.interaction.from.name ?? state.interaction.from.id) : undefined
const isAboutFan = Schema.is(Schema.Struct({ interaction: Interaction.Interaction }))

const arrangements: ReadonlyArray<Process.Any> = [TakeoverProcess, HandOverReceiptProcess]

/** A case that a fan's words have begun, and none that another case has. */
const isTalk = ({ case: { parent }, process }: Caseload.AnyCase) =>
  parent === undefined && (process === AnswerProcess || process === ComplaintProcess)

const talkOf = Effect.fnUntraced(function* (
  talk: Caseload.AnyCase,
  all: ReadonlyArray<Caseload.AnyCase>,
  warnings: ReadonlyArray<Caseload.AnyCase>
) {
  const referrals = all.filter(
    ({ case: { parent }, process }) => process === ReferralProcess && parent?.case === talk.case.id
  )
  const marks = yield* Effect.forEach([talk, ...referrals], marksOf)
  const family = [talk, ...referrals].map(({ case: { id } }) => id)
  const warned = yield* Effect.forEach(warnings, (warning) => warningOf(warning, family))
  // A talk is of one of these two, by the filter above.
  const state = talk.case.state as Answer.State | Complaint.State
  const { at, from, text } = state.interaction
  return {
    fan: from.name ?? from.id,
    text,
    at,
    process: talk.process,
    state: state._tag,
    isOver: Process.isOver(talk.process, talk.case),
    marks: inOrder([...marks.flat(), ...warned.flat()])
  } satisfies Talk
})

/** Every step of a case, with what its clocks showed just before it and no longer show after it. */
const marksOf = Effect.fnUntraced(function* ({ case: { handbook, id }, process }: Caseload.AnyCase) {
  const edition = yield* Editions.Editions.use((editions) => editions.edition(handbook))
  const settings = edition.settings(process)
  const marks: Array<Mark> = []
  let current: Caseload.AnyCase["case"] | undefined
  for (const event of yield* Operations.read(process, id)) {
    const show = (one: typeof current) =>
      one === undefined ? [] : Clocks.reading(process, one, settings, edition.calendars, event.at)
    const before = show(current)
    current = Process.evolve(process, current, event)
    const after = show(current)
    const stopped = before.filter(({ deadline, rung, state, used }) => {
      if (state === "paused" || Duration.toMinutes(used) < 1) return false
      const now = after.find((clock) => clock.deadline === deadline)
      return now === undefined || now.rung !== rung || now.state !== state
    })
    marks.push({
      at: event.at,
      process,
      step: Face.step(process, event.step),
      by: event.by,
      clocks: stopped.flatMap(ClockText.of),
      told: textIn(event.facts, "to") ?? textIn(event.facts, "lead"),
      said: event.by._tag === "Person" ? textIn(event.facts, "text") : undefined
    })
  }
  return marks
})

/** A text among the facts of a step: whom an escalation has told, or what was said to the fan. */
const textIn = (facts: unknown, name: "to" | "lead" | "text"): string | undefined =>
  Predicate.hasProperty(facts, name) && typeof facts[name] === "string" ? facts[name] : undefined

/** A warning that a clock was about to run out, where it is one of these cases'. */
const warningOf = Effect.fnUntraced(function* (warning: Caseload.AnyCase, family: ReadonlyArray<string>) {
  const [turnedUp] = yield* Operations.read(WarningProcess, warning.case.id)
  if (turnedUp?.step !== "TurnUp" || !family.includes(turnedUp.facts.case)) return []
  const { chain, message } = turnedUp.facts
  return [
    {
      at: turnedUp.at,
      process: WarningProcess,
      step: message,
      by: turnedUp.by,
      clocks: [],
      told: chain[0],
      said: undefined
    }
  ]
})

const inOrder = (marks: ReadonlyArray<Mark>) => marks.toSorted((one, other) => DateTime.Order(one.at, other.at))

/** What fans wrote that became nobody's task. */
const countedOf = (account: AccountId) =>
  Effect.map(Observations.page(Heard.kind, { account, order: "oldest", limit: 100 }), ({ observations }) =>
    observations.flatMap(({ facts: { became, label }, personal }) =>
      became === "counted" && personal !== undefined
        ? [{ fan: personal.name ?? personal.fan, text: personal.text, label }]
        : []
    )
  )
