/**
 * Where the codes of findings are explained.
 *
 * @module
 */
import type { Finding } from "@dualops/core/finding"

const docs = "https://github.com/dualops/dualops/blob/main/docs/"

/** The page of a code: each rule has its own, what readers of files say stands in their guides. */
export const of = (code: string): string =>
  code.startsWith("file/")
    ? `${docs}handbook.md`
    : code.startsWith("calendar-file/")
      ? `${docs}rosters.md`
      : `${docs}rules/${code}.md`

/** The page of every code that was found, once. */
export const links = (findings: ReadonlyArray<Pick<Finding.Finding, "code">>): string => {
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted()
  const width = Math.max(...codes.map((code) => code.length))
  return codes.map((code) => `${code.padEnd(width)}  ${of(code)}\n`).join("")
}

/** The page of them all. */
export const all = `${docs}rules/README.md`
