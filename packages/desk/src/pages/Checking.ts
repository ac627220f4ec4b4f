/**
 * What there is to be said of a form while it is written: whether its step would be taken, and what the step advises. No step is taken, and nothing is kept.
 *
 * @module
 */
import { Finding } from "@dualops/core/finding"
import { Operations, Rehearsal, type StoreUnavailable } from "@dualops/core/operations"
import type { Page } from "@dualops/core/pages"
import { Face, type Process } from "@dualops/core/process"
import { Effect } from "effect"
import type { Needs } from "../house/House.ts"
import * as Refused from "./Refused.ts"
import type * as StepForm from "./StepForm.ts"
import type * as StepPage from "./StepPage.ts"
import type { Visit } from "./Visit.ts"

/** What the page says of it: beside the fields, and in a place of its own. */
export interface Checked extends Pick<StepForm.Filling, "wrong"> {
  readonly notice: Page.Card
  readonly checked: ReadonlyArray<Page.Card>
}

/** Tries what the form was sent with. */
export const of = Effect.fnUntraced(function* (
  visit: Visit,
  place: StepPage.Place,
  process: Process.Any,
  told: URLSearchParams,
  draft: Rehearsal.Draft
): Effect.fn.Return<Checked, StoreUnavailable, Needs> {
  const { advice, refusal } = yield* Rehearsal.of(visit.house.caseload.processes, visit.person, draft)
  const said = refusal === undefined ? undefined : yield* Refused.of(visit, place, process, told, refusal)
  const isUnfinished = refusal instanceof Operations.BadInput
  const cards = [
    // What is wrong with a field stands beside it, and the findings of a refusal among the others.
    ...(said === undefined || isUnfinished || (advice.length > 0 && hasFindings(refusal))
      ? []
      : [said.notice].filter((card) => card !== undefined)),
    ...advice.slice(0, most).map(cardOf)
  ]
  const [wrong, unfinished] = [said?.wrong ?? new Map(), isUnfinished ? [unfinishedCard(refusal)] : []]
  return {
    wrong,
    notice: {
      ...outcome(process, place.step, refusal === undefined, advice.length),
      lines: [{ link: seeBelow, to: "#check" }]
    },
    checked: [...cards, ...unfinished, ...(cards.length + unfinished.length === 0 ? [nothing] : [])]
  }
})

/** So many findings are told at once; whoever mends them is told of others. */
const most = 30

const hasFindings = (refusal: unknown): boolean => Array.isArray(Reflect.get(Object(refusal), "findings"))

const tones = { error: "bad", warning: "warn", note: "plain" } as const
const weights = {
  error: { zh: "必须修改", en: "has to change" },
  warning: { zh: "请斟酌", en: "think about it" },
  note: { zh: "提示", en: "note" }
}

const cardOf = (finding: Finding.Finding): Page.Card => {
  const { evidence, fix, message, severity } = Finding.bounded(finding)
  return {
    tone: tones[severity],
    title: [{ badge: weights[severity], tone: tones[severity] }, message],
    lines: [...(evidence === "" ? [] : [{ code: evidence }]), fix]
  }
}

const outcome = (process: Process.Any, step: string, isTaken: boolean, count: number) => {
  const { en, zh } = Face.step(process, step)
  const title = isTaken
    ? { zh: `只是检查，没有提交：现在可以${zh}。`, en: `Checked, and nothing was sent: you could ${en} now.` }
    : { zh: `只是检查，没有提交：现在还不能${zh}。`, en: `Checked, and nothing was sent: you could not ${en} yet.` }
  return { title, tone: isTaken ? (count === 0 ? "good" : "plain") : "warn" } as const
}

const seeBelow = { zh: "查看检查结果", en: "See what was found" }

const unfinishedCard = ({ findings }: Operations.BadInput): Page.Card => ({
  tone: "plain",
  title: { zh: `还有 ${findings.length} 处没有填好。`, en: `${findings.length} to be filled in or put right.` },
  lines: []
})

const nothing: Page.Card = {
  tone: "good",
  title: { zh: "规则没有意见。", en: "The rules have nothing against it." },
  lines: []
}
