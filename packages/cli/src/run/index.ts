/**
 * What `dualops run` does, for programs: a house from a file of settings, started and stopped.
 *
 * @module
 */
export { make as planned } from "./Planned.ts"
export { type Asked, make as report } from "./Reports.ts"
export { type Options, start } from "./Start.ts"

// What these are made of.

export { Refused } from "./Reading.ts"
export { Settings } from "./Settings.ts"
