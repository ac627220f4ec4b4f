import type { Command } from "@dualops/cli"
import { DateTime } from "effect"

/** A machine with these files, on 1 September 2026 in China. What is written joins them. */
export const surroundings = (files: Record<string, string>): Command.Surroundings => ({
  read: (file) => {
    const text = files[file]
    if (text === undefined) throw new Error("no such file")
    return text
  },
  write: (file, text) => {
    if (file.startsWith("/proc/")) throw new Error("not here")
    files[file] = text
  },
  folder: "/brand",
  now: DateTime.makeUnsafe("2026-08-31T16:00:00Z")
})
