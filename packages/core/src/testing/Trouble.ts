/**
 * The trouble that a stage makes for a call which writes.
 *
 * @module
 */

/** Answered with no; answered with "authorise anew"; not taken now; lost on the way there; lost on the way back. */
export type Trouble = "refused" | "unauthorised" | "busy" | "lost before" | "lost after"
