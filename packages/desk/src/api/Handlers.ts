/**
 * What the API answers. Everything that it does, a page does as well: the same offers, the same orders, the same words.
 *
 * @module
 */
import {
  EventLog,
  Handbooks,
  isUnavailable,
  Offers,
  Operations,
  Rehearsal,
  type StoreUnavailable
} from "@dualops/core/operations"
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
import * as Picturing from "./Picturing.ts"
import * as Pressing from "./Pressing.ts"
import * as Problems from "./Problems.ts"
import * as Reference from "./Reference.ts"
import type * as Words from "./Words.ts"

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
          within(take(house, { ...params, ...payload, key: headers["idempotency-key"] })),
        check: ({ params, payload }) => within(check(house, { ...params, ...payload, key: "check" })),
        picture: ({ params, payload }) => within(Picturing.put(house, params, payload))
      })
    })
  )

const desk = Effect.fnUntraced(function* ({ caseload }: House, asked: Paging.Asked) {
  const { person } = yield* Caller
  return yield* Pressing.page(caseload, person, asked, (offers) =>
    Array.from(
      Map.groupBy(
        offers.filter((one) => one.case !== undefined),
        (one) => `${Pressing.dueOf(one)} ${one.process.name} ${one.case?.id}`
      ),
      ([key, of]) => ({ key, of })
    ).flatMap(({ key, of }) => {
      const sheet = of[0]?.case
      return sheet === undefined ? [] : [{ key, one: { case: Json.caseOf(sheet), steps: of.map(({ step }) => step) } }]
    })
  )
})

const offers = Effect.fnUntraced(function* ({ caseload }: House, asked: Paging.Asked) {
  const { person } = yield* Caller
  const keyOf = (offer: Offers.Offer) => {
    const { accounts, case: sheet, process, step } = offer
    return `${Pressing.dueOf(offer)} ${JSON.stringify([process.name, sheet?.id ?? "", step.name, accounts])}`
  }
  const page = yield* Pressing.page(caseload, person, asked, (all) => all.map((one) => ({ key: keyOf(one), one })))
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

/** Tries an order; nothing happens by it, and nothing of it is kept. */
const check = Effect.fnUntraced(function* ({ caseload }: House, order: Ordered) {
  const { person } = yield* Caller
  const process = caseload.processes.find(({ name }) => name === order.process)
  if (process === undefined || !Object.hasOwn(process.steps, order.step)) return yield* Effect.fail(Problems.notFound)
  const { advice, refusal } = yield* Rehearsal.of(caseload.processes, person, order)
  const [reader] = yield* Handbooks.seenBy(person)
  const { detail, findings = [], said, title } = Problems.ofRefusal(process, refusal, reader)
  return {
    isTaken: refusal === undefined,
    ...(refusal !== undefined && { refusal: { title, detail, said } }),
    findings: [...(refusal === undefined ? [] : findings), ...advice]
  }
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
