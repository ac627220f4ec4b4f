/**
 * `npm run bench -- inbox`: what fans write, taken in a second through triage into a SQLite file, by a compiled program of its own.
 *
 * @module
 */
import * as Built from "./Built.ts"

process.exitCode = Built.run("inbox.program.ts", "shown").status ?? 1
