/**
 * `MemberList` on HubSpot: the contacts that have a fan's id, as the portal lists them. Of a search the results end at 10,000, and come late; so all contacts are read.
 *
 * @module
 */
import { FanId } from "@dualops/core/account"
import { MemberList } from "@dualops/core/members"
import { type Duration, Effect, Layer, Schema } from "effect"
import type { HttpClient } from "effect/http"
import { decoded } from "../http/Step.ts"
import * as HubSpotApi from "./HubSpotApi.ts"
import * as HubSpotPeople from "./HubSpotPeople.ts"

/** The list on HubSpot, which is asked at most so long. */
export const layer = (
  settings: HubSpotApi.Settings,
  within?: Duration.Duration
): Layer.Layer<MemberList.MemberList, never, HttpClient.HttpClient> =>
  Layer.effect(MemberList.MemberList, Effect.map(HubSpotApi.make(settings, within), listOf))

const listOf = (api: HubSpotApi.HubSpotApi): MemberList.MemberList["Service"] => ({
  page: Effect.fn("HubSpotMemberList.page")(function* (segments, after, limit) {
    const fans: Array<FanId> = []
    let next = after
    for (let calls = 0; calls < mostCalls && fans.length < limit; calls++) {
      // No more than may be answered: of a page there is no place in the middle.
      const query = {
        limit: String(Math.min(perPage, limit - fans.length)),
        properties: [HubSpotPeople.uid, HubSpotPeople.segments],
        ...(next !== undefined && { after: next })
      }
      const { paging, results } = yield* Effect.flatMap(
        api.read({ method: "GET", path: "/crm/v3/objects/contacts", query }),
        decoded(Page)
      )
      for (const contact of results) {
        const fan = fanOf(contact, segments)
        if (fan !== undefined) fans.push(fan)
      }
      next = paging?.next?.after
      if (next === undefined) return { fans }
    }
    return next === undefined ? { fans } : { fans, next }
  })
})

/** Contacts on a page, which are the most that are given out. */
const perPage = 100

/** Of a portal in which hardly anybody is asked for, a page says at some time where to go on. */
const mostCalls = 20

const Page = Schema.Struct({
  results: Schema.Array(HubSpotApi.HubSpotObject),
  paging: Schema.optionalKey(Schema.Struct({ next: Schema.optionalKey(Schema.Struct({ after: Schema.String })) }))
})

/** The fan whom a contact is, where they are in one of the segments. */
const fanOf = ({ properties }: HubSpotApi.HubSpotObject, segments: ReadonlyArray<string>): FanId | undefined => {
  const uid = properties[HubSpotPeople.uid]
  if (uid === undefined || uid === null || uid === "") return undefined
  const its = (properties[HubSpotPeople.segments] ?? "").split(";")
  return its.some((one) => segments.includes(one)) ? FanId.make(uid) : undefined
}
