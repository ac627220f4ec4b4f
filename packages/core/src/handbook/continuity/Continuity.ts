/**
 * What stops when somebody is gone: for every duty and every hour of a horizon, with any one person (or any two) gone, is there somebody
 * left who could do it?
 *
 * Duties that must not be in one hand (the steps of a process that are kept separate ask for their permissions) need two different people.
 * Time is swept once a duty, from one change to the next, so that a year costs no more than its shifts.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Spans from "../../calendar/Spans.ts"
import type { Duty, DutyId } from "../../internal-system/team/Duty.ts"
import type { Permission, PersonId } from "../../process/Actor.ts"
import { isPersonal } from "../../process/Declaration.ts"
import type { Any } from "../../process/Process.ts"
import * as Cover from "./Cover.ts"

/** A duty that nobody does from a moment on, because these people are gone; without any, nobody does it though all are there. */
export interface Lapse {
  readonly duty: DutyId
  readonly gone: ReadonlyArray<PersonId>
  /** The first moment of the horizon at which it happens. */
  readonly at: Moment
  /** The only one left would have to do this duty as well, which must be in another hand. */
  readonly conflict: { readonly duty: DutyId; readonly person: PersonId } | undefined
}

/** The first moment at which each duty lapses, with all there and with any one person gone. */
export const nMinusOne = (cover: Cover.Cover, processes: ReadonlyArray<Any> = []): ReadonlyArray<Lapse> =>
  lapses(cover, processes, 1)

/** The same, and with any two people gone of whom neither alone makes it lapse at that moment. */
export const nMinusTwo = (cover: Cover.Cover, processes: ReadonlyArray<Any> = []): ReadonlyArray<Lapse> =>
  lapses(cover, processes, 2)

/** Somebody who could do a duty, and when. */
interface Candidate {
  readonly person: PersonId
  readonly line: Spans.Spans
}

const lapses = (cover: Cover.Cover, processes: ReadonlyArray<Any>, most: 1 | 2): ReadonlyArray<Lapse> => {
  const found = new Map<string, Lapse>()
  const report = (lapse: Omit<Lapse, "at">, at: number) => {
    const key = `${lapse.duty}\n${[...lapse.gone].sort().join("\n")}`
    const earlier = found.get(key)
    if (earlier === undefined || at < DateTime.toEpochMillis(earlier.at))
      found.set(key, { ...lapse, at: DateTime.makeUnsafe(at) })
  }
  const lines = new Map(
    cover.duties.map(([id, duty]) => {
      const candidates = candidatesFor(cover, id, duty)
      return [id, { candidates, thin: alone(cover.hours(duty.hours), candidates, most, id, report) }] as const
    })
  )
  for (const [first, second] of keptApart(cover.duties, processes)) {
    const one = lines.get(first)
    const other = lines.get(second)
    // Without anybody in common, nobody can be the only one left for both.
    if (!one?.candidates.some(({ person }) => other?.candidates.some((rival) => rival.person === person))) continue
    if (other === undefined) continue
    const hours = Spans.intersection(one.thin, other.thin)
    if (hours.length > 0) together(hours, [one.candidates, other.candidates], most, [first, second], report)
  }
  return [...found.values()].sort((one, other) => DateTime.Order(one.at, other.at))
}

const candidatesFor = (cover: Cover.Cover, id: DutyId, duty: Duty): ReadonlyArray<Candidate> =>
  Cover.named(cover, id, duty).flatMap((person) => {
    const line = Cover.line(cover, person, id, duty)
    return line.length === 0 ? [] : [{ person, line }]
  })

type Report = (lapse: Omit<Lapse, "at">, at: number) => void

/**
 * The duty lapses when nobody is left; so the people whose going does it are exactly those who are there. Answers when so few are there
 * that one more duty in their hands could matter.
 */
const alone = (
  hours: Spans.Spans,
  candidates: ReadonlyArray<Candidate>,
  most: number,
  duty: DutyId,
  report: Report
): Spans.Spans => {
  const thin: Array<number> = []
  Spans.sweep([hours, ...candidates.map(({ line }) => line)], (at, on) => {
    const there = on[0] ? candidates.filter((_, index) => on[index + 1]) : []
    const few = on[0] === true && there.length <= most + 1
    if (few !== (thin.length % 2 === 1)) thin.push(at)
    if (few && there.length <= most) report({ duty, gone: there.map(({ person }) => person), conflict: undefined }, at)
  })
  return thin
}

/** Both duties have somebody left, and it is the same one. */
const together = (
  hours: Spans.Spans,
  [ones, others]: readonly [ReadonlyArray<Candidate>, ReadonlyArray<Candidate>],
  most: number,
  [first, second]: readonly [DutyId, DutyId],
  report: Report
) =>
  Spans.sweep([hours, ...[...ones, ...others].map(({ line }) => Spans.intersection(line, hours))], (at, on) => {
    if (!on[0]) return
    const forOne = new Set(ones.flatMap(({ person }, index) => (on[index + 1] ? [person] : [])))
    const forOther = new Set(others.flatMap(({ person }, index) => (on[index + 1 + ones.length] ? [person] : [])))
    const all = [...new Set([...forOne, ...forOther])]
    if (all.length > most + 1) return
    for (const person of all) {
      if (!forOne.has(person) || !forOther.has(person)) continue
      // With everybody else gone, this one is left for both.
      report({ duty: second, gone: all.filter((one) => one !== person), conflict: { duty: first, person } }, at)
    }
  })

/** Pairs of duties, the second of which asks for the permission of a step that is kept apart from one of the first. */
const keptApart = (duties: Cover.Cover["duties"], processes: ReadonlyArray<Any>) => {
  const pairs = separations(processes)
  return duties.flatMap((one) =>
    duties.flatMap((other) =>
      one !== other &&
      pairs.some(([first, second]) => one[1].permissions.includes(first) && other[1].permissions.includes(second))
        ? [[one[0], other[0]] as const]
        : []
    )
  )
}

/** The permissions that must not be used by the same person in one case. */
export const separations = (
  processes: ReadonlyArray<Any>
): ReadonlyArray<readonly [first: Permission, second: Permission]> =>
  processes.flatMap(({ separate, steps }) =>
    separate.flatMap(([one, other]) => {
      const first = steps[one]?.by
      const second = steps[other]?.by
      return isPersonal(first) && isPersonal(second) && first !== second ? [[first, second] as const] : []
    })
  )
