/**
 * `node examples/mysterious-codes/main.ts [FOLDER] [SEED]`: the campaign of mysterious codes, twice, on one page.
 *
 * @module
 */
import { Effect } from "effect"
import * as Both from "./Both.ts"
import { write } from "./Written.ts"

const [, , out = "out", seed = Both.seed] = process.argv
console.log(write(out, await Effect.runPromise(Both.of(seed))))
