/**
 * What is typed after `dualops`, given to the command that it names.
 *
 * @module
 */
import * as Check from "./Check.ts"
import * as Rosters from "./Rosters.ts"

/** Runs the command line. */
export const run = (args: ReadonlyArray<string>, surroundings: Check.Surroundings): Check.Outcome =>
  args[0] === "roster" ? Rosters.run(args.slice(1), surroundings) : Check.run(args, surroundings)
