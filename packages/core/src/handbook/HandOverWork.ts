/**
 * The work of a hand-over: cases that wait for the one who goes or that name them, by deadline.
 *
 * @module
 */
import { DateTime } from "effect"
import type * as Request from "../external-system/ResourceRequest.ts"
import { ResourceRequestProcess } from "../external-system/ResourceRequestProcess.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type * as Post from "../internal-system/content/Post.ts"
import { PostProcess } from "../internal-system/content/PostProcess.ts"
import type * as Answer from "../internal-system/interaction/Answer.ts"
import { AnswerProcess } from "../internal-system/interaction/AnswerProcess.ts"
import { ReceiptProcess } from "../internal-system/team/ReceiptProcess.ts"
import { TakeoverProcess } from "../internal-system/team/TakeoverProcess.ts"
import type { Standing } from "../operations/Caseload.ts"
import type { Edition } from "../operations/Shelf.ts"
import { inPlaceOf, person } from "../process/Actor.ts"
import { type Due, due } from "../process/Due.ts"
import * as Process from "../process/Process.ts"
import { NotPermitted, NotSeparate } from "../process/Refusal.ts"
import { tasks } from "../process/Task.ts"
import { type Change, type Check, type OpenCase, type Way, whoIs } from "./HandOver.ts"

/** The cases of a hand-over. */
export interface Work {
  readonly open: ReadonlyArray<OpenCase>
  readonly reviews: ReadonlyArray<OpenCase>
  readonly scheduled: ReadonlyArray<OpenCase>
  readonly checks: ReadonlyArray<Check>
  /** Cases under an edition that is not at hand. */
  readonly adrift: ReadonlyArray<Standing>
}

/** The cases that go from hand to hand. A scheduled post is everybody's; the rest is what the one who goes has to do with. */
export const workOf = (change: Change): Work => {
  const running = change.standing.filter(
    ({ case: current, process }) => !Process.isOver(process, current) && !arrangements.includes(process.name)
  )
  const seen = running.flatMap((standing) => {
    const edition = change.editions.find(({ version }) => version === standing.case.handbook)
    return edition === undefined ? [] : [look(change, standing, edition)]
  })
  const mine = seen.filter(
    ({ scheduled, open, standing }) => scheduled || open.ways.length > 0 || names(standing, change)
  )
  const lines = (which: (one: Seen) => boolean) =>
    mine
      .filter(which)
      .map(({ open }) => open)
      .sort(byDeadline)
  return {
    open: lines(({ review, scheduled }) => !review && !scheduled),
    reviews: lines(({ review }) => review),
    scheduled: lines(({ scheduled }) => scheduled),
    checks: mine.flatMap((one) => checksOf(one, change)).sort((one, other) => DateTime.Order(one.at, other.at)),
    adrift: running.filter(({ case: { handbook } }) => change.editions.every(({ version }) => version !== handbook))
  }
}

/** How the place is taken is not part of the work. */
const arrangements: ReadonlyArray<string> = [TakeoverProcess.name, ReceiptProcess.name]

interface Seen {
  readonly standing: Standing
  readonly open: OpenCase
  readonly dues: ReadonlyArray<Due>
  readonly review: boolean
  readonly scheduled: boolean
}

const look = (change: Change, standing: Standing, edition: Edition): Seen => {
  const {
    at,
    editions: [{ entitled }],
    in: comes,
    out
  } = change
  const { case: current, process } = standing
  const settings = edition.settings(process)
  const dues = due(process, current, settings, edition.reckon)
  const ways = tasks(process, current, person(out), at, settings, entitled).map(({ step }): Way => {
    const occasion = { case: current.id, at, handbook: current.handbook, settings, entitled }
    const closed = (by: ReturnType<typeof person>) => Process.closed(process, current, step, { ...occasion, by })
    // Either way will do; where neither does, the reason is that of acting in the other's place.
    const refusal = closed(person(comes)) === undefined ? undefined : closed(inPlaceOf(comes, out))
    return { step, refusal: refusal === undefined ? undefined : reasonOf(refusal, change) }
  })
  const { _tag: state } = current.state
  const isPost = process.name === PostProcess.name
  return {
    standing,
    dues,
    review: isPost && state === "InReview" && ways.some(({ step }) => step === "Approve"),
    scheduled: isPost && ["Scheduled", "Publishing", "Unconfirmed"].includes(state),
    open: { process: process.name, id: current.id, state, due: dues[0]?.at, ways, ...contentOf(standing, change) }
  }
}

/** The kernel's reasons in both languages; a process's own reason says the same in both. */
const reasonOf = (refusal: unknown, { handbook }: Change): Bilingual => {
  const en = refusal instanceof Error ? refusal.message : String(refusal)
  if (refusal instanceof NotPermitted) return { zh: `需要权限 ${refusal.needs}。`, en }
  if (refusal instanceof NotSeparate)
    return { zh: `${whoIs(handbook, refusal.person).name} 已做过 ${refusal.did}，须由他人处理。`, en }
  return { zh: en, en }
}

/** What a case is about, and what was promised to whom. Of a process that the brand has written itself, only its name is known. */
const contentOf = (
  { case: { id, state }, process }: Standing,
  { handbook }: Change
): Pick<OpenCase, "about" | "promised"> => {
  switch (process.name) {
    case PostProcess.name: {
      // A case of this process has a state of this process.
      const { content } = state as Post.State
      return { about: content.text, promised: { zh: "按时发布", en: "goes out at its slot" } }
    }
    case AnswerProcess.name: {
      // As above.
      const { interaction } = state as Answer.State
      const fan = interaction.from.name ?? interaction.from.id
      return { about: interaction.text, promised: { zh: `应答复粉丝 ${fan}`, en: `${fan} is owed an answer` } }
    }
    case ResourceRequestProcess.name: {
      // As above.
      const { askedBy, need, owner } = state as Request.State
      const [asks, owes] = [askedBy, owner].map((one) => whoIs(handbook, one).name)
      return { about: need, promised: { zh: `${owes} 应答复 ${asks}`, en: `${owes} owes ${asks} an answer` } }
    }
    default:
      return { about: id, promised: undefined }
  }
}

/** Whether the case names the one who goes: as its author, its owner, the one who asked. */
const names = ({ case: { state } }: Standing, { out }: Change): boolean =>
  Object.values(state).some((value: unknown) => value === out || (Array.isArray(value) && value.includes(out)))

const checksOf = ({ dues, open: { id, process } }: Seen, { at }: Change): ReadonlyArray<Check> =>
  dues.flatMap(
    ({ at: end, name, warn }): ReadonlyArray<Check> => [
      ...(DateTime.isGreaterThan(end, warn) && DateTime.isGreaterThan(warn, at)
        ? [{ at: warn, process, id, deadline: name, kind: "warning" as const }]
        : []),
      { at: end, process, id, deadline: name, kind: "deadline" }
    ]
  )

const byDeadline = (one: OpenCase, other: OpenCase): number =>
  (one.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER) - (other.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER)
