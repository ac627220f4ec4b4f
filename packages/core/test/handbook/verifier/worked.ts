/** The worked handbook of the examples, as it is written and checked. */
import { readFileSync } from "node:fs"
import {
  ChineseHolidays,
  type Finding,
  Handbook,
  PostProcess,
  ResourceRequestProcess,
  Verifier,
  YamlText
} from "@dualops/core"
import { Result } from "effect"
import type { Draft } from "./broken.ts"

const file = new URL("../../../../../examples/handbooks/xinghe.yaml", import.meta.url)
export const text = readFileSync(file, "utf8")

/** It is a handbook as it stands: the test that it has no finding reads it whole. */
export const worked = YamlText.parse("xinghe.yaml", text).value as Draft

/** What the verifier says of a handbook as it is written, or what keeps it from being one. */
export const check = (written: Draft): ReadonlyArray<Finding.Finding> => {
  const read = Handbook.make(written)
  return Result.isFailure(read)
    ? read.failure
    : Verifier.check(read.success, {
        holidays: ChineseHolidays.holidays,
        processes: [PostProcess, ResourceRequestProcess]
      })
}
