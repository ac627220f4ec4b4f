/**
 * When the story happens.
 *
 * @module
 */

/** The dates of the story, on the wall in Shanghai. */
export const dates = {
  begins: "2026-10-12T08:00",
  told: "2026-10-12T10:00",
  warmUp: "2026-10-26T10:00",
  launch: "2026-11-02T10:00",
  over: "2026-11-16T00:00",
  ends: "2026-12-05T00:00"
} as const
