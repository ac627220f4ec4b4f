import type { Command } from "@dualops/cli"
import { DateTime } from "effect"

/** A machine with these files, on 1 September 2026 in China. What is written joins them. */
export const surroundings = (files: Record<string, string | Uint8Array>): Command.Surroundings => ({
  read: (file) => {
    const content = files[file]
    if (content === undefined) throw new Error("no such file")
    return typeof content === "string" ? content : new TextDecoder("utf-8", { fatal: true }).decode(content)
  },
  bytes: (file) => {
    const content = files[file]
    if (content === undefined) throw new Error("no such file")
    return typeof content === "string" ? new TextEncoder().encode(content) : content
  },
  write: (file, text) => {
    if (file.startsWith("/proc/")) throw new Error("not here")
    files[file] = text
  },
  folder: "/brand",
  now: DateTime.makeUnsafe("2026-08-31T16:00:00Z")
})
