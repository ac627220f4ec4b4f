/**
 * `dualops roster`: shifts and absences out to a calendar and back.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Command } from "effect/cli"
import * as RosterExport from "./RosterExport.ts"
import * as RosterImport from "./RosterImport.ts"
import { inWords } from "./Words.ts"

/** Both ways. */
export const command = (language: Bilingual.Language) =>
  Command.make("roster").pipe(
    Command.withDescription(inWords(language)("排班与日历互通", "shifts and absences to a calendar and back")),
    Command.withSubcommands([RosterExport.command(language), RosterImport.command(language)])
  )
