/**
 * The record that survives a kill: one happening a line, written before the answer is sent.
 *
 * @module
 */
import { appendFileSync, existsSync, readFileSync, truncateSync } from "node:fs"
import { Option, Schema } from "effect"
import { Happening } from "./Happening.ts"

/** Where happenings are kept. */
export interface Journal {
  readonly append: (happening: Happening) => void
}

const Line = Schema.fromJsonString(Happening)
const decode = Schema.decodeUnknownOption(Line)
const encode = Schema.encodeSync(Line)

/** Keeps nothing. */
export const none: Journal = { append: () => undefined }

/** Appends to a file. A line is with the operating system when `append` returns, so killing the process does not lose it. */
export const toFile = (path: string): Journal => ({
  append: (happening) => appendFileSync(path, `${encode(happening)}\n`)
})

/** What a file holds; a last line that was cut off in the middle is cut away from the file too. */
export const replay = (path: string): ReadonlyArray<Happening> => {
  if (!existsSync(path)) return []
  const text = readFileSync(path, "utf8")
  const whole = text.slice(0, text.lastIndexOf("\n") + 1)
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole))
  return whole.split("\n").flatMap((line) => Option.toArray(decode(line)))
}
