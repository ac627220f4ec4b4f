/**
 * A process as states and the steps between them, and the shortest ways through it.
 *
 * @module
 */
import { leadsTo } from "./Declaration.ts"
import type { Any } from "./Declared.ts"

/** A step from one state to another; `from` is absent where the step opens a case. */
export interface Edge {
  readonly from: string | undefined
  readonly step: string
  readonly to: string
}

/** Every way a case can move, in the order of the declaration. */
export const edges = (process: Any): ReadonlyArray<Edge> =>
  Object.entries(process.steps).flatMap(
    ([name, step]): ReadonlyArray<Edge> =>
      step.from.length === 0
        ? step.to.map((to) => ({ from: undefined, step: name, to }))
        : step.from.flatMap((from) => leadsTo(step, from).map((to) => ({ from, step: name, to })))
  )

/** The shortest way from nothing to each state that a case can come to. */
export const ways = (all: ReadonlyArray<Edge>): ReadonlyMap<string, ReadonlyArray<Edge>> => {
  const found = new Map<string, ReadonlyArray<Edge>>()
  let frontier: ReadonlyArray<readonly [state: string | undefined, way: ReadonlyArray<Edge>]> = [[undefined, []]]
  while (frontier.length > 0) {
    const next: Array<readonly [string, ReadonlyArray<Edge>]> = []
    for (const [state, way] of frontier) {
      for (const edge of all) {
        if (edge.from !== state || found.has(edge.to)) continue
        found.set(edge.to, [...way, edge])
        next.push([edge.to, [...way, edge]])
      }
    }
    frontier = next
  }
  return found
}

/** The states from which one of the goals can be reached, the goals included. */
export const leadingTo = (all: ReadonlyArray<Edge>, goals: Iterable<string>): ReadonlySet<string> => {
  const found = new Set(goals)
  let before = -1
  while (before < found.size) {
    before = found.size
    for (const edge of all) if (edge.from !== undefined && found.has(edge.to)) found.add(edge.from)
  }
  return found
}

/** The states that can be reached from one of these, themselves included. */
export const leadingFrom = (all: ReadonlyArray<Edge>, starts: Iterable<string>): ReadonlySet<string> => {
  const found = new Set(starts)
  // A set is gone through to its end, also through what is added meanwhile.
  for (const state of found) for (const edge of all) if (edge.from === state) found.add(edge.to)
  return found
}

/** The way as a reader follows it: `Compose leads to Draft, Hold leads to OnHold`. */
export const tell = (way: ReadonlyArray<Edge>): string => way.map(({ step, to }) => `${step} leads to ${to}`).join(", ")

/** The same, in Chinese. */
export const tellZh = (way: ReadonlyArray<Edge>): string => way.map(({ step, to }) => `${step} 到达 ${to}`).join("，")

/** Whether a case in this state is about to do outside, by itself, what must not be done twice, or has begun to. */
export const goesOut = (process: Any, state: string): boolean =>
  Object.entries(process.actions).some(([action, { repeatable }]) => {
    if (repeatable) return false
    const unheard = process.steps[process.outcomes[action]?.unknown ?? ""]
    return (
      unheard?.from.includes(state) === true ||
      Object.values(process.steps).some(
        ({ by, from, performs }) => by === "clock" && from.includes(state) && Object.hasOwn(performs, action)
      )
    )
  })
