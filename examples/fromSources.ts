/**
 * How a test starts a program of these examples in a process of its own, as `npm start` does.
 *
 * @module
 */

/** What Node is told, so that it runs from the sources of the house. */
export const fromSources: ReadonlyArray<string> = [
  "--import",
  new URL("../packages/cli/bin/sources.js", import.meta.url).href
]
