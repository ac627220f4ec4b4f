/**
 * `dualops roster import`: what a calendar says of rosters and absences, as a piece of the handbook.
 *
 * @module
 */
import { Actor, Roster, TeamCalendarFile } from "@dualops/core"
import { Result } from "effect"
import { bytesOf, type Command, done, found, handbooks, undone } from "./Command.ts"

/** Imports rosters. */
export const command: Command = {
  usage: "HANDBOOK.yaml TEAM.ics [--roster ID] [--person NAME=ID]… [--lang en|zh]",
  does: "what a calendar says of shifts and absences, as a piece of the handbook",
  files: 2,
  options: { roster: [] },
  lists: ["person"],
  run: (asked, surroundings) => {
    const [yaml = "", calendar = ""] = asked.files
    const people = (asked.lists["person"] ?? []).map((one) => /^(.+)=([^=]+)$/s.exec(one))
    if (people.includes(null)) return undone("A person is given as NAME=ID.")
    const bytes = bytesOf(calendar, surroundings)
    if (Result.isFailure(bytes)) return bytes.failure
    return Result.match(handbooks({ ...asked, files: [yaml] }, surroundings), {
      onFailure: (outcome) => outcome,
      onSuccess: ([handbook]) => {
        if (handbook === undefined) throw new Error("one file has one handbook")
        const { roster } = asked.values
        if (roster === "") return undone("A roster is given by its name.")
        const taken = TeamCalendarFile.read(calendar, bytes.success, handbook, {
          roster: roster === undefined ? undefined : Roster.RosterId.make(roster),
          people: Object.fromEntries(
            people.map((parts) => [parts?.[1] ?? "", Actor.PersonId.make(parts?.[2] ?? "nobody")])
          )
        })
        return Result.isFailure(taken)
          ? found(taken.failure, new TextDecoder().decode(bytes.success), asked.lang)
          : done(TeamCalendarFile.piece(taken.success))
      }
    })
  }
}
