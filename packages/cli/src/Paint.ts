/**
 * Colours, where somebody looks: on a terminal, unless `NO_COLOR` says otherwise.
 *
 * @module
 */
import { styleText } from "node:util"
import type { FindingText } from "@dualops/core/finding"
import { Effect } from "effect"
import { TerminalCapabilities } from "effect/cli"

const styles = {
  error: "red",
  warning: "yellow",
  note: "cyan",
  code: "bold",
  place: "underline",
  mark: "green"
} as const satisfies Record<FindingText.Part, Parameters<typeof styleText>[0]>

/** The colours of this run. */
export const forTerminal: Effect.Effect<FindingText.Paint> = Effect.map(
  TerminalCapabilities.TerminalCapabilities,
  ({ canColor }) =>
    canColor ? (text, part) => styleText(styles[part], text, { validateStream: false }) : (text) => text
)
