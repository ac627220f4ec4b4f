/**
 * What a reader of a team's calendar says of its people and rosters, in Chinese and in English.
 *
 * @module
 */
import type { Finding } from "../../../finding/Finding.ts"
import { advice, excerpt } from "../../../finding/Nearest.ts"
import { type At, finding } from "./IcalMessages.ts"

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

/** A shift that is given to more than one. */
export const severalPeople = (at: At, people: ReadonlyArray<string>): Finding =>
  finding(
    at,
    "several-people",
    "ATTENDEE",
    people.join(", "),
    { zh: `一个班次写了多人：${people.join("、")}。`, en: `One shift is given to several: ${people.join(", ")}.` },
    { zh: "只写一人。", en: "Give it to one of them." }
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
