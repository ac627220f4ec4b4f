/**
 * Findings for people at a terminal: each with the line of the file that it is about, and a caret under the place.
 *
 *     handbook.yaml:41:15 error duty/no-stand-in duties.posting.standIns
 *       When lin is away, nobody takes over posting.
 *         41 |     standIns: []
 *            |               ^
 *       Name at least one stand-in.
 *
 * @module
 */
import type { Language } from "./Bilingual.ts"
import type { Finding, Follower } from "./Finding.ts"
import { brief } from "./Nearest.ts"

/** The parts of what is printed that colours tell apart. */
export type Part = Finding["severity"] | "place" | "code" | "mark"

/** Gives a part of a line its colour. */
export type Paint = (text: string, part: Part) => string

/** The findings, and a line that counts them. `source` is the text of the file that they are about. */
export const print = (
  findings: ReadonlyArray<Finding>,
  source: string,
  language: Language = "en",
  paint: Paint = (text) => text
): string => {
  const lines = source.split(/\r?\n/)
  return [...findings.map((finding) => one(finding, lines, language, paint)), summary(findings, language), ""].join(
    "\n"
  )
}

const one = (
  { code, fix, followers = [], message, severity, where }: Finding,
  lines: ReadonlyArray<string>,
  language: Language,
  paint: Paint
): string => {
  const place = [where.file ?? "handbook", where.line, where.column].filter((part) => part !== undefined).join(":")
  return [
    [
      paint(safe(place), "place"),
      paint(severities[language][severity], severity),
      paint(safe(code), "code"),
      safe(brief(where.path))
    ]
      .join(" ")
      .trimEnd(),
    `  ${safe(message[language])}`,
    ...excerpt(lines, paint, where.line, where.column),
    `  ${safe(fix[language])}`,
    ...brought(followers, language),
    ""
  ].join("\n")
}

/** The first of what came of it, and how many more there are. */
const brought = (followers: ReadonlyArray<Follower>, language: Language): ReadonlyArray<string> => {
  if (followers.length === 0) return []
  const left = followers.length - shownFollowers
  return [
    language === "zh"
      ? `  改好后随之消失的还有 ${followers.length} 处：`
      : `  What goes with it when it is mended: ${followers.length}`,
    ...followers
      .slice(0, shownFollowers)
      .map(({ code, message, where }) =>
        safe(`    ${where.line ?? ""}:${where.column ?? ""} ${code} ${message[language]}`)
      ),
    ...(left <= 0 ? [] : [language === "zh" ? `    另有 ${left} 处` : `    and ${left} more`])
  ]
}

/** As many followers as show what a finding brought with it. */
const shownFollowers = 3

const excerpt = (lines: ReadonlyArray<string>, paint: Paint, line = 0, column = 1): ReadonlyArray<string> => {
  const text = lines[line - 1]
  if (text === undefined) return []
  const from = Math.max(0, column - 80)
  const shown = safe(text.slice(from, from + 120))
  const number = String(line)
  const before = [...text.slice(from, column - 1)].map((character) => (wide(character) ? "  " : " ")).join("")
  return [`    ${number} | ${shown}`, `    ${" ".repeat(number.length)} | ${before}${paint("^", "mark")}`]
}

/** A line for a terminal. What stands in a handbook may come from anywhere; nothing of it reaches the terminal as a command. */
export const safe = (text: string): string => text.replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, " ")

/** Takes two columns of a terminal. */
const wide = (character: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character
  )

const summary = (findings: ReadonlyArray<Finding>, language: Language): string => {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length
  const [errors, warnings, notes] = [count("error"), count("warning"), count("note")]
  if (language === "zh")
    return findings.length === 0 ? "没有问题。" : `${errors} 个错误，${warnings} 个警告，${notes} 个提示。`
  return findings.length === 0 ? "No findings." : `Errors: ${errors}, warnings: ${warnings}, notes: ${notes}.`
}

/** What people call how grave a finding is. */
export const severities = {
  en: { error: "error", warning: "warning", note: "note" },
  zh: { error: "错误", warning: "警告", note: "提示" }
} as const
