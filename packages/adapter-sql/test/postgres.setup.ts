/**
 * The folder of the PostgreSQL server that tests share. Nothing runs in it before a test asks; whatever runs is stopped when the tests are over.
 *
 * @module
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Postgres from "./Postgres.ts"

/** Called by Vitest, before the first test. */
export const setup = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), "dualops-pg-"))
  process.env.DUALOPS_POSTGRES = folder
  return () => {
    Postgres.stop(folder)
    rmSync(folder, { recursive: true })
  }
}
