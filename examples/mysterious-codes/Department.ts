/**
 * A department at its work: what is due first is done first, and what has no date when nothing else is left. Its other work is the same in both stories.
 *
 * @module
 */
import { Duration, Effect } from "effect"
import { assumptions } from "./Assumptions.ts"
import { stream } from "./Chance.ts"
import type { Deed } from "./House.ts"

/** Something that a department has to do. */
interface Job {
  minutes: number
  /** Nothing where nobody has said until when. */
  readonly due: number | undefined
  readonly done: Deed
}

const hour = Duration.toMillis("1 hour")
const ofDay = 9 * 60

/** A department of that name, without a job. */
export const make = (seed: string, name: string) => {
  const jobs: Array<Job> = []
  const known = new Set<string>()
  let today = ""

  /** The dated work of a day, of all the others who want something. */
  const begin = (day: string, now: number) => {
    const chance = stream(`${seed}/${name}/${day}`)
    const load = assumptions.departmentLoad.value * (0.6 + 0.8 * chance())
    for (let left = load * ofDay; left > 0; ) {
      const minutes = Math.min(left, 30 + 60 * chance())
      jobs.push({ minutes, due: now + (8 + 40 * chance()) * hour, done: Effect.void })
      left -= minutes
    }
  }

  return {
    /** Takes something on, once for its name. */
    ask: (called: string, done: Deed, due?: number) => {
      if (known.has(called)) return
      known.add(called)
      jobs.push({ minutes: assumptions.callMinutes.value, due, done })
    },
    /** Works for an hour of the office. */
    work: (day: string, now: number): Deed =>
      Effect.gen(function* () {
        if (day !== today) begin(day, now)
        today = day
        for (let left = 60; left > 0; ) {
          const job = jobs.reduce<Job | undefined>(
            (first, one) => (first === undefined || dueOf(one) < dueOf(first) ? one : first),
            undefined
          )
          if (job === undefined) return
          const spent = Math.min(left, job.minutes)
          left -= spent
          job.minutes -= spent
          if (job.minutes > 0) continue
          jobs.splice(jobs.indexOf(job), 1)
          yield* job.done
        }
      })
  }
}
/** A department. */
export type Department = ReturnType<typeof make>

const dueOf = ({ due = Number.POSITIVE_INFINITY }: Job): number => due
