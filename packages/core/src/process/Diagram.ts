/**
 * A process as a picture: Mermaid's state diagram, drawn from the declaration.
 *
 * @module
 */

import type { Language } from "../finding/Bilingual.ts"
import { beginning } from "./CaseOrder.ts"
import { news } from "./Children.ts"
import { firing } from "./Declaration.ts"
import type { Any } from "./Declared.ts"
import * as Face from "./Face.ts"
import { edges } from "./Graph.ts"

/** What is drawn. */
export interface Options {
  /** The steps that are left out, where the whole would hide what is to be shown. */
  readonly without?: ReadonlyArray<string>
  /** The language of its titles; without one, states and steps have the names of the declaration. */
  readonly language?: Language
}

/** The process as a Mermaid `stateDiagram-v2`; a step that leaves the case where it is is not drawn. */
export const mermaid = (process: Any, { language, without = [] }: Options = {}): string => {
  const labels = new Map<string, Array<string>>()
  for (const { from, step, to } of edges(process)) {
    if (from === to || without.includes(step)) continue
    const arrow = `${from ?? "[*]"} --> ${to}`
    labels.set(arrow, [...(labels.get(arrow) ?? []), labelOf(process, step, language)])
  }
  const drawn = [...labels.keys()]
  const shown = process.states.filter((state) => drawn.some((arrow) => arrow.split(" --> ").includes(state)))
  return [
    "stateDiagram-v2",
    ...(language === undefined
      ? []
      : shown.map((state) => `  state "${quoted(Face.state(process, state)[language])}" as ${state}`)),
    ...Array.from(labels, ([arrow, steps]) => `  ${arrow}: ${steps.join(" / ")}`),
    ...process.final
      .filter((state) => drawn.some((arrow) => arrow.endsWith(`> ${state}`)))
      .map((state) => `  ${state} --> [*]`),
    ""
  ].join("\n")
}

/** The step, and whose it is where it is nobody's in the team: the world's, or that of certain deadlines. */
const labelOf = (process: Any, step: string, language: Language | undefined): string => {
  const title = language === undefined ? step : quoted(Face.step(process, step)[language])
  const by = process.steps[step]?.by
  if (by === "world") return `${title}${language === "zh" ? "（外界）" : " (world)"}`
  if (by === "child") return heardIn(process, step, title, language)
  if (by !== "clock") return title
  const deadlines = Object.entries(process.deadlines).flatMap(([name, one]) =>
    firing(one).includes(step) ? [language === undefined ? name : quoted(Face.deadline(process, name)[language])] : []
  )
  return language === "zh" ? `${title}（${deadlines.join("、")}到时）` : `${title} (clock: ${deadlines.join(", ")})`
}

/** The step, and the children of whose end it hears, or that they have come to a station of their way. */
const heardIn = (process: Any, step: string, title: string, language: Language | undefined): string => {
  const children = beginning(process).flatMap(([name, { order }]) => {
    const child = order.process
    const heard = news(process.children[name] ?? { ends: {} }).flatMap(([state, by]) => (by === step ? [state] : []))
    const stations = heard.filter((state) => !child.final.includes(state))
    const called = language === undefined ? name : quoted(child.title[language])
    return [
      ...stations.map((state) => {
        const station = language === undefined ? state : quoted(Face.state(child, state)[language])
        return language === "zh" ? `${called}到达「${station}」` : `${called} at ${station}`
      }),
      ...(heard.length > stations.length ? [language === "zh" ? `${called}结束` : called] : [])
    ]
  })
  return language === "zh" ? `${title}（${children.join("、")}）` : `${title} (child: ${children.join(", ")})`
}

/**
 * How these processes hang together, as a Mermaid `flowchart`: an arrow for each order that begins a case of another, with the step that begins it, and a
 * dotted one for what a case of one suspends of another, or grants to it. Nothing where none has anything to do with another.
 */
export const family = (
  processes: ReadonlyArray<Any>,
  { language }: Pick<Options, "language"> = {}
): string | undefined => {
  const arrows = processes.flatMap((process) =>
    beginning(process).map(([name, { order }]) => {
      const label = language === undefined ? name : quoted(Face.step(order.process, order.step)[language])
      return { from: process, line: "-->", label, to: order.process }
    })
  )
  const drawn = [...arrows, ...standing(processes, language)]
  if (drawn.length === 0) return undefined
  const nodes = new Map(drawn.flatMap(({ from, to }) => [from, to].map((one) => [one.name, one] as const)))
  const titled = ({ name, title }: Any) => (language === undefined ? name : quoted(title[language]))
  return [
    "flowchart LR",
    ...Array.from(nodes, ([name, process]) => `  ${name}["${titled(process)}"]`),
    ...drawn.map(({ from, label, line, to }) => `  ${from.name} ${line}|"${label}"| ${to.name}`),
    ""
  ].join("\n")
}

interface Arrow {
  readonly from: Any
  readonly line: string
  readonly label: string
  readonly to: Any
}

/** What cases of one process hold over those of another. */
const standing = (processes: ReadonlyArray<Any>, language: Language | undefined): ReadonlyArray<Arrow> =>
  processes.flatMap((from) => {
    const all = Object.values(from.standing).flat()
    const suspended = all.flatMap((one) => {
      const to = "suspends" in one ? processes.find(({ name }) => name === one.suspends.process) : undefined
      return "suspends" in one && to !== undefined
        ? [{ from, line: "-.-x", label: labelled(to, one.suspends.steps, language), to }]
        : []
    })
    const granted = all.flatMap((one) =>
      "grants" in one
        ? processes.flatMap((to) => {
            const steps = Object.entries(to.steps).flatMap(([name, { needs }]) =>
              needs.some(({ grant }) => grant.name === one.grants.name) ? [name] : []
            )
            return steps.length === 0 ? [] : [{ from, line: "-.->", label: labelled(to, steps, language), to }]
          })
        : []
    )
    return [...suspended, ...granted]
  })

const labelled = (process: Any, steps: ReadonlyArray<string>, language: Language | undefined): string =>
  steps
    .map((step) => (language === undefined ? step : quoted(Face.step(process, step)[language])))
    .join(language === "zh" ? "、" : ", ")

/** Signs that Mermaid would take for its own. */
const quoted = (title: string): string => title.replace(/["#;:\n]/g, " ")
