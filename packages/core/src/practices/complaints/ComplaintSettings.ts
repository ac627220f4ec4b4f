/**
 * What a handbook tells complaints and their referrals: its section, and its promises to whoever complains.
 *
 * @module
 */
import { Duration, Record } from "effect"
import type { ResourceId } from "../../external-system/Resource.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Settings from "../../handbook/Settings.ts"
import type * as Complaint from "../../internal-system/complaints/Complaint.ts"
import type * as Referral from "../../internal-system/complaints/Referral.ts"
import * as Ladder from "../../internal-system/interaction/Ladder.ts"
import type { Behind, ServicePromise } from "../../internal-system/interaction/ServicePromise.ts"
import { ofLibrary } from "../library/LibrarySection.ts"
import { PrivateMessages } from "../private-messages/PrivateMessagesSection.ts"
import { Complaints } from "./ComplaintsSection.ts"

/** What complaints are told. */
export const ofComplaints = (handbook: Handbook): Complaint.Settings => {
  const { rules } = Settings.ofPosts(handbook)
  const { fanReplies, silence, survey, usual } = Complaints.of(handbook)
  return {
    ...Settings.ofWarnings(handbook),
    rules,
    ...PrivateMessages.find(handbook),
    ...ofLibrary(handbook),
    answers: answersOf(handbook),
    promises: Record.map(solutions(handbook), (promise) => solvingOf(promise, handbook)),
    usual,
    fanReplies,
    silence,
    ...(survey && { survey: surveyOf(survey) })
  }
}

/** What referrals are told. */
export const ofReferrals = (handbook: Handbook): Referral.Settings => {
  const { desks = [], weiboFirst = true } = Complaints.of(handbook)
  return { ...Settings.ofWarnings(handbook), resources: handbook.resources, desks, weiboFirst }
}

/** What is asked in the end; who has approved it is the handbook's matter. */
const surveyOf = ({ approvedBy: _, ...survey }: NonNullable<Complaints["survey"]>) => survey

/** The promises of a solution to whoever complains. */
export const solutions = ({ promises = {} }: Handbook): Readonly<Record<string, ServicePromise>> =>
  Record.filter(promises, ({ keptWhen, to }) => to === "complaint" && keptWhen === "solved")

/** The shortest promise of a word to whoever complains; where there is none, what is promised to anybody who writes. */
const answersOf = (handbook: Handbook): Ladder.Ladder => {
  const promised = Ladder.shortest(Object.values(handbook.promises ?? {}).filter(isWord))
  if (promised !== undefined) return Ladder.ofPromise(promised)
  const { chain, warnAt, within } = Settings.ofAnswers(handbook)
  return { within, ...(warnAt !== undefined && { warnAt }), ...(chain && { chain }) }
}

/** What each department has promised, the shortest of it: for this solution, for a first word to whoever complains, or for anything that it is asked. */
const solvingOf = (promise: ServicePromise, { promises = {}, resources }: Handbook): Complaint.Solving => ({
  title: promise.title,
  ...Ladder.ofPromise(promise),
  behind: {
    ...Record.map(resources, ({ answers }): Ladder.Ladder => ({ within: answers })),
    ...Record.fromEntries(
      [...Object.values(promises).filter(isWord), promise]
        .flatMap(({ behind }) => flat(behind))
        .sort((one, other) => Duration.Order(other.within.time, one.within.time))
        .map((one): readonly [ResourceId, Ladder.Ladder] => [one.by, Ladder.ofPromise(one)])
    )
  }
})

const isWord = ({ keptWhen, to }: ServicePromise) => to === "complaint" && keptWhen === "answered"

const flat = (behind: ReadonlyArray<Behind> = []): ReadonlyArray<Behind> =>
  behind.flatMap((one) => [one, ...flat(one.behind)])
