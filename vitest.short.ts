/**
 * Laws about random runs, in short: each tries as many of them as a person waits for.
 *
 * @module
 */
import { configureGlobal } from "fast-check"

configureGlobal({ numRuns: 100 })
