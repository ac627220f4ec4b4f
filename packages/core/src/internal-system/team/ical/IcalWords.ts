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

const finding = (
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
      zh: `文件有 ${length} 个字符，最多读取 ${most} 个。`,
      en: `The file has ${length} characters, and ${most} are the most that is read.`
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
      zh: `事件超过 ${most} 个，或嵌套过深。`,
      en: `There are more than ${most} events, or they stand too deep within each other.`
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
    { zh: `重复的事件超过 ${most} 个。`, en: `More than ${most} events repeat.` },
    { zh: "只导出需要的日历。", en: "Export only the calendar that matters." }
  )

/** The table of a roster would be larger than anybody can read. */
export const tooLarge = (at: At, roster: string): Finding =>
  finding(
    at,
    "too-much",
    "",
    excerpt(roster),
    {
      zh: `排班「${excerpt(roster)}」的日期过长，或改动过多，无法逐班比对。`,
      en: `The dates of the roster ${excerpt(roster)} are too many, or too much changes in them, to be compared shift by shift.`
    },
    { zh: "只导出需要的时间段。", en: "Export only the time that matters." }
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
    zh: "每天到每年、最多 366 次且有终点的重复",
    en: "a repetition by days to years, of 366 times at most, with an end"
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

/** A time zone that nobody knows. */
export const unknownZone = (at: At, tzid: string, zones: ReadonlyArray<string>): Finding =>
  finding(
    at,
    "unknown-zone",
    "TZID",
    tzid,
    { zh: `不认识时区「${excerpt(tzid)}」。`, en: `Nobody knows the time zone ${excerpt(tzid)}.` },
    advice(tzid, zones, {
      zh: "改用 IANA 时区名，如 Asia/Shanghai。",
      en: "Write a name of the IANA data base, such as Asia/Shanghai."
    })
  )

/** An event that names nobody of the handbook, or more than one. */
export const unknownPerson = (at: At, said: string, near: string, known: ReadonlyArray<string>): Finding =>
  finding(
    at,
    "unknown-person",
    "SUMMARY",
    said,
    {
      zh: `「${excerpt(said)}」没有写明是手册里的哪一位。`,
      en: `"${excerpt(said)}" does not say who of the handbook it is.`
    },
    advice(near, known, { zh: "写上姓名、编号或邮箱。", en: "Write a name, an id or an address." })
  )

/** An event of a roster that neither the file nor the handbook has. */
export const unknownRoster = (at: At, roster: string, known: ReadonlyArray<string>): Finding =>
  finding(
    at,
    "unknown-roster",
    "UID",
    roster,
    { zh: `手册里没有排班「${excerpt(roster)}」。`, en: `The handbook knows no roster ${excerpt(roster)}.` },
    advice(roster, known, { zh: "先把排班写入手册。", en: "Write the roster into the handbook first." })
  )

/** Two people have one roster at a time. */
export const twoAtOnce = (at: At, roster: string, from: string, people: string): Finding =>
  finding(
    at,
    "two-at-once",
    roster,
    people,
    {
      zh: `${from} 起，排班「${roster}」同时有两人：${people}。`,
      en: `From ${from} on two have the roster ${roster} at once: ${people}.`
    },
    { zh: "缩短或删除其中一个事件。", en: "Shorten one of the events, or take it out." }
  )

/** A shift that the roster has and the calendar has not. */
export const nobody = (at: At, roster: string, from: string, until: string): Finding =>
  finding(
    at,
    "shift-missing",
    roster,
    `${from}–${until}`,
    {
      zh: `${from} 至 ${until}，排班「${roster}」的班次不在日历里。`,
      en: `From ${from} until ${until} a shift of the roster ${roster} is not in the calendar.`
    },
    { zh: "改派他人；若是请假，写成请假事件。", en: "Give it to somebody; if somebody is away, make it an absence." }
  )
