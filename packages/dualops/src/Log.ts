/**
 * What a house says while it works: to the standard error output from warnings upwards, unless a program wants it elsewhere.
 *
 * @module
 */
import { Cause, type Layer, Logger } from "effect"

/** One thing that is said. */
export interface Line {
  readonly level: "debug" | "info" | "warning" | "error"
  readonly message: string
  /** What went wrong, where something did. */
  readonly cause?: unknown
}

/** Who hears it. */
export type Log = (line: Line) => void

/** Says what is worth a look. */
export const toConsole: Log = ({ cause, level, message }) => {
  if (level === "warning" || level === "error") console.error(...["dualops:", message, cause].filter(Boolean))
}

/** Everything that the house says goes to the log. One that breaks says nothing, and breaks nothing else. */
export const layerOf = (log: Log): Layer.Layer<never> =>
  Logger.layer([
    Logger.make(({ cause, logLevel, message }) => {
      const parts = Array.isArray(message) ? message : [message]
      const what = [
        ...parts.filter((part) => part instanceof Error),
        ...cause.reasons.map((one) => Cause.squash(Cause.fromReasons([one])))
      ]
      try {
        log({
          level: levels[logLevel] ?? "debug",
          message: parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" "),
          ...(what.length > 0 && { cause: what[0] })
        })
      } catch {}
    })
  ])

const levels: Readonly<Record<string, Line["level"]>> = {
  Fatal: "error",
  Error: "error",
  Warn: "warning",
  Info: "info"
}
