/**
 * The team: who may do what, who works when, and what one has to know.
 *
 * @module
 */
import { make } from "../../practice/Practice.ts"
import * as CalendarPages from "./CalendarPages.ts"
import * as Calendar from "./CalendarRules.ts"
import * as Hours from "./HoursRules.ts"
import * as People from "./PeopleRules.ts"
import * as Roster from "./RosterRules.ts"
import * as TeamPages from "./TeamPages.ts"

/** The team: who may do what, who works when, and what one has to know. */
export const team = make({
  name: "team",
  title: { zh: "团队", en: "the team" },
  rules: [...People.rules, ...Roster.rules, ...Hours.rules, ...Calendar.rules],
  pages: (handbook, { words }) => [...TeamPages.sections(handbook, words), CalendarPages.section(handbook, words)]
})
