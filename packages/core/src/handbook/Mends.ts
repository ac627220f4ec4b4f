/**
 * Mends that are tried on a text to find the mistake that others came of: a key written as it may have been meant, a line with another
 * indentation. What goes away with a mend followed from the mistake.
 *
 * @module
 */
import { type Finding, leading } from "../finding/Finding.ts"
import { isSymptom } from "./YamlMessages.ts"

/** A text as it may have been meant, and the finding that says what was mended in it. */
interface Mend {
  readonly text: string
  readonly cause: Finding
}

/** Characters of a text of which mends are tried: a greater one is nobody's, and findings take bounded time, whatever the text. */
const longest = 40_000
/** Characters that may be read again, all mends together. */
const most = 400_000
/** Slips of the syntax in a text of which mends are tried: a greater muddle comes of no one mistake, and takes its parser long each time it is read. */
const mostSlips = 50

/** The findings of a text with those folded together that go with one mend; `read` says what is found in another text. */
export const folded = (
  findings: ReadonlyArray<Finding>,
  text: string,
  read: (text: string) => ReadonlyArray<Finding>
): ReadonlyArray<Finding> => {
  if (text.length > longest || slipsIn(findings) > mostSlips) return findings
  const tries = Math.floor(most / Math.max(1, text.length))
  const known = new Set(findings.map(said))
  // What is no YAML any more has fewer findings, and is not mended.
  const isNew = (one: Finding) => one.code === "file/not-yaml" && !known.has(said(one))
  let best: (Mend & { readonly left: ReadonlyArray<Finding> }) | undefined
  for (const mend of findings
    // What is known to be meant is tried first.
    .toSorted((one, other) => Number(other.instead !== undefined) - Number(one.instead !== undefined))
    .slice(0, 8)
    .flatMap((finding) => mends(finding, text))
    .slice(0, tries)) {
    const left = read(mend.text)
    if (left.length < (best?.left ?? findings).length && !left.some(isNew)) best = { ...mend, left }
    if (left.length === 0) break
  }
  if (best === undefined) return findings
  const { cause, left } = best
  const stay = new Set(left.map(said))
  return [
    leading(
      cause,
      findings.filter((one) => said(one) !== said(cause) && !stay.has(said(one)))
    ),
    ...left
  ]
}

const slipsIn = (findings: ReadonlyArray<Finding>): number =>
  findings.flatMap((one) => [one, ...(one.followers ?? [])]).filter(({ code }) => code === "file/not-yaml").length

const said = ({ code, message, where }: Finding): string => `${code} ${where.line} ${message.en}`

const mends = (finding: Finding, text: string): ReadonlyArray<Mend> => {
  const lines = text.split("\n")
  const at = (finding.where.line ?? 1) - 1
  if (finding.code === "file/unknown-name") return renamed(finding, lines, at)
  if (finding.code !== "file/unknown-key" && !isSymptom(finding)) return []
  return [...renamed(finding, lines, at), ...[at, before(lines, at)].flatMap((line) => indented(finding, lines, line))]
}

const renamed = (finding: Finding, lines: ReadonlyArray<string>, at: number): ReadonlyArray<Mend> => {
  const { evidence, instead, where } = finding
  const line = lines[at] ?? ""
  const start = (where.column ?? 1) - 1
  if (instead === undefined || !line.startsWith(evidence, start)) return []
  const mended = line.slice(0, start) + instead + line.slice(start + evidence.length)
  return [{ text: lines.with(at, mended).join("\n"), cause: finding }]
}

/** The line, and the line with those that are indented more below it, at each indentation of its neighbours. */
const indented = (finding: Finding, lines: ReadonlyArray<string>, at: number): ReadonlyArray<Mend> => {
  const line = lines[at]
  if (line === undefined || line.trim() === "") return []
  const blanks = blanksOf(line)
  const below = lines.findIndex((one, index) => index > at && one.trim() !== "" && blanksOf(one) <= blanks)
  const ends = [...new Set([at + 1, below === -1 ? lines.length : below])]
  const others = [lines[before(lines, at)], lines[after(lines, at)]].flatMap((one) =>
    one === undefined ? [] : [blanksOf(one)]
  )
  return [...new Set([...others, blanks + 2, blanks - 2])]
    .filter((other) => other >= 0 && other !== blanks)
    .flatMap((other) =>
      ends.map((end) => ({
        text: [
          ...lines.slice(0, at),
          ...lines.slice(at, end).map((one) => moved(one, other - blanks)),
          ...lines.slice(end)
        ].join("\n"),
        cause: misplaced(finding, at, blanks, other)
      }))
    )
}

const misplaced = ({ where }: Finding, at: number, blanks: number, other: number): Finding => ({
  code: "file/indentation",
  severity: "error",
  where: { path: "", ...(where.file !== undefined && { file: where.file }), line: at + 1, column: blanks + 1 },
  evidence: String(blanks),
  message: {
    zh: `这一行缩进 ${blanks} 个空格，因此归到了别处。`,
    en: `The line is indented by ${blanks} blanks, which makes it part of something else.`
  },
  fix: { zh: `是否应缩进 ${other} 个空格？`, en: `Did you mean to indent it by ${other} blanks?` }
})

const blanksOf = (line: string): number => line.length - line.trimStart().length

const moved = (line: string, by: number): string =>
  by >= 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, blanksOf(line)))

const before = (lines: ReadonlyArray<string>, at: number): number => {
  let line = at - 1
  while (line >= 0 && lines[line]?.trim() === "") line--
  return line
}

const after = (lines: ReadonlyArray<string>, at: number): number => {
  let line = at + 1
  while (line < lines.length && lines[line]?.trim() === "") line++
  return line
}
