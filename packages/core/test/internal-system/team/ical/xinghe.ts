/** Calendars as the people of the worked example's brand get them, and what is read of them. */
import { existsSync, readFileSync } from "node:fs"
import { HandbookFile, TeamCalendarFile } from "@dualops/core/files"
import { Result } from "effect"

const yaml = new URL("../../../../../../examples/handbooks/xinghe.yaml", import.meta.url)

/** The handbook of the worked example. */
export const xinghe = Result.getOrThrow(HandbookFile.read("xinghe.yaml", readFileSync(yaml, "utf8")))

/** A calendar of these lines. */
export const calendar = (...lines: ReadonlyArray<string>) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//HR//EN", ...lines, "END:VCALENDAR", ""].join("\r\n")

/** An event of these lines; one of Lin's, unless its title says otherwise. */
export const event = (...lines: ReadonlyArray<string>) =>
  [
    "BEGIN:VEVENT",
    ...(lines.some((line) => line.startsWith("UID")) ? [] : ["UID:1"]),
    ...(lines.some((line) => line.startsWith("SUMMARY")) ? [] : ["SUMMARY:林夏 培训"]),
    ...lines,
    "END:VEVENT"
  ].join("\r\n")

/** The absences that a calendar says, or the codes of what is wrong with it. */
export const absences = (content: string | Uint8Array): ReadonlyArray<string> => {
  const read = TeamCalendarFile.read("hr.ics", content, xinghe)
  return Result.isFailure(read)
    ? read.failure.map(({ code, where }) => `${where.line} ${code.replace("calendar-file/", "")}`)
    : Object.values(read.success.absences).map(({ from, person, until }) => `${person} ${from}–${until}`)
}

/** When the absences begin, for events of Lin's. */
export const begins = (...events: ReadonlyArray<string>): ReadonlyArray<string> =>
  absences(calendar(...events)).map((line) => line.replace(/^lin (.*)–.*$/, "$1"))

const shared = [process.env.DUALOPS_SHARED, "../shared", "../../shared"].find(
  (folder) => folder !== undefined && existsSync(`${folder}/cases`)
)

/** The inputs that other tools read wrong; not part of the project, so they may be absent. */
export const cases = shared && `${shared}/cases`
/** What the title of a test says where they are. */
export const skipped = cases === undefined ? " (skipped: no cases)" : ""
