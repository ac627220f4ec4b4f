/**
 * The two files of a day, read from the disk and checked together: both, or every mistake of both.
 *
 * @module
 */
import { createHash } from "node:crypto"
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs"
import { dirname, extname, join, sep } from "node:path"
import { type Bilingual, ChineseHolidays, type Finding } from "@dualops/core"
import type { Content } from "@dualops/core/content"
import { ContentCalendarFile, HandbookFile } from "@dualops/core/files"
import { Entitlement, type Handbook } from "@dualops/core/handbook"
import type { ContentCalendar } from "@dualops/core/planning"
import { Verifier } from "@dualops/core/verifier"
import { type DateTime, Record, Result } from "effect"

/** What a day needs. */
export interface Files {
  readonly handbook: Handbook.Handbook
  readonly handbookText: string
  readonly entries: ReadonlyArray<ContentCalendar.Entry>
  /** What a person should look at in the calendar, although it can be run. */
  readonly doubts: ReadonlyArray<Finding.Finding>
  /** The folder that the pictures' paths begin in. */
  readonly folder: string
}

/** Reads a handbook and a content calendar. */
export const read = (
  handbookFile: string,
  calendarFile: string
): Result.Result<Files, ReadonlyArray<Finding.Finding>> => {
  const handbookText = textOf(handbookFile)
  const calendarText = textOf(calendarFile)
  if (Result.isFailure(handbookText) || Result.isFailure(calendarText)) {
    return Result.fail([handbookText, calendarText].flatMap((text) => (Result.isFailure(text) ? [text.failure] : [])))
  }
  const handbook = HandbookFile.read(handbookFile, handbookText.success)
  const folder = dirname(calendarFile)
  // The calendar is read even when the handbook is wrong, so that one answer has the mistakes of both.
  const known: ContentCalendar.Known = {
    authors: Result.isSuccess(handbook) ? authorsOf(handbook.success) : undefined,
    picture: (source) => pictureAt(folder, source),
    ...(Result.isSuccess(handbook) && {
      names: Record.map(handbook.success.team.people, ({ name }) => name),
      timeZone: handbook.success.timeZone
    })
  }
  const entries = ContentCalendarFile.read(calendarFile, calendarText.success, known)
  if (Result.isFailure(handbook) || Result.isFailure(entries)) {
    return Result.fail([...mistakesOf(handbook), ...mistakesOf(entries)])
  }
  return Result.succeed({
    handbook: handbook.success,
    handbookText: handbookText.success,
    entries: entries.success,
    doubts: ContentCalendarFile.doubts(calendarFile, calendarText.success, known),
    folder
  })
}

/** With these a day of posts cannot come to its end: nobody can approve one, a clock never runs, or a process is broken. */
const stopping = ["approval/too-many-needed", "approval/lead-cannot-decide", "calendar/never-opens", "process/unsound"]

/** What the verifier has against the handbook on a day: what stops the day, and what a person should look at. */
export const doubts = (file: string, { handbookText }: Files, at: DateTime.Utc) => {
  const findings = Verifier.checkFile(file, handbookText, { holidays: ChineseHolidays.holidays, at })
  const stops = ({ code }: Finding.Finding) => stopping.includes(code)
  return { stopping: findings.filter(stops), others: findings.filter((one) => !stops(one)) }
}

const mistakesOf = (read: Result.Result<unknown, ReadonlyArray<Finding.Finding>>) =>
  Result.isFailure(read) ? read.failure : []

const authorsOf = (handbook: Handbook.Handbook): ReadonlyArray<string> =>
  Object.keys(handbook.team.people).filter((id) => Entitlement.may(handbook, id).has("content.compose"))

const textOf = (file: string): Result.Result<string, Finding.Finding> => {
  try {
    // A pipe may have nobody at its other end, and a device no end at all.
    if (!statSync(file).isFile()) return Result.fail(unreadable(file, { zh: "不是文件", en: "it is not a file" }))
    const bytes = readFileSync(file)
    return Result.succeed(new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch (error) {
    // The decoder throws nothing but this.
    if (error instanceof TypeError) return Result.fail(notUtf8(file))
    const code = error instanceof Error && "code" in error ? error.code : undefined
    const said = error instanceof Error ? error.message : String(error)
    return Result.fail(unreadable(file, code === "ENOENT" ? notThere : { zh: said, en: said }))
  }
}

/** Spreadsheets save "Unicode text" in UTF-16, and say so in the first two bytes. */
const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8"

const notUtf8 = (file: string): Finding.Finding => ({
  code: "file/not-utf-8",
  severity: "error",
  where: { path: "", file },
  evidence: "",
  message: {
    zh: "文件不是 UTF-8 编码（可能是 GBK）。",
    en: "The file is not in UTF-8; it may be in GBK."
  },
  fix: { zh: "另存为“CSV UTF-8”或 UTF-8 文本。", en: "Save it as UTF-8; in a spreadsheet, as CSV UTF-8." }
})

const notThere: Bilingual.Bilingual = { zh: "没有这个文件", en: "there is no such file" }

const unreadable = (file: string, problem: Bilingual.Bilingual): Finding.Finding => ({
  code: "file/unreadable",
  severity: "error",
  where: { path: "", file },
  evidence: problem.en,
  message: { zh: `读不了文件：${problem.zh}。`, en: `The file cannot be read: ${problem.en}.` },
  fix: { zh: "检查路径和权限。", en: "Check its path and who may read it." }
})

const formats: Readonly<Record<string, Content.Picture["format"]>> = {
  ".jpg": "jpeg",
  ".jpeg": "jpeg",
  ".png": "png",
  ".gif": "gif"
}

const pictureAt = (folder: string, source: string): Content.BoundPicture | undefined => {
  const format = formats[extname(source).toLowerCase()]
  const path = pathBelow(folder, source)
  const found = path === undefined || !statSync(path).isFile() ? undefined : readFileSync(path)
  return format === undefined || found === undefined
    ? undefined
    : { source, format, bytes: found.length, sha256: createHash("sha256").update(found).digest("hex") }
}

/** Where a file of the folder really is; nothing if it is not there, or leads out of the folder. */
export const pathBelow = (folder: string, name: string): string | undefined => {
  const path = join(folder, name)
  if (!existsSync(path)) return undefined
  const real = realpathSync(path)
  return real.startsWith(realpathSync(folder) + sep) ? real : undefined
}
