/**
 * `MemberList` on Request Tracker 5: users whose name begins with `weibo-`, in the order in which they were made.
 *
 * Request Tracker finds no user by their number and gives pages by theirs alone: so a place is a page and the number of the last user who was looked at on it, and whoever goes on
 * looks at that page again, and at the one before, where users have gone since.
 *
 * @module
 */
import type { FanId } from "@dualops/core/account"
import { MemberList } from "@dualops/core/members"
import { type Duration, Effect, Layer, Schema } from "effect"
import type { HttpClient } from "effect/http"
import { decoded } from "../http/Step.ts"
import * as RtApi from "./RtApi.ts"
import * as RtPeople from "./RtPeople.ts"
import { RtRecord as Item, numberOf, type RtRecord, textOf, valuesOf } from "./RtRecord.ts"

/** The list on Request Tracker, which is asked at most so long. */
export const layer = (
  settings: RtApi.Settings,
  within?: Duration.Duration
): Layer.Layer<MemberList.MemberList, never, HttpClient.HttpClient> =>
  Layer.effect(MemberList.MemberList, Effect.map(RtApi.make(settings, within), listOf))

const listOf = (api: RtApi.RtApi): MemberList.MemberList["Service"] => ({
  page: Effect.fn("RequestTrackerMemberList.page")(function* (segments, after, limit) {
    let { last, page } = placeOf(after)
    let total = 0
    // Whether nobody can stand on an earlier page who was not looked at.
    let isSure = false
    const fans: Array<FanId> = []
    for (let calls = 0; calls < mostCalls; calls++) {
      const read = yield* Effect.flatMap(
        api.read({ method: "GET", path: "/users", query: { ...asked, page: String(page) } }),
        decoded(Page)
      )
      const first = read.items[0] && numberOf(read.items[0])
      if (read.total < total) isSure = false
      total = read.total
      if (!isSure && page > 1 && (first === undefined || first > last)) {
        page--
        continue
      }
      isSure = true
      for (const item of read.items) {
        const number = numberOf(item) ?? 0
        if (number <= last) continue
        if (fans.length === limit) return { fans, next: `${page}/${last}` }
        last = number
        const fan = fanOf(item, segments)
        if (fan !== undefined) fans.push(fan)
      }
      if (page * RtApi.perPage >= read.total) return { fans }
      page++
    }
    return { fans, next: `${Math.max(1, page - 1)}/${last}` }
  })
})

/** Of a list in which hardly anybody is asked for, a page says at some time where to go on. */
const mostCalls = 20

const asked = {
  query: JSON.stringify([{ field: "Name", operator: "STARTSWITH", value: "weibo-" }]),
  fields: `id,Name,CustomFields`,
  orderby: "id",
  order: "ASC",
  per_page: String(RtApi.perPage)
}

const Page = Schema.Struct({ items: Schema.Array(Item), total: Schema.Int })

const placeOf = (after: string | undefined): { readonly page: number; readonly last: number } => {
  const [, page, last] = /^([1-9]\d{0,8})\/(\d{1,15})$/.exec(after ?? "") ?? []
  return page === undefined ? { page: 1, last: 0 } : { page: Number(page), last: Number(last) }
}

/** The fan whom a user is, where they are in one of the segments. */
const fanOf = (record: RtRecord, segments: ReadonlyArray<string>): FanId | undefined => {
  const fan = RtPeople.fanOf(textOf(record, "Name") ?? "")
  const [uid] = valuesOf(record, RtPeople.uidField) ?? []
  // The robot that writes has such a name as well, and no fan's id.
  if (fan === undefined || uid !== fan) return undefined
  return (valuesOf(record, RtPeople.segmentsField) ?? []).some((one) => segments.includes(one)) ? fan : undefined
}
