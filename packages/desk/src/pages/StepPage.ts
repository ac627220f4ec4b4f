/**
 * The page of a step: its form, and below it the case that it is about, so that nobody decides on what they do not see.
 *
 * @module
 */
import { randomUUID } from "node:crypto"
import { Offers, Rehearsal, type StoreUnavailable } from "@dualops/core/operations"
import type { Page } from "@dualops/core/pages"
import { Face, type Process, Refusal } from "@dualops/core/process"
import { Effect } from "effect"
import * as Typed from "../form/Typed.ts"
import { isCaseId, type Needs } from "../house/House.ts"
import type * as Address from "./Address.ts"
import * as CasePage from "./CasePage.ts"
import * as Screen from "./Screen.ts"
import * as StepForm from "./StepForm.ts"
import { to, type Visit } from "./Visit.ts"

/** The place of a step, in a case or at the beginning of one. */
export type Place = Extract<Address.Place, { readonly at: "step" | "begin" }>

/** What has been sent, and why it was not taken; for a form that is opened, nothing. */
export interface Sent extends StepForm.Filling {
  readonly key: string
  readonly status: number
  readonly notice: Page.Card | undefined
  /** Nobody has written in it yet: where an address fills in nothing else, it begins with what the case knows. */
  readonly isOpened?: true
}

/** A form that is opened. */
export const opened = (): Sent => ({ ...StepForm.empty, key: randomUUID(), status: 200, notice: undefined })

/** The page. A step that is not open to the person has no form, unless they have filled one in: nothing is lost. */
export const of = (visit: Visit, place: Place, sent: Sent): Effect.Effect<Screen.Screen, StoreUnavailable, Needs> =>
  place.at === "begin" ? begin(visit, place, sent) : inCase(visit, place, sent)

const inCase = Effect.fnUntraced(function* (visit: Visit, place: Extract<Place, { at: "step" }>, sent: Sent) {
  const process = processOf(visit, place)
  if (process === undefined || !isCaseId(place.case)) return Screen.notFound
  const seen = yield* Offers.ofCase(visit.house.caseload, { process: process.name, case: place.case }, visit.person)
  if (seen === undefined) return Screen.notFound
  const screen = yield* CasePage.shown(visit, process, seen)
  const offer = seen.offers.find(({ step }) => step.name === place.step)
  if (offer === undefined && sent.notice === undefined) {
    return { ...screen, status: 409, notice: yield* whyNotOpen(visit, place, process, seen.reader) }
  }
  const asking = {
    process,
    step: place.step,
    action: to(visit, place),
    version: seen.case.version,
    accounts: offer?.accounts ?? [],
    key: sent.key,
    isCheckable: isCheckable(process, place.step)
  }
  return formOn(visit, screen, asking, begun(process, place.step, offer, sent))
})

/** What holds a step back is said, so that nobody waits for what is held: a crisis, an embargo. */
const whyNotOpen = Effect.fnUntraced(function* (
  visit: Visit,
  place: Extract<Place, { at: "step" }>,
  process: Process.Any,
  reader: Offers.Seen["reader"]
) {
  const card = notOpen(process, place.step)
  const refusal = isCaseId(place.case)
    ? yield* Rehearsal.whyClosed(process, place.step, place.case, visit.person)
    : undefined
  return refusal instanceof Refusal.Suspended
    ? { ...card, lines: [Face.refusal(process, refusal, reader.called, reader.timeZone)] }
    : card
})

/** What the case knows, and over it what the address says. */
const begun = (process: Process.Any, step: string, offer: Offers.Offer | undefined, sent: Sent): Sent => {
  if (sent.isOpened !== true || offer?.opensWith === undefined) return sent
  const { opensWith, timeZone } = offer
  const told = new Map(Typed.of(StepForm.fieldsOf(process, step), opensWith, StepForm.names.input, timeZone))
  return { ...sent, told: { get: (name) => sent.told.get(name) ?? told.get(name) ?? null } }
}

const begin = Effect.fnUntraced(function* (visit: Visit, place: Extract<Place, { at: "begin" }>, sent: Sent) {
  const process = processOf(visit, place)
  if (process === undefined) return Screen.notFound
  const offers = (yield* Offers.to(visit.house.caseload, visit.person, 0)).filter(
    (one) => one.case === undefined && one.process.name === place.process && one.step.name === place.step
  )
  const screen = Screen.of(process.title, [])
  if (offers.length === 0 && sent.notice === undefined) {
    return { ...screen, status: 409, notice: notOpen(process, place.step) }
  }
  const accounts = offers.flatMap((one) => one.accounts)
  const asking = {
    process,
    step: place.step,
    action: to(visit, place),
    version: undefined,
    accounts,
    key: sent.key,
    isCheckable: isCheckable(process, place.step)
  }
  return formOn(visit, screen, asking, sent)
})

/** Whether there is anything to check before it is sent: something to be written, or something that the step advises. */
const isCheckable = (process: Process.Any, step: string): boolean =>
  StepForm.fieldsOf(process, step).length > 0 || process.steps[step]?.advises !== undefined

const formOn = (visit: Visit, screen: Screen.Screen, asking: StepForm.Asking, sent: Sent): Screen.Screen => {
  const { process, step } = asking
  const what = Face.step(process, step)
  return {
    ...screen,
    status: sent.status,
    title: { zh: `${what.zh}：${screen.title.zh}`, en: `${what.en}: ${screen.title.en}` },
    notice: sent.notice,
    form: StepForm.of(visit, asking, sent),
    // Whoever writes is not interrupted.
    follows: false
  }
}

/** The process of the place, where it has such a step of a person. */
export const processOf = (
  visit: Visit,
  place: { readonly at: string; readonly process: string; readonly step: string }
): Process.Any | undefined => {
  const process = visit.house.caseload.processes.find(({ name }) => name === place.process)
  const step = process && Object.hasOwn(process.steps, place.step) ? process.steps[place.step] : undefined
  return step === undefined || (place.at === "begin") !== (step.from.length === 0) ? undefined : process
}

/** The step is not open to the person. */
export const notOpen = (process: Process.Any, step: string): Page.Card => {
  const { en, zh } = Face.step(process, step)
  return {
    tone: "warn",
    title: { zh: `「${zh}」现在不由你办理。`, en: `To ${en} is not open to you now.` },
    lines: [
      {
        zh: "可能别人已经办理，或状态已经改变，或你没有这项权限。",
        en: "Somebody may have done it, the case may stand elsewhere by now, or you may not do it."
      }
    ]
  }
}
