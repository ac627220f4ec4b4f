/**
 * What a reader of calendars says, in Chinese and in English.
 *
 * @module
 */
import type { Bilingual } from "../../../finding/Bilingual.ts"
import type { Finding } from "../../../finding/Finding.ts"
import { advice, excerpt } from "../../../finding/Nearest.ts"

/** Where in the file something stands. */
export interface At {
  readonly file: string
  readonly line: number
}

/** A finding of a calendar file: an error, for nothing is taken over in half. */
export const finding = (
  { file, line }: At,
  code: string,
  path: string,
  evidence: string,
  message: Bilingual,
  fix: Bilingual
): Finding => ({
  code: `calendar-file/${code}`,
  severity: "error",
  where: { path, file, line },
  evidence: excerpt(evidence),
  message,
  fix
})

/** The file is no calendar. */
export const notCalendar = (at: At): Finding =>
  finding(
    at,
    "not-ical",
    "",
    "",
    {
      zh: "文件不是 iCalendar：开头没有 BEGIN:VCALENDAR。",
      en: "The file is not iCalendar: it does not begin with BEGIN:VCALENDAR."
    },
    { zh: "从日历应用导出 .ics 文件。", en: "Export an .ics file from the calendar app." }
  )

/** The file is longer than anybody's calendar. */
export const tooLong = (at: At, length: number, most: number): Finding =>
  finding(
    at,
    "too-long",
    "",
    "",
    {
      zh: `文件有 ${length} 字节，最多读取 ${most} 字节。`,
      en: `The file has ${length} bytes, and ${most} are the most that is read.`
    },
    { zh: "只导出需要的时间段。", en: "Export only the time that matters." }
  )

/** The file holds more than a team has. */
export const tooMuch = (at: At, most: number): Finding =>
  finding(
    at,
    "too-much",
    "",
    "",
    {
      zh: `事件或日期超过 ${most} 个，或嵌套过深。`,
      en: `There are more than ${most} events or dates, or they stand too deep within each other.`
    },
    { zh: "只导出需要的时间段。", en: "Export only the time that matters." }
  )

/** More events repeat than a team has, and each repetition takes time to work out. */
export const tooOften = (at: At, most: number): Finding =>
  finding(
    at,
    "too-much",
    "",
    "",
    {
      zh: `重复的事件超过 ${most} 个，或重复的规则过于复杂。`,
      en: `More than ${most} events repeat, or their rules are too much work.`
    },
    { zh: "只导出需要的日历。", en: "Export only the calendar that matters." }
  )

/** A line in another encoding. */
export const notUtf8 = (at: At): Finding =>
  finding(
    at,
    "not-utf-8",
    "",
    "",
    { zh: "此行不是 UTF-8 编码。", en: "The line is not in UTF-8." },
    { zh: "以 UTF-8 重新导出或保存。", en: "Export or save the file as UTF-8." }
  )

/** A line that cannot be read. */
export const broken = (at: At, content: string, problem: string): Finding =>
  finding(
    at,
    "broken-line",
    "",
    content,
    { zh: `此行无法读取：${problem}。`, en: `The line cannot be read: ${problem}.` },
    { zh: "重新导出，或按 RFC 5545 修正此行。", en: "Export anew, or mend the line as RFC 5545 has it." }
  )

/** What a property should hold. */
export const expected = {
  start: {
    zh: "真实的日期或时间，精确到分，如 20261001T090000",
    en: "a date or a time that exists, in whole minutes, such as 20261001T090000"
  },
  end: { zh: "开始之后的 DTEND 或 DURATION", en: "an end or a duration after the start" },
  json: { zh: "导出时写入的排班", en: "the roster as the export wrote it" },
  rule: {
    zh: "每天到每年、最多 366 次且只有一个终点的重复",
    en: "a repetition by days to years, of 366 times at most, with one end"
  },
  reason: { zh: "请假原因", en: "the reason of an absence" }
} satisfies Readonly<Record<string, Bilingual>>

/** A property that does not hold what it is for. */
export const wrong = (at: At, path: string, evidence: string, should: Bilingual): Finding =>
  finding(
    at,
    "wrong-value",
    path,
    evidence,
    {
      zh: `${path} 为「${excerpt(evidence)}」，应为${should.zh}。`,
      en: `${path} is "${excerpt(evidence)}", and should be ${should.en}.`
    },
    { zh: `改为${should.zh}。`, en: `Write ${should.en}.` }
  )

/** A time zone that neither the file describes nor anybody knows. */
export const unknownZone = (at: At, tzid: string, described: ReadonlyArray<string>): Finding =>
  finding(
    at,
    "unknown-zone",
    "TZID",
    tzid,
    {
      zh: `文件没有描述时区「${excerpt(tzid)}」，名称也不在 IANA 时区库中。`,
      en: `The file does not describe the time zone ${excerpt(tzid)}, and it is no name of the IANA data base.`
    },
    advice(tzid, described, {
      zh: "改用 IANA 时区名，如 Asia/Shanghai。",
      en: "Write a name of the IANA data base, such as Asia/Shanghai."
    })
  )

/** An abbreviation that means several zones, and the file does not describe which. */
export const severalZones = (at: At, tzid: string, meanings: ReadonlyArray<string>): Finding =>
  finding(
    at,
    "several-zones",
    "TZID",
    tzid,
    {
      zh: `「${excerpt(tzid)}」是缩写，可指多个时区，文件没有描述是哪一个。`,
      en: `${excerpt(tzid)} is an abbreviation that may mean several time zones, and the file does not describe which.`
    },
    {
      zh: `写明时区名，如 ${meanings.length === 0 ? "Asia/Shanghai" : meanings.join("、")}。`,
      en: `Write the name of the one that is meant, such as ${meanings.length === 0 ? "Asia/Shanghai" : meanings.join(", ")}.`
    }
  )

/** A zone whose description in the file cannot be read. */
export const brokenZone = (at: At, tzid: string): Finding =>
  finding(
    at,
    "broken-zone",
    "VTIMEZONE",
    tzid,
    {
      zh: `文件对时区「${excerpt(tzid)}」的描述无法读取。`,
      en: `What the file says of the time zone ${excerpt(tzid)} cannot be read.`
    },
    {
      zh: "每个 STANDARD 和 DAYLIGHT 要有 DTSTART、TZOFFSETFROM 和 TZOFFSETTO，规则按年重复。",
      en: "Give every STANDARD and DAYLIGHT a DTSTART, a TZOFFSETFROM and a TZOFFSETTO, and rules that repeat by the year."
    }
  )

/** A time that may or may not mean an occurrence of its series. */
export const unclearOccurrence = (at: At, path: string, evidence: string): Finding =>
  finding(
    at,
    "unclear-occurrence",
    path,
    evidence,
    {
      zh: `${path}「${excerpt(evidence)}」当天有一次重复，但时刻不同，不清楚是否指这一次。`,
      en: `${path} ${excerpt(evidence)} has the date of an occurrence and not its time: it is unclear whether that one is meant.`
    },
    { zh: "写上该次重复原来的开始时间。", en: "Write when that occurrence would have begun." }
  )

/** Two versions of one event that differ, and neither is the later one. */
export const twoVersions = (at: At, uid: string): Finding =>
  finding(
    at,
    "two-versions",
    "UID",
    uid,
    {
      zh: `另有一个 UID 为「${excerpt(uid)}」的事件，内容不同，看不出哪个较新。`,
      en: `Another event has the UID ${excerpt(uid)} and says something else, and neither is the later version.`
    },
    {
      zh: "不同的事件用不同的 UID；同一事件的新版本用更高的 SEQUENCE。",
      en: "Give different events different UIDs, and a later version of one event a higher SEQUENCE."
    }
  )

/** Something that calendars may say and that cannot be taken over. */
export const cannot = (at: At, path: string, evidence: string, fix: Bilingual): Finding =>
  finding(
    at,
    "cannot-be-taken",
    path,
    evidence,
    {
      zh: `${path}「${excerpt(evidence)}」无法照原意读入，所以不读入。`,
      en: `${path} ${excerpt(evidence)} cannot be taken over as it is meant, and is not taken at all.`
    },
    fix
  )

/** What to do instead of what cannot be taken over. */
export const instead = {
  range: { zh: "把之后的重复写成单独的事件。", en: "Write the later occurrences as events of their own." },
  method: {
    zh: "从日历应用导出日历，而不是邀请的答复。",
    en: "Export the calendar from the app, not an answer to an invitation."
  },
  rule: { zh: "只用一条 RRULE，例外写成 EXDATE。", en: "Write one RRULE, and exceptions as EXDATE." },
  dates: { zh: "与 DTSTART 一样，写成日期或时间。", en: "Write a date or a time, as in DTSTART." }
} satisfies Readonly<Record<string, Bilingual>>
