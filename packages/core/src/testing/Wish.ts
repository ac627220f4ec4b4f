/**
 * What a random run would like to do: without a wish, it hardly ever leaves the first states of its process.
 *
 * @module
 */
import type { Case } from "../process/Case.ts"
import { leadsTo } from "../process/Declaration.ts"
import { type Edge, edges } from "../process/Graph.ts"
import type * as Process from "../process/Process.ts"

/** How much each step is worth to a run whose case stands here, and which has taken those steps. */
export type Wish<P extends Process.Any> = (
  current: Case<Process.StateOf<P>> | undefined,
  taken: ReadonlySet<string>
) => (step: Process.StepOf<P>) => number

/**
 * The wish to take these steps, one after the other. A step is worth the more, the nearer it brings the run to the first of them that
 * has not been taken.
 */
export const wishing = <P extends Process.Any>(process: P) => {
  const distances = new Map(
    Object.entries(process.steps).map(([name, { from }]) => [name, distancesTo(from, edges(process))])
  )
  return (steps: ReadonlyArray<string>): Wish<P> =>
    (current, taken) => {
      const wish = steps.find((step) => !taken.has(step)) ?? ""
      const away = (state: string) => distances.get(wish)?.get(state) ?? Number.POSITIVE_INFINITY
      const state = current?.state._tag ?? ""
      return (name) => {
        const step = process.steps[name]
        if (step === undefined || name === wish) return 16
        const then = Math.min(...leadsTo(step, state).map(away))
        // Where the wish could be taken but for a rule, the run stays and does what the rule may wait for.
        if (then === away(state)) return then === 0 ? 16 : 4
        return then < away(state) ? 16 : then < Number.POSITIVE_INFINITY ? 2 : 1
      }
    }
}

/** How many steps it takes from each state to the nearest of the goals. */
const distancesTo = (goals: ReadonlyArray<string>, all: ReadonlyArray<Edge>): ReadonlyMap<string, number> => {
  const found = new Map(goals.map((goal) => [goal, 0]))
  for (let distance = 1; distance <= all.length; distance++) {
    for (const { from, to } of all) {
      if (from !== undefined && !found.has(from) && found.get(to) === distance - 1) found.set(from, distance)
    }
  }
  return found
}
