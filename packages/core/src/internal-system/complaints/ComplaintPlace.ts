/**
 * Where the fan is answered: in public or in private, as they wrote last; what may be said there, until when, and as which order.
 *
 * @module
 */
import type { Moment } from "../../calendar/Moment.ts"
import type { Person } from "../../process/Actor.ts"
import type { Screening } from "../content/Screening.ts"
import * as Answer from "../interaction/Answer.ts"
import * as AnswerWindow from "../interaction/AnswerWindow.ts"
import { isPrivate } from "../interaction/Incoming.ts"
import * as PrivateAnswer from "../private-messages/PrivateAnswer.ts"
import type * as Complaint from "./Complaint.ts"

type Came = Pick<Complaint.State, "account" | "latest">

/** Why nothing can be said to what the fan wrote last; nothing where it can be. */
export const overFor = ({ latest }: Pick<Came, "latest">, at: Moment): PrivateAnswer.WindowOver | undefined =>
  isPrivate(latest) ? PrivateAnswer.overAt(AnswerWindow.opened(AnswerWindow.closed, latest.at), at) : undefined

/** What words there are screened by. */
export const screening = ({ latest }: Pick<Came, "latest">, settings: Complaint.Settings): Screening =>
  isPrivate(latest) ? PrivateAnswer.screening(settings) : Answer.screening(settings)

/** The order of an answer in public, with that in its input beside what it answers; none, where the fan wrote in private. */
export const inPublic = <More extends object>({ account, latest }: Came, more: More, by?: Person) =>
  isPrivate(latest) ? undefined : { input: { account, interaction: latest, ...more }, ...(by && { by }) }

/** The same in private; none, where the fan wrote in public. */
export const inPrivate = <More extends object>({ account, latest }: Came, more: More, by?: Person) =>
  isPrivate(latest) ? { input: { account, interaction: latest, ...more }, ...(by && { by }) } : undefined
