/**
 * Whether a process hears of the cases that it begins, and whether somebody sends what it waits for; a part of {@link Soundness}.
 *
 * @module
 */
import { Schema } from "effect"
import type { Finding } from "../finding/Finding.ts"
import { type AnyOrder, beginning, begins, isOrder } from "./CaseOrder.ts"
import { type Children, news } from "./Children.ts"
import { leadsTo } from "./Declaration.ts"
import type { Any } from "./Declared.ts"
import * as Words from "./FamilyMessages.ts"
import { type Edge, leadingFrom } from "./Graph.ts"

/** Everything that is wrong between the process and the cases that it begins, and with the steps that somebody else has to send. */
export const family = (process: Any, all: ReadonlyArray<Edge>): ReadonlyArray<Finding> => [
  ...beginning(process).flatMap(([name, kind]) => [
    ...unheard(process, name, kind, all),
    ...missed(process, name, kind, all),
    ...unstopped(process, name, kind)
  ]),
  ...unsent(process),
  ...endless(process)
]

/** Ends that no step takes in where the case may be by then, and orders that may be refused without anybody's hearing of it. */
const unheard = (process: Any, name: string, { order }: AnyOrder, all: ReadonlyArray<Edge>) => {
  const at = `${process.name}.children.${name}`
  const later = leadingFrom(all, asking(process, name))
  const hears = (step: string | null | undefined, by: "child" | "world") => {
    const taker = process.steps[step ?? ""]
    return taker?.by === by && taker.from.some((state) => later.has(state))
  }
  const ends = process.children[name]?.ends ?? {}
  return [
    ...order.process.final.flatMap((end) =>
      ends[end] === null || hears(ends[end], "child")
        ? []
        : [Words.childUnheard(`${at}.ends.${end}`, name, order.process.title, end)]
    ),
    ...(hears(process.outcomes[name]?.refused, "world")
      ? []
      : [Words.refusalUnheard(`${process.name}.outcomes.${name}.refused`, name, order.process.title)])
  ]
}

/**
 * Stations that the child does not have, and those of which the case would hear where no step takes the news in: it may come wherever the case gets to
 * without news of that child.
 */
const missed = (process: Any, name: string, { order }: AnyOrder, all: ReadonlyArray<Edge>) => {
  const children: Pick<Children, "ends" | "passes"> = process.children[name] ?? { ends: {} }
  const hearing = new Set([...news(children).map(([, step]) => step), process.outcomes[name]?.refused])
  const before = leadingFrom(
    all.filter(({ step }) => !hearing.has(step)),
    asking(process, name)
  )
  const waiting = [...before].filter((state) => !process.final.includes(state))
  return Object.entries(children.passes ?? {}).flatMap(([station, step]) => {
    const at = `${process.name}.children.${name}.passes.${station}`
    const { final, states, title } = order.process
    if (!states.includes(station) || final.includes(station)) return [Words.noStation(at, name, title, station)]
    const taker = process.steps[step]
    const deaf = waiting.filter((state) => taker?.by !== "child" || !taker.from.includes(state))
    return deaf.length === 0 ? [] : [Words.stationUnheard(at, name, title, station, deaf)]
  })
}

/** The states in which the case is when it has asked for it. */
const asking = (process: Any, action: string): ReadonlyArray<string> =>
  Object.values(process.steps).flatMap((step) =>
    Object.hasOwn(step.performs, action)
      ? step.from.length === 0
        ? step.to
        : step.from.flatMap((from) => leadsTo(step, from))
      : []
  )

const unstopped = (process: Any, name: string, { order }: AnyOrder) => {
  const children = process.children[name]
  if (children === undefined || children.whenOver === "goOn") return []
  // The compiler sees to it that something is said; what no compiler has seen may say nothing.
  const said: unknown = children.whenOver
  const stop = typeof said === "object" && said !== null && "stop" in said ? String(said.stop) : `${said}`
  const told: unknown = typeof said === "object" && said !== null && "told" in said ? said.told : {}
  const step = order.process.steps[stop]
  const isEnd = step?.from.length !== 0 && step?.to.some((state) => order.process.final.includes(state)) === true
  return isEnd && Schema.is(step.input)(told)
    ? []
    : [Words.childNotStopped(`${process.name}.children.${name}.whenOver`, name, order.process.title, stop)]
}

/** Steps that wait for somebody outside, or for a case of its own, of whom nothing is known. What opens a case is sent by whoever knows of it. */
const unsent = (process: Any) => {
  const heard = new Set(Object.values(process.children).flatMap((one) => news(one).map(([, step]) => step)))
  const outcomes = new Set(Object.values(process.outcomes).flatMap((taken) => Object.values<string>(taken)))
  return Object.entries(process.steps).flatMap(([name, { by, from }]) => {
    const isSent =
      by === "child"
        ? heard.has(name)
        : by !== "world" || from.length === 0 || outcomes.has(name) || name in process.sentBy
    return isSent ? [] : [Words.nobodySends(`${process.name}.steps.${name}`, name, by)]
  })
}

/** A case that begins one of its own kind, by others if need be, begins the next as well. */
const endless = (process: Any) => {
  const seen = new Set<Any>()
  const wayBack = (from: Any): ReadonlyArray<string> | undefined => {
    if (seen.has(from)) return undefined
    seen.add(from)
    for (const kind of Object.values(from.actions)) {
      if (!isOrder(kind) || !begins(kind)) continue
      const next = kind.order.process
      const way = next.name === process.name ? [next.name] : wayBack(next)
      if (way !== undefined) return [from.name, ...way]
    }
    return undefined
  }
  const way = wayBack(process)
  return way === undefined ? [] : [Words.beginsWithoutEnd(`${process.name}.children`, way)]
}
