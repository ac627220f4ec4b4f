#!/usr/bin/env node
/**
 * The program `dualops`.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { DateTime } from "effect"
import { run } from "./CommandLine.ts"

const { error, exit, out } = run(process.argv.slice(2), {
  read: (file) => readFileSync(file, "utf8"),
  now: DateTime.makeUnsafe(Date.now())
})
process.stdout.write(out)
process.stderr.write(error)
process.exitCode = exit
