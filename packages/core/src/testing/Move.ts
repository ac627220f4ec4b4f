/**
 * The next move of a random run: by the dice, but mostly one that can be made, and rather one on the way to what the run would like to do.
 *
 * @module
 */
import { DateTime } from "effect"
import * as fc from "fast-check"
import { type Moment, maximum } from "../calendar/Moment.ts"
import {
  type Actor,
  type Child,
  child,
  clock,
  inPlaceOf,
  type Permission,
  type Person,
  type PersonId,
  person,
  world
} from "../process/Actor.ts"
import type { Calendars } from "../process/Calendars.ts"
import { type Case, CaseId, HandbookVersion } from "../process/Case.ts"
import { news } from "../process/Children.ts"
import { firing } from "../process/Declaration.ts"
import { due } from "../process/Due.ts"
import * as Process from "../process/Process.ts"
import * as Inputs from "./Inputs.ts"
import type { Rulebook } from "./ProcessSpec.ts"
import type * as Wish from "./Wish.ts"

/** What chance decides about one move. 0 is always the plainest choice, so that a failing run shrinks to a plain one. */
export const die = fc.record({
  turn: fc.nat(99),
  pause: fc.nat(99),
  step: fc.nat(9999),
  who: fc.nat(9999),
  told: fc.nat(Inputs.variety - 1)
})
/** What chance decides about one move. */
export interface Die {
  readonly turn: number
  readonly pause: number
  readonly step: number
  readonly who: number
  readonly told: number
}

/** What stays the same during a run. */
export interface Stage<P extends Process.Any> {
  readonly rulebook: Rulebook<P>
  readonly calendars: Calendars
  readonly actors: ReadonlyArray<Person>
  /** What a step is told. */
  readonly told: ReturnType<typeof Inputs.teller<P>>
  /** What the run would like to do. */
  readonly wish: Wish.Wish<P>
}

/** How far a run has come. */
export interface Scene<P extends Process.Any> {
  readonly current: Case<Process.StateOf<P>> | undefined
  readonly now: Moment
  /** The steps that were taken. */
  readonly taken: ReadonlySet<string>
  /** The cases that it has asked to begin, by its orders. */
  readonly begun: Begun
}
/** The cases that a run has asked to begin, by the orders of its process. */
export type Begun = ReadonlyMap<string, ReadonlyArray<CaseId>>

/** Each of these people, in their own place and in each other's. */
export const actors = (people: ReadonlyArray<PersonId>): ReadonlyArray<Person> =>
  people.flatMap((one) => [
    person(one),
    ...people.filter((other) => other !== one).map((absent) => inPlaceOf(one, absent))
  ])

/** The steps of a process, by name. */
export const stepNames = <P extends Process.Any>(process: P): ReadonlyArray<Process.StepOf<P>> =>
  // They are the names of its own steps.
  Object.keys(process.steps) as ReadonlyArray<Process.StepOf<P>>

/** The next thing that is tried: mostly something that can be done, now and then by somebody who cannot, or out of order. */
export const choose = <P extends Process.Any>(
  process: P,
  stage: Stage<P>,
  scene: Scene<P>,
  die: Die
): Process.Attempt<P> => {
  const { at, by, step } =
    (die.turn < 92
      ? pick([...opportunities(process, stage, scene, die), ...deadlines(process, stage, scene, die)], die.step)
      : undefined) ?? anything(process, stage, scene, die)
  return {
    ...occasion(stage, scene, by, at),
    ...(die.turn === 99 && scene.current && { handbook: HandbookVersion.make("another edition") }),
    step,
    input: stage.told(step, die.told, at)
  }
}

interface Option<P extends Process.Any> {
  readonly step: Process.StepOf<P>
  readonly by: Actor
  readonly at: Moment
  readonly weight: number
}

const occasion = <P extends Process.Any>({ rulebook }: Stage<P>, { current }: Scene<P>, by: Actor, at: Moment) => ({
  ...rulebook,
  case: current?.id ?? CaseId.make("the case"),
  by,
  at
})

/** What people and the world can do now, each step by one of those who can; at some turns by anybody. */
const opportunities = <P extends Process.Any>(process: P, stage: Stage<P>, scene: Scene<P>, die: Die) => {
  const at = later(scene.now, die.pause)
  const state = scene.current?.state._tag
  const worth = stage.wish(scene.current, scene.taken)
  return stepNames(process).flatMap((step): ReadonlyArray<Option<P>> => {
    const { by: needs, from } = process.steps[step] as Process.Any["steps"][string]
    if (needs === "clock" || (state === undefined ? from.length > 0 : !from.includes(state))) return []
    const able = (by: Actor) =>
      die.turn >= 84 ||
      ((by._tag !== "Person" || stage.rulebook.entitled(by, needs as Permission, at)) &&
        Process.closed(process, scene.current, step, occasion(stage, scene, by, at)) === undefined)
    const by =
      needs === "world"
        ? world
        : needs === "child"
          ? oneOf(newsOf(process, step, scene.begun), die.who)
          : somebody(stage.actors, die.who, able)
    return by === undefined || !able(by) ? [] : [{ step, by, at, weight: worth(step) }]
  })
}

/** Everything that a step hears of children, of any step, unless one is named: of those that were begun, or of some child. */
export const newsOf = (process: Process.Any, step?: string, begun: Begun = new Map()): ReadonlyArray<Child> =>
  Object.entries(process.children).flatMap(([order, children]) =>
    news(children).flatMap(([state, heard]) =>
      step === undefined || heard === step
        ? (begun.get(order) ?? ["a child"]).map((one) => child(order, one, state))
        : []
    )
  )

const oneOf = <A>(all: ReadonlyArray<A>, number: number): A | undefined => all[number % all.length]

/** Some person who is able to; people mostly act for themselves. */
const somebody = (actors: ReadonlyArray<Person>, who: number, able: (by: Person) => boolean): Person | undefined => {
  const first = who % actors.length
  const inTurn = [...actors.slice(first), ...actors.slice(0, first)]
  const themselves = who % 4 > 0 ? inTurn.find((by) => by.onBehalfOf === undefined && able(by)) : undefined
  return themselves ?? inTurn.find(able)
}

/** The deadlines that will have run out, in time or a while later. */
const deadlines = <P extends Process.Any>(process: P, stage: Stage<P>, scene: Scene<P>, die: Die) => {
  if (scene.current === undefined) return []
  const worth = stage.wish(scene.current, scene.taken)
  return due(process, scene.current, stage.rulebook.settings, stage.calendars).flatMap(({ at, fires, name, rung }) =>
    firing({ fires, whenSuspended: process.deadlines[name]?.whenSuspended }).map((fired): Option<P> => {
      // A deadline fires a step of its own process.
      const step = fired as Process.StepOf<P>
      const moment = DateTime.clamp(at, { minimum: scene.now, maximum })
      const tardy = die.pause % 4 === 3 ? later(moment, die.pause) : moment
      // That something stands in its way is the exception.
      return { step, by: clock(name, rung), at: tardy, weight: fired === fires ? worth(step) : 1 }
    })
  )
}

const pick = <P extends Process.Any>(options: ReadonlyArray<Option<P>>, number: number): Option<P> | undefined => {
  let left = number % options.reduce((sum, option) => sum + option.weight, 0)
  for (const option of options) {
    if (left < option.weight) return option
    left -= option.weight
  }
  return undefined
}

/** Any step, by anybody, in order or not. */
const anything = <P extends Process.Any>(process: P, stage: Stage<P>, scene: Scene<P>, die: Die): Option<P> => {
  const names = stepNames(process)
  const clocks = Object.keys(process.deadlines).map((name) => clock(name, 1 + (die.told % 2)))
  const everybody = [...stage.actors, ...clocks, world, ...newsOf(process)]
  return {
    // There is always one: the remainder is smaller than the number of names, and so with the people.
    step: names[die.step % names.length] as Process.StepOf<P>,
    by: everybody[die.who % everybody.length] as Actor,
    at: later(scene.now, die.pause),
    weight: 1
  }
}

/** Mostly minutes, at times hours, and now and then days; but there is a last moment. */
const later = (now: Moment, pause: number): Moment =>
  DateTime.min(
    maximum,
    DateTime.add(now, pause < 80 ? { minutes: pause % 10 } : pause < 97 ? { hours: pause - 79 } : { days: pause - 96 })
  )
