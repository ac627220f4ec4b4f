/** A house in which what fans write is answered within two hours. */
import type { Answer } from "@dualops/core/interaction"
import type { Editions } from "@dualops/core/operations"
import { Actor, Allowance, Calendars, Case } from "@dualops/core/process"
import { Duration } from "effect"
import { brand } from "./house.ts"

export const lead = Actor.PersonId.make("service-agent")

export const settings: Answer.Settings = {
  within: Allowance.always("2 hours"),
  lead,
  attention: Allowance.always("1 day"),
  patience: Duration.minutes(5),
  looks: { every: Duration.minutes(1), times: 4 },
  rules: { route: "share" }
}

export const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // Answers and unclaimed outcomes are all that runs here, and both find here what they ask for.
  settings: () => settings as never,
  entitled: () => true,
  accounts: [brand],
  calendars: Calendars.everyMinute
}
