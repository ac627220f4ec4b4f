/**
 * One step in several cases at once: they are chosen, the form is filled in once, and of each is told whether it was taken, or why not.
 *
 * @module
 */
import { type CaseSheet, Offers, Operations, type StoreUnavailable } from "@dualops/core/operations"
import { Blocks, Markup, type Page } from "@dualops/core/pages"
import { Face, type Process } from "@dualops/core/process"
import { Effect } from "effect"
import * as FromHere from "../door/FromHere.ts"
import * as Filled from "../form/Filled.ts"
import * as Form from "../form/Form.ts"
import type { Needs } from "../house/House.ts"
import type * as Address from "./Address.ts"
import * as Brought from "./Brought.ts"
import * as Refused from "./Refused.ts"
import * as Screen from "./Screen.ts"
import * as Sending from "./Sending.ts"
import * as StepForm from "./StepForm.ts"
import * as StepPage from "./StepPage.ts"
import { to, type Visit } from "./Visit.ts"

const { html } = Markup
const { both } = Blocks

/** So many cases are offered together. */
const most = 100

/** The place of a step in several cases. */
export type Place = Extract<Address.Place, { readonly at: "several" }>

/** What was sent, what came of it, and which cases stay chosen. */
interface Sent extends StepPage.Sent {
  readonly came: ReadonlyArray<Page.Card>
  readonly chosen: ReadonlySet<string>
}

/** The form, with every case in which the person may take the step now. */
export const of = (visit: Visit, place: Place): Effect.Effect<Screen.Screen, StoreUnavailable, Needs> =>
  shown(visit, place, { ...StepPage.opened(), came: [], chosen: new Set() })

/** Takes the step in the cases that were chosen, one after the other; what is refused in one stops no other. */
export const take = Effect.fnUntraced(function* (
  visit: Visit,
  place: Place,
  brought: Brought.Brought
): Effect.fn.Return<Screen.Screen, StoreUnavailable, Needs> {
  const process = StepPage.processOf(visit, place)
  let { told } = brought
  const asked = told.get(StepForm.names.key) ?? ""
  const key = Sending.isKey(asked) ? asked : StepPage.opened().key
  const chosen = [...new Set(told.getAll(choice))].slice(0, most)
  let sent: Sent = { ...StepPage.opened(), key, told, came: [], chosen: new Set(chosen) }
  if (process === undefined) return Screen.notFound
  if (!FromHere.isOwn(visit.house.secret, visit.person.person, visit.at, told.get(StepForm.names.token) ?? ""))
    return yield* shown(visit, place, { ...sent, status: 403, notice: Refused.oldForm })
  if (brought.sent.length > 0) {
    const files = yield* Brought.put(visit, process, place.step, told, brought.sent)
    told = files.told
    sent = { ...sent, told }
    if (files.wrong.size > 0) return yield* shown(visit, place, { ...sent, status: 422, ...files })
  }
  const list = told.get(Form.more)
  if (list !== null) return yield* shown(visit, place, { ...sent, told: Sending.withRow(told, list) })
  if (chosen.length === 0) return yield* shown(visit, place, { ...sent, status: 422, notice: chooseSome })
  const timeZone = yield* Refused.zoneOf(visit, { ...place, at: "begin" })
  const input = Filled.read(StepForm.fieldsOf(process, place.step), told, StepForm.names.input, timeZone)
  const came = yield* Effect.forEach(chosen, (one) => {
    const [id, expected] = read(one)
    const order = { process: process.name, step: place.step, case: id, key, input, expected }
    return Effect.match(Operations.submit(visit.house.caseload.processes, visit.person, order), {
      onSuccess: () => ({ one, id, why: undefined }),
      onFailure: (why) => ({ one, id, why })
    })
  })
  const [first] = came
  // What is wrong with the form is wrong in all of them.
  if (first?.why instanceof Operations.BadInput && came.every(({ why }) => why instanceof Operations.BadInput)) {
    const wrong = Refused.badInput(first.why, StepForm.fieldsOf(process, place.step))
    return yield* shown(visit, place, { ...sent, ...wrong })
  }
  const refused = new Set(came.flatMap(({ one, why }) => (why === undefined ? [] : [one])))
  return yield* shown(visit, place, {
    ...sent,
    // What was taken is taken; whatever is sent next is another order.
    key: StepPage.opened().key,
    status: refused.size === 0 ? 200 : 422,
    chosen: refused,
    came: came.map(({ id, why }) => outcome(visit, process, id, why))
  })
})

const outcome = (visit: Visit, process: Process.Any, id: string, why: unknown): Page.Card => ({
  tone: why === undefined ? "good" : "bad",
  title: [
    { link: id, to: to(visit, { at: "case", process: process.name, case: id }) },
    why === undefined
      ? { badge: { zh: "已办理", en: "done" }, tone: "good" }
      : { badge: { zh: "未办理", en: "not done" }, tone: "bad" }
  ],
  lines: why === undefined ? [] : [Face.refusal(process, why, visit.called)]
})

const chooseSome: Page.Card = {
  tone: "bad",
  title: { zh: "请至少选一项。", en: "Choose one at least." },
  lines: []
}

const shown = Effect.fnUntraced(function* (visit: Visit, place: Place, sent: Sent) {
  const process = StepPage.processOf(visit, place)
  if (process === undefined) return Screen.notFound
  const offers = (yield* Offers.to(visit.house.caseload, visit.person, 500)).filter(
    (one) => one.case !== undefined && one.process.name === place.process && one.step.name === place.step
  )
  const what = Face.step(process, place.step)
  const screen: Screen.Screen = {
    ...Screen.of(
      { zh: `批量${what.zh}：${process.title.zh}`, en: `${what.en}, several at once: ${process.title.en}` },
      []
    ),
    status: sent.status,
    notice: sent.notice,
    sections: [
      ...(sent.came.length === 0
        ? []
        : [
            {
              id: "came",
              title: { zh: "结果", en: "What came of it" },
              blocks: [{ kind: "cards", cards: sent.came } as const]
            }
          ])
    ]
  }
  if (offers.length === 0)
    return sent.came.length > 0 ? screen : { ...screen, status: 409, notice: StepPage.notOpen(process, place.step) }
  const first = html`<fieldset><legend>${both({ zh: "在哪些事项中", en: "In which cases" })}</legend>${offers
    .slice(0, most)
    .flatMap(({ case: sheet }) => (sheet === undefined ? [] : [choiceOf(sheet, sent.chosen)]))}</fieldset>`
  const { key } = sent
  const asking = { process, step: place.step, action: to(visit, place), version: undefined, accounts: [], first, key }
  return { ...screen, form: StepForm.of(visit, asking, sent) }
})

/** Under this name a form says each case that was chosen, with how many events it had when it was seen. */
const choice = "case"

const choiceOf = (
  { about, id, version }: Pick<CaseSheet.CaseSheet, "about" | "id" | "version">,
  chosen: ReadonlySet<string>
) => {
  const value = `${version}/${id}`
  const isChosen = [...chosen].some((one) => read(one)[0] === id)
  return html`<label class="choice"><input type="checkbox" name="${choice}" value="${value}"${isChosen ? html` checked` : undefined}> ${both(about)}</label>`
}

const read = (chosen: string): readonly [id: string, expected: number] => {
  const [version = "", ...id] = chosen.split("/")
  return [id.join("/"), Number(version)]
}
