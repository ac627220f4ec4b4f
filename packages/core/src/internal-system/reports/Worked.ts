/**
 * What has happened in cases, as reports count it: every step, every clock of a deadline that has run, and what is open. A fold over the log, pages at a time; of cases
 * that are over it keeps no more than that.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Edition } from "../../operations/Editions.ts"
import type { Entry } from "../../operations/EventLog.ts"
import { type Actor, authority, type PersonId } from "../../process/Actor.ts"
import { type Address, type Case, type HandbookVersion, keyOf, type Tagged } from "../../process/Case.ts"
import * as Face from "../../process/Face.ts"
import * as Process from "../../process/Process.ts"
import * as Promised from "./Promised.ts"

/** A step that was taken. */
export interface Deed extends Address {
  readonly position: number
  readonly step: string
  readonly at: Moment
  readonly by: Actor
  /** Whether it began the case, and whether it ended it. */
  readonly begins: boolean
  readonly ends: boolean
  readonly tags: ReadonlyArray<string>
}

/** The clock of a promise that has run, and runs no more; or runs on, at the end. */
export interface Ran extends Address {
  /** Of the event by which it stopped; of the last one, where it runs on. */
  readonly position: number
  readonly deadline: string
  readonly from: Moment
  /** Nothing where it runs on. */
  readonly ended: Moment | undefined
  /** Who stopped it; while it runs, and where it ran out, whoever is waited for. */
  readonly people: ReadonlyArray<PersonId>
  readonly isInTime: boolean
  /** By how much working time the promise was exceeded, in minutes. */
  readonly lateMinutes: number
}

/** An open case, and who is waited for. */
export interface Open extends Address {
  readonly since: Moment
  readonly people: ReadonlyArray<PersonId>
}

/** What has happened. */
export interface Worked {
  readonly deeds: ReadonlyArray<Deed>
  readonly ran: ReadonlyArray<Ran>
  readonly open: ReadonlyArray<Open>
  /** Positions of events that could not be read. */
  readonly unreadable: ReadonlyArray<number>
}

/** What it takes to read a log. */
export interface Reader {
  readonly processes: ReadonlyArray<Process.Any>
  /** The edition that a case runs under; of one that is not kept no clock is read. */
  readonly edition: (version: HandbookVersion) => Pick<Edition, "settings" | "calendars"> | undefined
  /** What happened before is read for what is open, and not counted; everything is, where it is left out. */
  readonly from?: Moment
  /** What happened from then on has not happened yet. */
  readonly until: Moment
  /** Whether an event under this edition is of the house's own account; of another one, nothing is counted. */
  readonly isOwn?: (version: HandbookVersion) => boolean
  /** Only this case and those that it has begun, however far down; all, where it is left out. */
  readonly family?: Address
  /** Hears of every step that is counted, with the case as it was before and is after it. */
  readonly hears?: (step: Heard) => void
}

/** A step of a case, as a reader hears of it. */
export interface Heard {
  readonly process: string
  readonly before: Case<Tagged> | undefined
  readonly after: Case<Tagged>
  readonly at: Moment
}

/** Reads a log: takes what it is given, in its order, and says what it has come to. */
export const follow = ({ edition, family, from, hears, isOwn = () => true, processes, until }: Reader) => {
  const known = new Map(
    processes.map((process) => [process.name, { process, decode: Schema.decodeUnknownResult(process.event) }])
  )
  const open = new Map<string, { process: Process.Any; begun: Moment; current: Case<Tagged>; position: number }>()
  const [deeds, ran, unreadable]: [Array<Deed>, Array<Ran & { readonly ended: Moment }>, Array<number>] = [[], [], []]
  const members = new Set(family === undefined ? [] : [keyOf(family)])
  const isMember = (key: string, { parent }: Case<Tagged>): boolean => {
    if (family === undefined || members.has(key)) return true
    if (parent === undefined || !members.has(keyOf(parent))) return false
    members.add(key)
    return true
  }

  const take = (entry: Entry): void => {
    const of = known.get(entry.process)
    if (of === undefined) return
    const event = of.decode(entry.event)
    if (Result.isFailure(event)) return void unreadable.push(entry.position)
    // The process of that name has read it.
    const happened = event.success as Process.EventOf<Process.Any>
    if (!DateTime.isLessThan(happened.at, until) || !isOwn(happened.handbook)) return
    const { process } = of
    const key = keyOf(entry)
    const before = open.get(key)
    const current = Process.evolve(process, before?.current, happened)
    const ends = Process.isOver(process, current)
    if (ends) open.delete(key)
    else open.set(key, { process, begun: before?.begun ?? happened.at, current, position: entry.position })
    if (!isMember(key, current)) return
    hears?.({ process: process.name, before: before?.current, after: current, at: happened.at })
    if (from !== undefined && DateTime.isLessThan(happened.at, from)) return
    const address = { process: entry.process, case: entry.case, position: entry.position }
    const { at, by, step } = happened
    deeds.push({ ...address, step, at, by, begins: before === undefined, ends, tags: process.tags(current.state) })
    if (before !== undefined) {
      const rules = edition(current.handbook)
      const people = by._tag === "Person" ? [authority(by)] : Face.awaits(process, before.current)
      for (const one of rules === undefined ? [] : Promised.stopped(process, before.current, current, rules, at))
        ran.push({ ...address, ...one, ended: at, people })
    }
  }
  const stillOpen = () => [...open].flatMap(([key, one]) => (isMember(key, one.current) ? [one] : []))

  const running = (asOf: Moment): ReadonlyArray<Ran> =>
    stillOpen().flatMap(({ current, position, process }) => {
      const rules = edition(current.handbook)
      const address = { process: process.name, case: current.id, position }
      const people = Face.awaits(process, current)
      return rules === undefined
        ? []
        : Promised.running(process, current, rules, asOf).map((one) => ({
            ...address,
            ...one,
            ended: undefined,
            people
          }))
    })

  return {
    /** Takes entries of the log, in its order. */
    take: (entries: ReadonlyArray<Entry>): void => entries.forEach(take),
    /** What they have come to, of what happened from a moment on; clocks that run on, as of another. */
    worked: (since: Moment | undefined = from, asOf: Moment = until): Worked => {
      const isMeant = (at: Moment) => since === undefined || DateTime.isGreaterThanOrEqualTo(at, since)
      return {
        deeds: deeds.filter(({ at }) => isMeant(at)),
        ran: [...ran.filter(({ ended }) => isMeant(ended)), ...running(asOf)],
        open: stillOpen().map(({ begun, current, process }) => ({
          process: process.name,
          case: current.id,
          since: begun,
          people: Face.awaits(process, current)
        })),
        unreadable: [...unreadable]
      }
    }
  }
}
