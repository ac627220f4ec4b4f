/**
 * Whether a process can always be brought to an end, and never stands still unnoticed: checked on its declaration, before it runs.
 *
 * Every finding comes with a way that leads to the trouble, as a story that a person can follow.
 *
 * @module
 */
import { Schema } from "effect"
import type { Finding } from "../finding/Finding.ts"
import { askedTwice } from "./AskedTwice.ts"
import * as DeadlineWords from "./DeadlineMessages.ts"
import { type AnyDeadline, firing, isPersonal } from "./Declaration.ts"
import type { Any } from "./Declared.ts"
import { family } from "./FamilySoundness.ts"
import { type Edge, edges, leadingTo, tell, tellZh, ways } from "./Graph.ts"
import * as Words from "./SoundnessMessages.ts"

/** Everything that is wrong with the process; a sound one has no finding. */
export const check = (process: Any): ReadonlyArray<Finding> => {
  const all = edges(process)
  const picture: Picture = { process, all, ways: ways(all), ending: leadingTo(all, process.final) }
  return [
    states(picture),
    steps(picture),
    deadlines(picture),
    outcomes(picture),
    family(process, all),
    again(picture),
    separations(picture)
  ].flat()
}

/** Everything that is wrong with these processes, each by itself and together: what a step needs, none of them may ever grant. */
export const together = (processes: ReadonlyArray<Any>): ReadonlyArray<Finding> => {
  const granted = new Set(
    processes.flatMap(({ standing }) =>
      Object.values(standing).flatMap((all) => all.flatMap((one) => ("grants" in one ? [one.grants.name] : [])))
    )
  )
  return [
    ...processes.flatMap(check),
    ...processes.flatMap(({ name, steps }) =>
      Object.entries(steps).flatMap(([step, { needs }]) =>
        needs.flatMap(({ grant }) =>
          granted.has(grant.name) ? [] : [Words.neverGranted(`${name}.steps.${step}`, step, grant)]
        )
      )
    )
  ]
}

interface Picture {
  readonly process: Any
  readonly all: ReadonlyArray<Edge>
  readonly ways: ReadonlyMap<string, ReadonlyArray<Edge>>
  readonly ending: ReadonlySet<string>
}

const states = ({ all, ending, process, ways }: Picture) =>
  process.states.flatMap((state) => {
    const at = `${process.name}.states.${state}`
    const way = ways.get(state)
    if (way === undefined) return [Words.unreachableState(at, state)]
    const story = { zh: tellZh(way), en: tell(way) }
    const out = all.find((edge) => edge.from === state)
    if (process.final.includes(state)) {
      return out === undefined ? [] : [Words.wayOutOfTheEnd(at, story, state, out.step)]
    }
    return [
      ...(ending.has(state) ? [] : [Words.noWayToAnEnd(at, story, state, process.final)]),
      ...(process.phases[state]?.includes("runs")
        ? []
        : [Words.standsStill(at, story, state, waitsFor(process, state))])
    ]
  })

const waitsFor = (process: Any, state: string): ReadonlyArray<string> =>
  Object.entries(process.steps).flatMap(([name, step]) => (step.from.includes(state) ? [`${name} (${step.by})`] : []))

const steps = ({ process, ways }: Picture) =>
  Object.entries(process.steps).flatMap(([name, step]) =>
    step.from.length > 0 && !step.from.some((state) => ways.has(state))
      ? [Words.deadStep(`${process.name}.steps.${name}`, name, step.from)]
      : step.by === "clock" && !isFired(process, name)
        ? [DeadlineWords.neverFired(`${process.name}.steps.${name}`, name, step.from)]
        : []
  )

const isFired = (process: Any, step: string): boolean =>
  Object.values(process.deadlines).some(
    (deadline) =>
      firing(deadline).includes(step) && deadline.while.some((state) => process.steps[step]?.from.includes(state))
  )

const deadlines = ({ all, process, ways }: Picture) =>
  Object.entries(process.deadlines).flatMap(([name, deadline]) => {
    const at = `${process.name}.deadlines.${name}`
    const warns =
      typeof deadline.warnAt === "function" || (deadline.warnAt >= 0 && deadline.warnAt <= 1)
        ? []
        : [DeadlineWords.warnsAtNoTime(at, name, deadline.warnAt)]
    return [
      ...warns,
      ...firing(deadline).flatMap((step) => fires(process, ways, at, name, deadline, step)),
      ...pauses(all, at, name, deadline, ways)
    ]
  })

/** What a deadline fires is a step of the clock, which can be taken wherever the deadline runs. */
const fires = (
  process: Any,
  ways: Picture["ways"],
  at: string,
  name: string,
  deadline: AnyDeadline,
  step: string
): ReadonlyArray<Finding> => {
  const fired = process.steps[step]
  if (fired === undefined) return [DeadlineWords.deadlineWithoutStep(at, name, step)]
  if (fired.by !== "clock") return [DeadlineWords.notTheClocks(at, name, step, fired.by)]
  if (!Schema.is(fired.input)({})) return [DeadlineWords.clockHasNothingToSay(at, name, step)]
  return deadline.while.flatMap((state) => {
    const way = ways.get(state) ?? []
    return fired.from.includes(state)
      ? []
      : [DeadlineWords.firesInVain(at, { zh: tellZh(way), en: tell(way) }, name, step, state)]
  })
}

/** A pause is one of a clock that runs again. */
const pauses = (
  all: ReadonlyArray<Edge>,
  at: string,
  name: string,
  { pausedIn, while: runsIn }: AnyDeadline,
  ways: Picture["ways"]
) => {
  const kept = new Set([...runsIn, ...pausedIn])
  // Anywhere else it is forgotten, and would begin anew.
  const resuming = leadingTo(
    all.filter(({ from, to }) => from !== undefined && kept.has(from) && kept.has(to)),
    runsIn
  )
  return pausedIn.flatMap((state) => {
    if (runsIn.includes(state)) return [DeadlineWords.runsAndStands(at, name, state)]
    const way = ways.get(state) ?? []
    return resuming.has(state) ? [] : [DeadlineWords.pausedForEver(at, { zh: tellZh(way), en: tell(way) }, name, state)]
  })
}

const outcomes = ({ process }: Picture) =>
  Object.entries(process.steps).flatMap(([stepName, step]) =>
    Object.keys(step.performs).flatMap((action) => {
      const at = `${process.name}.outcomes.${action}`
      const taken = process.outcomes[action]
      if (taken === undefined) {
        return process.actions[action]?.repeatable === true ? [] : [Words.outcomeNotTaken(at, action, stepName)]
      }
      return Object.entries<string>(taken).flatMap(([outcome, name]) => {
        const taker = process.steps[name]
        const arrives = step.to.length === 0 ? step.from : step.to
        return taker?.by === "world" && arrives.some((state) => taker.from.includes(state))
          ? []
          : [Words.outcomeInVain(`${at}.${outcome}`, action, outcome, name, arrives)]
      })
    })
  )

const again = ({ all, process, ways }: Picture) =>
  askedTwice(process, all).map(({ action, step, untold, unlooked, way }) => {
    const story = [...(ways.get(way[0]?.from ?? "") ?? []), ...way]
    return Words.askedTwice(
      `${process.name}.steps.${step}`,
      { zh: tellZh(story), en: tell(story) },
      {
        action,
        step,
        untold,
        unlooked
      }
    )
  })

const separations = ({ process }: Picture) =>
  process.separate.flatMap(([one, other]) => {
    const people = [one, other].every((name) => {
      return isPersonal(process.steps[name]?.by)
    })
    return people && one !== other ? [] : [Words.notTwoPeople(`${process.name}.separate`, one, other)]
  })
