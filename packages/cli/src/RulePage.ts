/**
 * Where the codes of findings are explained.
 *
 * @module
 */
import type { Bilingual, Finding } from "@dualops/core/finding"
import * as FileCodes from "./FileCodes.ts"

const docs = "https://github.com/dualops/dualops/blob/main/docs/"

/** The page of a code: each rule has its own, what readers of files say stands in their guides. */
export const of = (code: string): string =>
  code.startsWith("file/")
    ? `${docs}handbook.md`
    : code.startsWith("calendar-file/")
      ? `${docs}rosters.md`
      : code.startsWith("calendar/") && Object.hasOwn(FileCodes.meanings, code)
        ? "https://github.com/dualops/dualops#try-it"
        : `${docs}rules/${code}.md`

/** The page of every code that was found, once, and the command that explains one here. */
export const links = (findings: ReadonlyArray<Pick<Finding.Finding, "code">>, language: Bilingual.Language): string => {
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted()
  const [first] = codes
  if (first === undefined) return ""
  const width = Math.max(...codes.map((code) => code.length))
  const explained = `dualops explain ${first}`
  return [
    ...codes.map((code) => `${code.padEnd(width)}  ${of(code)}`),
    language === "zh" ? `逐条解释：${explained} --lang zh` : `Each is explained by a command: ${explained}`,
    ""
  ].join("\n")
}

/** The page of them all. */
export const all = `${docs}rules/README.md`
