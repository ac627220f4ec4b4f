/**
 * What happens when a form is sent: it is read, taken once, and led to the case; or why it was not taken is told, with what was typed.
 *
 * @module
 */
import { Operations, type StoreUnavailable } from "@dualops/core/operations"
import { Effect, Schema } from "effect"
import * as FromHere from "../door/FromHere.ts"
import * as Field from "../form/Field.ts"
import * as Filled from "../form/Filled.ts"
import * as Form from "../form/Form.ts"
import type { Needs } from "../house/House.ts"
import * as Brought from "./Brought.ts"
import * as Checking from "./Checking.ts"
import * as Refused from "./Refused.ts"
import type { Screen } from "./Screen.ts"
import * as StepForm from "./StepForm.ts"
import * as StepPage from "./StepPage.ts"
import { to, type Visit } from "./Visit.ts"

/** What comes of it: a page, or the address that the browser goes to. */
export type Outcome = { readonly screen: Screen } | { readonly goTo: string }

/** Takes what a form was sent with. */
export const take = Effect.fnUntraced(function* (
  visit: Visit,
  place: StepPage.Place,
  { sent: files, told: typed }: Brought.Brought
): Effect.fn.Return<Outcome, StoreUnavailable, Needs> {
  const process = StepPage.processOf(visit, place)
  let told = typed
  const key = told.get(StepForm.names.key) ?? ""
  const again = (sent: Omit<StepPage.Sent, "key" | "told">, filled: Filled.Told = told) =>
    Effect.map(
      StepPage.of(visit, place, { ...sent, told: filled, key: isKey(key) ? key : StepPage.opened().key }),
      (screen) => ({ screen })
    )
  if (process === undefined) return yield* again({ ...StepPage.opened() })
  if (!FromHere.isOwn(visit.house.secret, visit.person.person, visit.at, told.get(StepForm.names.token) ?? "")) {
    return yield* again({ status: 403, notice: Refused.oldForm, wrong: new Map() })
  }
  if (files.length > 0) {
    const chosen = yield* Brought.put(visit, process, place.step, typed, files)
    told = chosen.told
    if (chosen.wrong.size > 0) return yield* again({ status: 422, ...chosen }, told)
  }
  const list = told.get(Form.more)
  if (list !== null) return yield* again({ status: 200, notice: undefined, wrong: new Map() }, withRow(told, list))
  const order = yield* orderOf(visit, place, process, told)
  if (told.has(StepForm.names.check))
    return yield* again({ status: 200, ...(yield* Checking.of(visit, place, process, told, order)) })
  const sent = Operations.submit(visit.house.caseload.processes, visit.person, order)
  return yield* Effect.matchEffect(sent, {
    onSuccess: ({ case: { id } }) =>
      Effect.succeed({ goTo: to(visit, { at: "case", process: process.name, case: id }) }),
    onFailure: (reason) => Effect.flatMap(Refused.of(visit, place, process, told, reason), (why) => again(why))
  })
})

/** Whether it is the key of a form. */
export const isKey = Schema.is(Schema.String.check(Schema.isUUID()))

/** The same form with one more row in that list. */
export const withRow = (told: URLSearchParams, list: string): URLSearchParams => {
  const next = new URLSearchParams(told)
  next.set(Field.rows(list), String(Filled.rowsOf(told, list).length + 1))
  return next
}

/** The order as JSON, as anybody else would send it. A case that begins is called by the key, so that one form begins one case. */
const orderOf = Effect.fnUntraced(function* (
  visit: Visit,
  place: StepPage.Place,
  process: Parameters<typeof StepForm.fieldsOf>[0],
  told: URLSearchParams
) {
  const key = told.get(StepForm.names.key) ?? ""
  const [version, account] = [told.get(StepForm.names.version), told.get(StepForm.names.account)]
  const timeZone = yield* Refused.zoneOf(visit, place)
  return {
    process: place.process,
    step: place.step,
    case: place.at === "step" ? place.case : key.slice(0, 18),
    key,
    input: Filled.read(StepForm.fieldsOf(process, place.step), told, StepForm.names.input, timeZone),
    ...(version !== null && place.at === "step" && { expected: Number(version) }),
    ...(account !== null && account !== "" && { account })
  }
})
