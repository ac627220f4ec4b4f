/**
 * The program `dualops`.
 *
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs"
import { DateTime } from "effect"
import { run } from "./Dualops.ts"

const utf8 = new TextDecoder("utf-8", { fatal: true })

const { error, exit, out } = run(process.argv.slice(2), {
  read: (file) => {
    const bytes = readFileSync(file)
    try {
      return utf8.decode(bytes)
    } catch {
      throw new Error("it is not in UTF-8; save it as UTF-8")
    }
  },
  bytes: (file) => readFileSync(file),
  write: (file, text) => writeFileSync(file, text),
  folder: process.cwd(),
  now: DateTime.makeUnsafe(Date.now())
})
// Whoever reads the beginning only, as `head` does, has what they want.
process.stdout.on("error", (broken: NodeJS.ErrnoException) => {
  if (broken.code !== "EPIPE") throw broken
})
process.stdout.write(out)
process.stderr.write(error)
process.exitCode = exit
