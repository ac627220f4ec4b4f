/**
 * What becomes of tickets: those that were changed are searched for, and the history of their stage says each step, those included that a search alone
 * would miss.
 *
 * Search is late, so a while before what was read is read again, and what was heard there is remembered in the cursor. Pages are cut by the moment of the
 * last change and not by their number: a ticket that is changed meanwhile moves to the end, and shifts all behind it by one.
 *
 * @module
 */
import { Moment } from "@dualops/core/calendar"
import { Ticket } from "@dualops/core/customer-desk"
import { Reading } from "@dualops/core/operations"
import { DateTime, Duration, Effect, Option, Schema } from "effect"
import { decoded } from "../http/Step.ts"
import { type HubSpotApi, HubSpotObject } from "./HubSpotApi.ts"
import { type Stages, standingOf } from "./HubSpotStages.ts"

/** How late a search may be. */
export const overlap: Duration.Duration = Duration.minutes(5)

const Millis = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))
const Read = Schema.fromJsonString(Schema.Struct({ to: Millis, heard: Schema.Array(Schema.String) }))

const Found = Schema.Struct({ results: Schema.Array(HubSpotObject) })

const [stage, changed] = ["hs_pipeline_stage", "hs_lastmodifieddate"]
const perPage = 100
/** Tickets that are looked at in one reading, at most; but as many as it takes to get beyond what was read. */
const most = 2_000

/** What has changed since. */
export const changesSince = Effect.fn("HubSpotFeed.changesSince")(function* (
  api: HubSpotApi,
  stages: Stages,
  cursor: Ticket.Cursor | undefined
) {
  const { heard, to } = yield* positionOf(cursor)
  const from = Math.max(0, to - Duration.toMillis(overlap))
  const { ids, isWhole, reached } = yield* changedSince(api, from, to)
  const tickets = yield* api.all("tickets", ids, [stage], [stage])
  const known = new Set(heard)
  const moves = (yield* Effect.forEach(tickets, (one) => movesOf(one, stages))).flat()
  const changes = moves
    .filter(({ at, id }) => at.epochMilliseconds >= from && !known.has(id))
    .sort(
      (one, other) => one.at.epochMilliseconds - other.at.epochMilliseconds || Number(one.ticket) - Number(other.ticket)
    )
  const end = Math.max(to, reached)
  const isNear = (id: string) => timeIn(id) >= end - Duration.toMillis(overlap)
  const kept = [...new Set([...heard, ...moves.map(({ id }) => id)])].filter(isNear)
  return {
    changes,
    cursor: Ticket.Cursor.make(JSON.stringify({ to: end, heard: kept })),
    more: !isWhole
  } satisfies Ticket.Changes
})

/** The moment in a change's id. */
const timeIn = (id: string): number =>
  Date.parse(id.slice(id.indexOf("@") + 1).slice(0, "2026-11-22T22:00:00.000Z".length))

const positionOf = (cursor: Ticket.Cursor | undefined) =>
  cursor === undefined
    ? Effect.succeed({ to: 0, heard: [] })
    : Effect.mapError(
        Schema.decodeEffect(Read)(cursor),
        () => new Reading.NotShown({ code: "cursor", detail: "the cursor is not one of HubSpot" })
      )

/** The ids of our tickets that were changed since, as far as they were read, and when the last of them was. */
const changedSince = Effect.fnUntraced(function* (api: HubSpotApi, from: number, to: number) {
  const ids = new Set<string>()
  let [since, isWhole] = [from, false]
  while (!isWhole && (ids.size < most || since <= to)) {
    const found = yield* page(api, changed, [{ propertyName: changed, operator: "GTE", value: String(since) }])
    for (const { id } of found) ids.add(id)
    isWhole = found.length < perPage
    const last = yield* momentOf(found.at(-1)?.properties[changed], since)
    if (!isWhole && last === since) {
      for (const id of yield* changedAt(api, since)) ids.add(id)
      since++
    } else since = Math.max(since, last)
  }
  return { ids: [...ids], isWhole, reached: since }
})

/**
 * All tickets that were changed at one moment, as a portal's own mass changes have it: HubSpot gives out no more than 10,000 results of a search
 * (airbytehq/airbyte#43317), so these are walked by their ids.
 */
const changedAt = Effect.fnUntraced(function* (api: HubSpotApi, moment: number) {
  const ids: Array<string> = []
  let isWhole = false
  while (!isWhole) {
    const found = yield* page(api, "hs_object_id", [
      { propertyName: changed, operator: "BETWEEN", value: String(moment), highValue: String(moment) },
      { propertyName: "hs_object_id", operator: "GT", value: ids.at(-1) ?? "0" }
    ])
    ids.push(...found.map(({ id }) => id))
    isWhole = found.length < perPage
  }
  return ids
})

interface Filter {
  readonly propertyName: string
  readonly operator: string
  readonly value?: string
  readonly highValue?: string
}

/** The first page of what a search finds among the tickets that were opened here. */
const page = (api: HubSpotApi, sort: string, wanted: ReadonlyArray<Filter>) => {
  const filters = [...wanted, { propertyName: "weibo_key", operator: "HAS_PROPERTY" }].map((one) => ({ ...one }))
  const body = { filterGroups: [{ filters }], properties: [changed], sorts: [sort], limit: perPage, after: "0" }
  return Effect.flatMap(api.read({ method: "POST", path: "/crm/v3/objects/tickets/search", body }), (answer) =>
    Effect.map(decoded(Found)(answer), ({ results }) => results)
  )
}

const momentOf = (text: string | null | undefined, otherwise: number): Effect.Effect<number, Reading.TryLater> => {
  if (text === undefined) return Effect.succeed(otherwise)
  const millis = Date.parse(text ?? "")
  return Number.isNaN(millis) ? unreadable("a ticket says no moment of its last change") : Effect.succeed(millis)
}

const decode = Schema.decodeUnknownOption(Moment.Moment)

/** The steps of a ticket from stage to stage, the oldest first. The stage in which it began is none. */
const movesOf = ({ id, propertiesWithHistory }: HubSpotObject, stages: Stages) =>
  Effect.gen(function* () {
    const history = [...(propertiesWithHistory?.[stage] ?? [])].reverse()
    const moves: Array<Ticket.Change> = []
    for (const [index, { timestamp, value }] of history.entries()) {
      const from = history[index - 1]?.value
      if (index === 0 || value === from) continue
      const at = Option.getOrUndefined(decode(timestamp))
      if (at === undefined) return yield* unreadable(`the history of ticket ${id} cannot be read`)
      moves.push({
        id: `${id}@${DateTime.formatIso(at)}:${value}`,
        ticket: Ticket.TicketId.make(id),
        from: standingOf(stages, from ?? ""),
        to: standingOf(stages, value ?? ""),
        at
      })
    }
    return moves
  })

const unreadable = (detail: string) => Effect.fail(new Reading.TryLater({ code: "unreadable", detail }))
