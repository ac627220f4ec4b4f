import * as fc from "fast-check"

// Each of a thousand changes has all the random runs for itself; a mistake that so few do not find counts as missed.
fc.configureGlobal({ numRuns: 30 })
