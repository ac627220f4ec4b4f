/**
 * HubSpot's CRM over its interface v3, as far as a desk and members need it. Nothing here was run against hubspot.com.
 *
 * Search finds late what was written, so nothing that has to be there is looked for by it: objects are read by their unique property, and what belongs to
 * one by its associations.
 *
 * @module
 */
import type { Reading } from "@dualops/core/operations"
import { Duration, Effect, Predicate, Schema } from "effect"
import type { HttpClient } from "effect/http"
import * as CrmApi from "../http/CrmApi.ts"
import { Address, Token } from "../http/Secret.ts"
import { decoded, orNothing } from "../http/Step.ts"

/** How a portal of HubSpot is reached, as a configuration has it. */
export const Settings = Schema.Struct({
  /** `https://api.hubapi.com` unless told. */
  url: Schema.optionalKey(Address),
  /** The access token of a private app. */
  token: Token,
  /** The pipeline in which tickets are opened, by its id. */
  pipeline: Schema.NonEmptyString,
  /** The ids of its stages. A stage that is not named here is "other". */
  stages: Schema.Struct({
    new: Schema.NonEmptyString,
    open: Schema.NonEmptyString,
    waiting: Schema.NonEmptyString,
    solved: Schema.NonEmptyString
  })
})
/** How a portal of HubSpot is reached. */
export type Settings = typeof Settings.Type

/** The kinds of objects that are used. */
export type Kind = "contacts" | "tickets" | "notes" | "orders"

const Text = Schema.NullOr(Schema.String)
const Version = Schema.Struct({ value: Text, timestamp: Schema.String })
const Links = Schema.Struct({ results: Schema.Array(Schema.Struct({ id: Schema.String })) })

/** An object as it is read. */
export const HubSpotObject = Schema.Struct({
  id: Schema.String,
  properties: Schema.Record(Schema.String, Text),
  propertiesWithHistory: Schema.optionalKey(Schema.Record(Schema.String, Schema.Array(Version))),
  associations: Schema.optionalKey(Schema.Record(Schema.String, Links))
})
/** An object as it is read. */
export type HubSpotObject = typeof HubSpotObject.Type

const Results = Schema.Struct({ results: Schema.Array(HubSpotObject) })
const Id = Schema.Union([Schema.String, Schema.Number])
const Associated = Schema.Struct({
  results: Schema.Array(Schema.Struct({ toObjectId: Id })),
  paging: Schema.optionalKey(Schema.Struct({ next: Schema.optionalKey(Schema.Struct({ after: Schema.String })) }))
})

/** HubSpot. */
export interface HubSpotApi extends CrmApi.CrmApi {
  /** The object with an id, or with that value of a unique property; nothing where there is none. */
  readonly get: (
    kind: Kind,
    id: string,
    properties: ReadonlyArray<string>,
    by?: string
  ) => Effect.Effect<HubSpotObject | undefined, Reading.Failure>
  /** Every object with one of these ids. */
  readonly all: (
    kind: Kind,
    ids: ReadonlyArray<string>,
    properties: ReadonlyArray<string>,
    history?: ReadonlyArray<string>
  ) => Effect.Effect<ReadonlyArray<HubSpotObject>, Reading.Failure>
  /** The ids of every object of a kind that belongs to an object. */
  readonly associated: (kind: Kind, id: string, to: Kind) => Effect.Effect<ReadonlyArray<string>, Reading.Failure>
}

/** A portal that is asked at most so long. */
export const make = (
  settings: Settings,
  within?: Duration.Duration
): Effect.Effect<HubSpotApi, never, HttpClient.HttpClient> =>
  Effect.map(
    CrmApi.make({
      base: settings.url ?? "https://api.hubapi.com",
      token: settings.token,
      scheme: "Bearer",
      within,
      why,
      wait
    }),
    (api): HubSpotApi => ({
      ...api,
      get: (kind, id, properties, by) => {
        const query = {
          properties,
          ...(by !== undefined && { idProperty: by }),
          ...(kind === "tickets" && { associations: "contacts" })
        }
        const path = `/crm/v3/objects/${kind}/${encodeURIComponent(id)}`
        return Effect.flatMap(orNothing(api.read({ method: "GET", path, query })), (answer) =>
          answer === undefined ? Effect.succeed(undefined) : decoded(HubSpotObject)(answer)
        )
      },
      all: (kind, ids, properties, history = []) =>
        Effect.map(
          Effect.forEach(inHundreds([...new Set(ids)]), (some) =>
            Effect.flatMap(
              api.read({
                method: "POST",
                path: `/crm/v3/objects/${kind}/batch/read`,
                body: { inputs: some.map((id) => ({ id })), properties, propertiesWithHistory: history }
              }),
              decoded(Results)
            )
          ),
          (pages) => pages.flatMap(({ results }) => results)
        ),
      associated: Effect.fnUntraced(function* (kind, id, to) {
        const found: Array<string> = []
        let after: string | undefined
        do {
          const path = `/crm/v4/objects/${kind}/${encodeURIComponent(id)}/associations/${to}`
          const query = { limit: "500", ...(after !== undefined && { after }) }
          const { paging, results } = yield* Effect.flatMap(
            api.read({ method: "GET", path, query }),
            decoded(Associated)
          )
          found.push(...results.map(({ toObjectId }) => String(toObjectId)))
          after = results.length === 0 ? undefined : paging?.next?.after
        } while (after !== undefined)
        return found
      })
    })
  )

/** Objects that are read at once, at most. */
const inHundreds = (ids: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> =>
  Array.from({ length: Math.ceil(ids.length / 100) }, (_, index) => ids.slice(index * 100, (index + 1) * 100))

const textIn = (json: unknown, field: string): string | undefined => {
  const value = Predicate.isObject(json) && Predicate.hasProperty(json, field) ? json[field] : undefined
  return typeof value === "string" ? value : undefined
}

const why = (json: unknown): string | undefined => {
  const [category, message] = [textIn(json, "category"), textIn(json, "message")]
  return message === undefined ? category : [category, message].filter((one) => one !== undefined).join(": ")
}

/** Which of its limits was met (developers.hubspot.com, API usage guidelines). */
const wait = (json: unknown): Duration.Duration | undefined => {
  const policy = textIn(json, "policyName") ?? ""
  return Object.hasOwn(waits, policy) ? waits[policy] : undefined
}

const waits: Readonly<Record<string, Duration.Duration>> = {
  SECONDLY: Duration.seconds(1),
  TEN_SECONDLY_ROLLING: Duration.seconds(10),
  DAILY: Duration.hours(1)
}
