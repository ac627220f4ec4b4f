/**
 * Handbooks that a command is given: read in whole, or what is wrong with the first that cannot be.
 *
 * @module
 */
import { type Bilingual, type Finding, FindingText } from "@dualops/core/finding"
import { Effect, Result } from "effect"
import * as Config from "./Config.ts"
import * as Files from "./Files.ts"
import * as RulePage from "./RulePage.ts"
import { complain, Found } from "./Words.ts"

/** The handbook of a file. */
export const read = Effect.fn("Handbooks.read")(function* (file: string, language: Bilingual.Language) {
  const text = yield* Files.read(file)
  const { HandbookFile } = yield* Effect.promise(() => import("@dualops/core/files"))
  const handbook = HandbookFile.read(Files.nameOf(file), text, yield* Config.practices)
  return Result.isSuccess(handbook) ? handbook.success : yield* refuse(handbook.failure, text, language)
})

/** Ends a command because of what a file says. */
export const refuse = (findings: ReadonlyArray<Finding.Finding>, text: string, language: Bilingual.Language) =>
  complain(`${FindingText.print(findings, text, language)}${RulePage.links(findings, language)}`).pipe(
    Effect.andThen(Effect.fail(new Found()))
  )
