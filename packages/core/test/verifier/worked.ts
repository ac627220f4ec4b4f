/** The worked handbook of the examples, as it is written and checked. */
import { readFileSync } from "node:fs"
import { ChineseHolidays } from "@dualops/core/calendar"
import { YamlText } from "@dualops/core/files"
import { type Finding, SchemaFindings } from "@dualops/core/finding"
import { Practice, Practices } from "@dualops/core/practices"
import type { Process } from "@dualops/core/process"
import { Verifier } from "@dualops/core/verifier"
import { DateTime, Result } from "effect"
import type { Draft } from "./broken.ts"

export type { Draft } from "./broken.ts"

const file = new URL("../../../../examples/handbooks/xinghe.yaml", import.meta.url)
/** It is a handbook as it stands: the test that it has no finding reads it whole. */
export const worked = YamlText.parse("xinghe.yaml", readFileSync(file, "utf8")).value as Draft

/** The first day of the plan. */
export const today = DateTime.makeUnsafe("2026-09-01T00:00:00+08:00")

/** What the verifier says of a handbook as it is written, or what keeps it from being one. */
export const check = (written: Draft): ReadonlyArray<Finding.Finding> => checkWith(written)

/** The same, with these processes, on this day. */
export const checkWith = (
  written: Draft,
  processes?: ReadonlyArray<Process.Any>,
  at = today
): ReadonlyArray<Finding.Finding> => {
  const read = Practices.formOf().check(written, (path) => ({ path: SchemaFindings.pathText(path) }))
  return Result.isFailure(read)
    ? read.failure
    : Verifier.check(read.success, {
        holidays: ChineseHolidays.holidays,
        practices: processes && [running(processes)],
        at
      })
}

/** A practice that runs these processes, for a check, which asks nobody for settings. */
const running = (processes: ReadonlyArray<Process.Any>): Practice.Practice =>
  Practice.make({
    name: "tried",
    title: { zh: "试运行", en: "tried" },
    runs: processes.map((process) => ({ process, settings: () => undefined, isOwn: false }))
  })
