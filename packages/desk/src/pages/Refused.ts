/**
 * Why something that was sent was not taken, in words, beside the fields where it is about them.
 *
 * @module
 */
import type { Bilingual, Finding } from "@dualops/core/finding"
import { EventLog, Handbooks, isUnavailable, Offers, Operations, type StoreUnavailable } from "@dualops/core/operations"
import type { Page } from "@dualops/core/pages"
import { Face, type Process, Reader } from "@dualops/core/process"
import { Effect } from "effect"
import type { Field } from "../form/Field.ts"
import * as Fields from "../form/Fields.ts"
import { isCaseId, type Needs } from "../house/House.ts"
import * as HistoryCards from "./HistoryCards.ts"
import * as StepForm from "./StepForm.ts"
import type * as StepPage from "./StepPage.ts"
import type { Visit } from "./Visit.ts"

/** What the page says of it. */
export type Why = Pick<StepPage.Sent, "status" | "notice" | "wrong">

/** The page was open for too long, or was no page of the desk. */
export const oldForm: Page.Card = {
  tone: "bad",
  title: { zh: "请再提交一次。", en: "Send it once more." },
  lines: [
    {
      zh: "这张表单打开得太久，或不是从这里发出的；你填写的内容都还在。",
      en: "The form was open for too long, or was not sent from here; what you have written is still there."
    }
  ]
}

/** The words for a refusal. */
export const of = Effect.fnUntraced(function* (
  visit: Visit,
  place: StepPage.Place,
  process: Process.Any,
  told: URLSearchParams,
  reason: unknown
): Effect.fn.Return<Why, StoreUnavailable, Needs> {
  if (reason instanceof Operations.BadInput) return badInput(reason, StepForm.fieldsOf(process, place.step))
  const reader = yield* readerOf(visit, place)
  const card: Page.Card = {
    tone: "bad",
    title: Face.refusal(process, reason, reader.called, reader.timeZone),
    lines: []
  }
  const wrong = new Map()
  if (isUnavailable(reason)) return { status: 503, notice: card, wrong }
  if (!EventLog.isConflict(reason) || place.at === "begin") return { status: 422, notice: card, wrong }
  const since = Number(told.get(StepForm.names.version) ?? 0)
  const happened = (yield* HistoryCards.of(process, yield* caseId(place.case), reader)).filter(
    ({ version }) => version > since
  )
  const lines = [
    ...happened.map(({ card: { title } }) => title),
    {
      zh: "请看一遍再决定；你填写的内容都还在。",
      en: "Look at it before you decide; what you have written is still there."
    }
  ]
  return { status: 409, notice: { ...card, tone: "warn", lines }, wrong }
})

const caseId = (name: string) => (isCaseId(name) ? Effect.succeed(name) : Effect.die(`${name} is no case`))

/** Each mistake stands beside its field; the head of the page leads there. */
export const badInput = ({ findings }: Operations.BadInput, fields: ReadonlyArray<Field>): Why => {
  const placed = findings.map((finding) => {
    const name = finding.where.path.replace(/\[(\d+)\]/g, ".$1")
    const [, ...way] = name.split(".")
    return { name, message: inWords(finding, Fields.at(fields, way)) }
  })
  const wrong = new Map<string, ReadonlyArray<Bilingual.Bilingual>>()
  for (const { message, name } of placed) wrong.set(name, [...(wrong.get(name) ?? []), message])
  return {
    status: 422,
    wrong,
    notice: {
      tone: "bad",
      title: { zh: `有 ${findings.length} 处需要改正。`, en: `${findings.length} to be put right.` },
      lines: placed.map(({ message, name }) => ({ link: message, to: `#${name}` }))
    }
  }
}

/** People know a field by its label, and a moment by the clock on the wall. */
const inWords = ({ message, where: { path } }: Finding.Finding, field: Field | undefined): Bilingual.Bilingual => {
  if (field === undefined) return message
  const { label, shape } = field
  if (shape.kind === "moment" || shape.kind === "date") {
    return {
      zh: `「${label.zh}」要填写日期${shape.kind === "date" ? "" : "和时间"}。`,
      en: `${label.en} needs a date${shape.kind === "date" ? "" : " and a time"}.`
    }
  }
  return { zh: message.zh.replace(`「${path}」`, `「${label.zh}」`), en: message.en.replace(path, label.en) }
}

/** How the person reads of it: by the handbook that the case belongs to, or by that under which it would begin. */
const readerOf = Effect.fnUntraced(function* (
  { house, person }: Visit,
  place: StepPage.Place
): Effect.fn.Return<Reader.Reader, StoreUnavailable, Needs> {
  if (place.at === "step" && isCaseId(place.case)) {
    const seen = yield* Offers.ofCase(house.caseload, { process: place.process, case: place.case }, person)
    if (seen !== undefined) return seen.reader
  }
  const [first = {}] = yield* Handbooks.seenBy(person)
  return first
})

/** The time zone on whose wall the person reads moments. */
export const zoneOf = (visit: Visit, place: StepPage.Place) =>
  Effect.map(readerOf(visit, place), ({ timeZone = Reader.defaultZone }) => timeZone)
