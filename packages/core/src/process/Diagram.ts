/**
 * A process as a picture: Mermaid's state diagram, drawn from the declaration.
 *
 * @module
 */

import type { Any } from "./Declared.ts"
import { edges } from "./Graph.ts"

/** What is drawn. */
export interface Options {
  /** The steps that are left out, where the whole would hide what is to be shown. */
  readonly without?: ReadonlyArray<string>
}

/** The process as a Mermaid `stateDiagram-v2`; a step that leaves the case where it is is not drawn. */
export const mermaid = (process: Any, { without = [] }: Options = {}): string => {
  const labels = new Map<string, Array<string>>()
  for (const { from, step, to } of edges(process)) {
    if (from === to || without.includes(step)) continue
    const arrow = `${from ?? "[*]"} --> ${to}`
    labels.set(arrow, [...(labels.get(arrow) ?? []), step + mark(process.steps[step]?.by ?? "")])
  }
  const drawn = [...labels.keys()]
  return [
    "stateDiagram-v2",
    ...Array.from(labels, ([arrow, steps]) => `  ${arrow}: ${steps.join(" / ")}`),
    ...process.final
      .filter((state) => drawn.some((arrow) => arrow.endsWith(`> ${state}`)))
      .map((state) => `  ${state} --> [*]`),
    ""
  ].join("\n")
}

/** Whose step it is, where it is nobody's in the team. */
const mark = (by: string): string => (by === "clock" || by === "world" ? ` (${by})` : "")
