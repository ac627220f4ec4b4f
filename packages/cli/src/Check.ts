/**
 * `dualops check`: reads a handbook's file and says what the verifier has against it.
 *
 * @module
 */
import { relative, resolve } from "node:path"
import { ChineseHolidays, Finding, FindingText, Sarif, Verifier } from "@dualops/core"
import { Result, Schema } from "effect"
import { type Command, exitOf, textOf } from "./Command.ts"

/** Says what is wrong with a handbook. */
export const command: Command = {
  usage: "HANDBOOK.yaml [--format text|json|sarif] [--lang en|zh] [--at YYYY-MM-DD]",
  does: "what will go wrong with a handbook, at its line",
  files: 1,
  options: { format: ["text", "json", "sarif"] },
  run: ({ at, files: [file = ""], lang, values: { format } }, { folder, read }) => {
    const text = textOf(file, read)
    if (Result.isFailure(text)) return text.failure
    // Code hosts look for the file below the folder that was checked.
    const named = format === "sarif" ? relative(folder, resolve(folder, file)) : file
    const findings = Verifier.checkFile(named, text.success, { holidays: ChineseHolidays.holidays, at })
    const exit = exitOf(findings)
    if (format === "json") return { out: `${JSON.stringify(encode(findings), undefined, 2)}\n`, error: "", exit }
    if (format !== "sarif") return { out: FindingText.print(findings, text.success, lang), error: "", exit }
    const log = Sarif.log(findings, Verifier.described, { language: lang, page })
    return { out: `${JSON.stringify(log, undefined, 2)}\n`, error: "", exit }
  }
}

const encode = Schema.encodeSync(Schema.toCodecJson(Schema.Array(Finding.Finding)))

const docs = "https://github.com/dualops/dualops/blob/main/docs/"

/** Where a code is explained: each rule on a page of its own, what readers of files say in the guide. */
const page = (code: string): string => (code.startsWith("file/") ? `${docs}handbook.md` : `${docs}rules/${code}.md`)
