/**
 * The work of a hand-over: cases that wait for the one who goes or that name them, by deadline.
 *
 * @module
 */
import { DateTime } from "effect"
import type { AnyCase } from "../operations/Caseload.ts"
import type { Edition } from "../operations/Editions.ts"
import * as Handbooks from "../operations/Handbooks.ts"
import * as PartOf from "../operations/PartOf.ts"
import { inPlaceOf, person } from "../process/Actor.ts"
import * as Clocks from "../process/Clocks.ts"
import { type Due, due } from "../process/Due.ts"
import * as Face from "../process/Face.ts"
import { goesOut } from "../process/Graph.ts"
import * as Process from "../process/Process.ts"
import { tasks } from "../process/Task.ts"
import { calledBy } from "./Called.ts"
import type { Change, Check, OpenCase, Way } from "./HandOverLines.ts"

/** The cases of a hand-over. */
export interface Work {
  readonly open: ReadonlyArray<OpenCase>
  /** What waits for a second pair of eyes. */
  readonly reviews: ReadonlyArray<OpenCase>
  /** What goes out by itself, or is on its way. */
  readonly scheduled: ReadonlyArray<OpenCase>
  readonly checks: ReadonlyArray<Check>
  /** Cases under an edition that is not at hand. */
  readonly adrift: ReadonlyArray<AnyCase>
}

/** The cases that go from hand to hand. What is scheduled is everybody's; the rest is what the one who goes has to do with. */
export const workOf = (change: Change): Work => {
  const [today] = change.editions
  // A hand-over is of one handbook: of another's cases nothing is in it.
  const own = change.cases.filter(({ case: { handbook } }) => {
    const edition = change.editions.find(({ version }) => version === handbook)
    return edition === undefined || Handbooks.isSame(edition, today)
  })
  const running = own.filter(
    ({ case: current, process }) => !Process.isOver(process, current) && !process.face.isArrangement
  )
  const partOf = PartOf.among(own, { called: calledBy(change.handbook) })
  const seen = running.flatMap((entry) => {
    const edition = change.editions.find(({ version }) => version === entry.case.handbook)
    return edition === undefined ? [] : [look(change, entry, edition, partOf)]
  })
  const mine = seen.filter(({ scheduled, open, entry }) => scheduled || open.ways.length > 0 || names(entry, change))
  const lines = (which: (one: Seen) => boolean) =>
    mine
      .filter(which)
      .map(({ open }) => open)
      .sort(byDeadline)
  return {
    open: lines(({ review, scheduled }) => !review && !scheduled),
    reviews: lines(({ review }) => review),
    scheduled: lines(({ scheduled }) => scheduled),
    checks: mine.flatMap((one) => checksOf(one, change)).sort((one, other) => DateTime.Order(one.at, other.at)),
    adrift: running.filter(({ case: { handbook } }) => change.editions.every(({ version }) => version !== handbook))
  }
}

interface Seen {
  readonly entry: AnyCase
  readonly open: OpenCase
  readonly dues: ReadonlyArray<Due>
  readonly review: boolean
  readonly scheduled: boolean
}

const look = (change: Change, entry: AnyCase, edition: Edition, partOf: PartOf.PartOf): Seen => {
  const {
    at,
    editions: [{ entitled }],
    in: comes,
    out
  } = change
  const { case: current, process } = entry
  const called = calledBy(change.handbook)
  const settings = edition.settings(process)
  const { calendars } = edition
  const dues = due(process, current, settings, calendars)
  const ways = tasks(process, current, person(out), at, settings, entitled, calendars).map(({ step }): Way => {
    const occasion = { case: current.id, at, handbook: current.handbook, settings, entitled, calendars }
    const closed = (by: ReturnType<typeof person>) => Process.closed(process, current, step, { ...occasion, by })
    // Either way will do; where neither does, the reason is that of acting in the other's place.
    const refusal = closed(person(comes)) === undefined ? undefined : closed(inPlaceOf(comes, out))
    return {
      step: { name: step, title: Face.step(process, step) },
      refusal: refusal === undefined ? undefined : Face.refusal(process, refusal, called, change.handbook.timeZone)
    }
  })
  const { _tag: state } = current.state
  return {
    entry,
    dues,
    review: ways.some(({ step }) => process.separate.some(([, second]) => second === step.name)),
    scheduled: goesOut(process, state),
    open: {
      process: { name: process.name, title: process.title },
      id: current.id,
      state: { name: state, title: Face.state(process, state) },
      about: Face.about(process, current, { called }),
      partOf: partOf(current),
      promised: Face.promised(process, current, called),
      due: dues[0]?.at,
      clocks: Clocks.reading(process, current, settings, calendars, at),
      ways
    }
  }
}

/** Whether the case names the one who goes: as its author, its owner, the one who asked. */
const names = ({ case: { state } }: AnyCase, { out }: Change): boolean =>
  Object.values(state).some((value: unknown) => value === out || (Array.isArray(value) && value.includes(out)))

const checksOf = ({ dues, open: { id, process }, entry }: Seen, { at }: Change): ReadonlyArray<Check> =>
  dues.flatMap(({ at: end, name, warn }): ReadonlyArray<Check> => {
    const check = { process, id, deadline: { name, title: Face.deadline(entry.process, name) } }
    return [
      ...(DateTime.isGreaterThan(end, warn) && DateTime.isGreaterThan(warn, at)
        ? [{ ...check, at: warn, kind: "warning" as const }]
        : []),
      { ...check, at: end, kind: "deadline" }
    ]
  })

const byDeadline = (one: OpenCase, other: OpenCase): number =>
  (one.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER) - (other.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER)
