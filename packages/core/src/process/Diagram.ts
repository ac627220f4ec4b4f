/**
 * A process as a picture: Mermaid's state diagram, drawn from the declaration.
 *
 * @module
 */
import { edges } from "./Graph.ts"
import type { Any } from "./Process.ts"

/** Who a step belongs to, as a mark after its name. */
const mark = (by: string): string => (by === "clock" ? " ⏱" : by === "world" ? " 🌐" : "")

/** The process as a Mermaid `stateDiagram-v2`; a step that leaves the case where it is is not drawn. */
export const mermaid = (process: Any): string => {
  const labels = new Map<string, Array<string>>()
  for (const { from, step, to } of edges(process)) {
    if (from === to) continue
    const arrow = `${from ?? "[*]"} --> ${to}`
    labels.set(arrow, [...(labels.get(arrow) ?? []), step + mark(process.steps[step]?.by ?? "")])
  }
  return [
    "stateDiagram-v2",
    ...Array.from(labels, ([arrow, steps]) => `  ${arrow}: ${steps.join(" / ")}`),
    ...process.final.map((state) => `  ${state} --> [*]`),
    ""
  ].join("\n")
}
