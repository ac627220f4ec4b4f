/**
 * Request Tracker over REST 2.0, as far as a desk needs it.
 *
 * @module
 */
import type { Reading } from "@dualops/core/operations"
import { type Duration, Effect, Predicate, Schema } from "effect"
import type { HttpClient } from "effect/http"
import * as CrmApi from "../http/CrmApi.ts"
import { Address, Token } from "../http/Secret.ts"
import { decoded } from "../http/Step.ts"
import { numberOf, Page, type RtRecord } from "./RtRecord.ts"

/** How a Request Tracker is reached, as a configuration has it. */
export const Settings = Schema.Struct({
  /** Its address, such as `https://desk.brand.example`. */
  url: Address,
  /** An auth token of the robot that writes. */
  token: Token,
  /** The queue in which tickets are opened. */
  queue: Schema.NonEmptyString,
  /** Queues to which customer service moves tickets: what becomes of a ticket is heard in these as well. */
  alsoIn: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  /** The catalog of redemptions. */
  catalog: Schema.optionalKey(Schema.NonEmptyString),
  /** Names of service levels by priority, where the queue has them. */
  levels: Schema.optionalKey(Schema.Record(Schema.Literals(["weibo first", "normal", "low"]), Schema.NonEmptyString))
})
/** How a Request Tracker is reached. */
export type Settings = typeof Settings.Type

/** Request Tracker. */
export interface RtApi extends CrmApi.CrmApi {
  /** Every record that a query finds, by its number: pages are cut by that, for what comes meanwhile would shift them. */
  readonly search: (
    kind: "tickets" | "transactions" | "assets",
    query: string,
    fields: ReadonlyArray<string>,
    after?: number,
    most?: number
  ) => Effect.Effect<ReadonlyArray<RtRecord>, Reading.Failure>
}

/** Records on a page, which are the most that it gives out. */
export const perPage = 100

/** A Request Tracker that is asked at most so long. */
export const make = (
  settings: Settings,
  within?: Duration.Duration
): Effect.Effect<RtApi, never, HttpClient.HttpClient> =>
  Effect.map(
    CrmApi.make({ base: `${settings.url}/REST/2.0`, token: settings.token, scheme: "token", within, why }),
    (api) => ({
      ...api,
      search: Effect.fnUntraced(function* (kind, query, fields, after = 0, most = Number.POSITIVE_INFINITY) {
        const found: Array<RtRecord> = []
        let [last, isWhole] = [after, false]
        while (!isWhole && found.length < most) {
          const asked = { query: `${query} AND id > ${last}`, fields: fields.join(","), orderby: "id", order: "ASC" }
          const answer = yield* api.read({
            method: "GET",
            path: `/${kind}`,
            query: { ...asked, per_page: String(perPage) }
          })
          const { items } = yield* decoded(Page)(answer)
          const next = items.filter((item) => (numberOf(item) ?? 0) > last)
          found.push(...next)
          isWhole = items.length < perPage || next.length === 0
          last = Math.max(last, ...next.map((item) => numberOf(item) ?? 0))
        }
        return found
      })
    })
  )

/** A text in a query. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`

/** A failure has a message, or a list of them. */
const why = (json: unknown): string | undefined =>
  Predicate.isObject(json) && Predicate.hasProperty(json, "message") && typeof json.message === "string"
    ? json.message
    : undefined
