/**
 * Where the fan is answered: in public or in private, as they wrote last, or in private all the same where they have let the account write there; what
 * may be said there, until when, and as which order.
 *
 * @module
 */
import type { Moment } from "../../calendar/Moment.ts"
import type { Person } from "../../process/Actor.ts"
import type { Screening } from "../content/Screening.ts"
import * as Answer from "../interaction/Answer.ts"
import { isPrivate } from "../interaction/Incoming.ts"
import * as PrivateAnswer from "../private-messages/PrivateAnswer.ts"
import type * as Complaint from "./Complaint.ts"
import * as Openings from "./Openings.ts"

type Came = Pick<Complaint.State, "account" | "latest" | "openings"> &
  Partial<Pick<Complaint.In<"Replying">, "opening">>
type Latest = Pick<Came, "latest">

/** Why nothing can be said to what the fan wrote last; nothing where it can be. */
export const overFor = ({ latest }: Latest, at: Moment): PrivateAnswer.WindowOver | undefined =>
  isPrivate(latest) ? Openings.over(latest, at) : undefined

/** What words there are screened by. */
export const screening = ({ latest }: Latest, settings: Complaint.Settings, inPrivate = false): Screening =>
  inPrivate || isPrivate(latest) ? PrivateAnswer.screening(settings) : Answer.screening(settings)

/** The order of an answer in public, with that in its input beside what it answers; none, where it is said in private. */
export const inPublic = <More extends object>({ account, latest, opening }: Came, more: More, by?: Person) =>
  isPrivate(latest) || opening !== undefined
    ? undefined
    : { input: { account, interaction: latest, ...more }, ...(by && { by }) }

/** The same in private; none, where it is said in public. */
export const inPrivate = <More extends object>(
  { account, latest, opening, openings }: Came,
  more: More,
  by?: Person
) => {
  const interaction = isPrivate(latest) ? latest : opening && openings && Openings.named(openings, opening)
  return interaction && { input: { account, interaction, ...more }, ...(by && { by }) }
}
