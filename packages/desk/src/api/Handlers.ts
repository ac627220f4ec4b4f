/**
 * What the API answers. Everything that it does, a page does as well: the same offers, the same orders, the same words.
 *
 * @module
 */
import { EventLog, Handbooks, isUnavailable, Offers, Operations, type StoreUnavailable } from "@dualops/core/operations"
import { Face } from "@dualops/core/process"
import { Effect, Layer, type Schema } from "effect"
import { HttpServerRequest } from "effect/http"
import { HttpApiBuilder, HttpApiMiddleware } from "effect/http-api"
import { Door } from "../door/Door.ts"
import * as Entry from "../door/Entry.ts"
import type { House, Needs } from "../house/House.ts"
import { isCaseId } from "../house/House.ts"
import { api, Caller, LetIn } from "./Api.ts"
import * as Json from "./Json.ts"
import * as Paging from "./Paging.ts"
import * as Problems from "./Problems.ts"
import * as Reference from "./Reference.ts"
import type * as Words from "./Words.ts"

/** So many cases of a desk can be paged through; whoever has done some finds the next. */
const mostCases = 500

/** The answers of this house. */
export const layer = (house: House) =>
  HttpApiBuilder.layer(api).pipe(
    Layer.provide(answers(house)),
    Layer.provide([letIn(house), HttpApiMiddleware.layerProblemDetails({ includeDetails: true })])
  )

const answers = (house: House) =>
  HttpApiBuilder.group(
    api,
    "desk",
    Effect.fnUntraced(function* (handlers) {
      const needs = yield* Effect.context<Needs>()
      const within = <A, E>(answer: Effect.Effect<A, E | StoreUnavailable, Needs | Caller>) =>
        answer.pipe(
          Effect.catchIf(isUnavailable, () => Effect.fail(Problems.unavailable)),
          Effect.provide(needs)
        )
      const reference = Reference.of(house.caseload.processes, house.base)
      return handlers.handleAll({
        reference: () => Effect.succeed(reference),
        desk: ({ query }) => within(desk(house, query)),
        offers: ({ query }) => within(offers(house, query)),
        case: ({ params }) => within(oneCase(house, params)),
        events: ({ params, query }) => within(events(house, params, query)),
        take: ({ headers, params, payload }) =>
          within(take(house, { ...params, ...payload, key: headers["idempotency-key"] }))
      })
    })
  )

const desk = Effect.fnUntraced(function* ({ caseload }: House, asked: Paging.Asked) {
  const { person } = yield* Caller
  const all = (yield* Offers.to(caseload, person, mostCases)).filter((one) => one.case !== undefined)
  const cases = Map.groupBy(all, ({ case: sheet, process }) => {
    const due = String(sheet?.due?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER).padStart(16, "0")
    return `${due} ${process.name} ${sheet?.id}`
  })
  const tasks = Array.from(cases, ([key, of]) => ({ key, of })).sort((one, other) => (one.key < other.key ? -1 : 1))
  const page = yield* Paging.pageOf(tasks, ({ key }) => key, asked)
  const items = page.items.flatMap(({ of }) => {
    const sheet = of[0]?.case
    return sheet === undefined ? [] : [{ case: Json.caseOf(sheet), steps: of.map(({ step }) => step) }]
  })
  return { ...page, items }
})

const offers = Effect.fnUntraced(function* ({ caseload }: House, asked: Paging.Asked) {
  const { person } = yield* Caller
  const all = yield* Offers.to(caseload, person, mostCases)
  const keyOf = ({ accounts, case: sheet, process, step }: Offers.Offer) =>
    JSON.stringify([process.name, sheet?.id ?? "", step.name, accounts])
  const sorted = all.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const page = yield* Paging.pageOf(sorted, keyOf, asked)
  return { ...page, items: page.items.map(Json.offerOf) }
})

const seen = Effect.fnUntraced(function* (
  { caseload }: House,
  params: { readonly process: string; readonly case: string }
) {
  const { person } = yield* Caller
  if (!isCaseId(params.case)) return yield* Effect.fail(Problems.notFound)
  const found = yield* Offers.ofCase(caseload, { process: params.process, case: params.case }, person)
  return found ?? (yield* Effect.fail(Problems.notFound))
})

const oneCase = (house: House, params: { readonly process: string; readonly case: string }) =>
  Effect.map(seen(house, params), (found) => ({
    case: Json.caseOf(found.case),
    offers: found.offers.map(Json.offerOf)
  }))

const events = Effect.fnUntraced(function* (
  house: House,
  params: { readonly process: string; readonly case: string },
  asked: Paging.Asked
) {
  const { case: sheet } = yield* seen(house, params)
  const log = yield* EventLog.EventLog
  const all = yield* log.read({ process: sheet.process.name, case: sheet.id })
  const numbered = all.map((event, index) => ({ event, key: String(index + 1).padStart(12, "0") }))
  const page = yield* Paging.pageOf(numbered, ({ key }) => key, asked)
  return { ...page, items: page.items.map(({ event }) => event) }
})

/** An order: its address, its key and the rest. */
interface Ordered extends Schema.Schema.Type<typeof Words.Order> {
  readonly process: string
  readonly case: string
  readonly step: string
  readonly key: string
}

const take = Effect.fnUntraced(function* ({ caseload }: House, order: Ordered) {
  const { person } = yield* Caller
  const process = caseload.processes.find(({ name }) => name === order.process)
  const [reader] = yield* Handbooks.seenBy(person)
  const taken = yield* Effect.mapError(Operations.submit(caseload.processes, person, order), (reason) =>
    Problems.ofRefusal(process, reason, reader)
  )
  const { id, state, version } = taken.case
  const title = process === undefined ? { zh: state._tag, en: state._tag } : Face.state(process, state._tag)
  return { process: order.process, case: id, version, state: { name: state._tag, title } }
})

/** Asks the door who it is, and nobody else. */
const letIn = ({ origin }: House) =>
  Layer.effect(
    LetIn,
    Effect.map(Door, (door) =>
      LetIn.of(
        Effect.fnUntraced(function* (answer) {
          const request = yield* HttpServerRequest.HttpServerRequest
          const visitor = yield* Effect.catchTags(Entry.visitor(door, request, origin), {
            "Door.NotLetIn": () => Effect.fail(Problems.notLetIn),
            "Desk.FromElsewhere": () => Effect.fail(Problems.fromElsewhere)
          })
          return yield* Effect.provideService(answer, Caller, visitor)
        })
      )
    )
  )
