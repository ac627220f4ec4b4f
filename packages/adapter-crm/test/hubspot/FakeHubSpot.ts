/**
 * HubSpot's objects as far as a desk and members need them, in memory: unique properties, histories, associations, and a search that is late.
 *
 * Modelled on public documentation and code, and on the official client, which drives it in a test; it was never compared with hubspot.com.
 */
import * as Objects from "./objects.ts"
import { No, type Values } from "./objects.ts"
import { objections } from "./typeMaps.ts"

/** A request as it came. */
export interface Asked {
  readonly method: string
  readonly url: URL
  readonly authorization: string | undefined
  readonly body: unknown
}

/** What is answered. */
export interface Answered {
  readonly status: number
  readonly json: unknown
}

/** A portal; search knows what happened so many milliseconds ago. */
export const make = ({
  lag = 0,
  token = "pat-of-the-tests"
}: {
  readonly lag?: number
  readonly token?: string
} = {}) => {
  /** What the official client's types have against a request or an answer. */
  const violations: Array<string> = []
  let requests = 0

  const { create, find, iso, kinds, link, no, now, of, search, shown, write } = Objects.make(lag)

  /** The types by which the client knows the request and the answer, and the answer. */
  const route = ({ body, method, url }: Asked): readonly [string | undefined, string, () => unknown] => {
    const [, version, , kind = "", id = "", sub, to = ""] = url.pathname.split("/").slice(1)
    const { searchParams: query } = url
    const properties = query.getAll("properties").flatMap((one) => one.split(","))
    const [, default_, other = "", otherId = ""] = url.pathname.split("/").slice(6)
    if (method === "PUT" && version === "v4" && default_ === "default") {
      return [
        undefined,
        "BatchResponsePublicDefaultAssociation",
        () => {
          find(kind, id, null)
          find(other, otherId, null)
          link(kind, id, other, otherId)
          link(other, otherId, kind, id)
          return { status: "COMPLETE", startedAt: iso(now()), completedAt: iso(now()), results: [] }
        }
      ]
    }
    if (version === "v4" && sub === "associations") {
      return [
        undefined,
        "CollectionResponseMultiAssociatedObjectWithLabelForwardPaging",
        () => {
          const all = [...(find(kind, id, null).associations.get(to) ?? [])]
          const [from, most] = [Number(query.get("after") ?? 0), Number(query.get("limit") ?? 500)]
          const types = [{ category: "HUBSPOT_DEFINED", typeId: 1 }]
          return {
            results: all.slice(from, from + most).map((toObjectId) => ({ toObjectId, associationTypes: types })),
            ...(from + most < all.length && { paging: { next: { after: String(from + most) } } })
          }
        }
      ]
    }
    switch (`${method} ${id === "" ? "all" : id === "search" ? "search" : id === "batch" ? sub : "one"}`) {
      case "POST all":
        // The types were checked before.
        return ["SimplePublicObjectInputForCreate", "SimplePublicObject", () => create(kind, body as never)]
      case "GET all":
        return [
          undefined,
          "CollectionResponseSimplePublicObjectWithAssociationsForwardPaging",
          () => {
            const [from, most] = [Number(query.get("after") ?? 0), Number(query.get("limit") ?? 10)]
            if (most > 100) no(400, "VALIDATION_ERROR", "limit is more than 100")
            const behind = [...of(kind).values()].filter((one) => Number(one.id) > from)
            const some = behind.slice(0, most)
            const last = some.at(-1)?.id
            return {
              results: some.map((one) => shown(one, properties)),
              ...(behind.length > most && { paging: { next: { after: last } } })
            }
          }
        ]
      case "POST search":
        // And so here.
        return [
          "PublicObjectSearchRequest",
          "CollectionResponseWithTotalSimplePublicObjectForwardPaging",
          () => search(kind, body as never)
        ]
      case "POST read": {
        const asked = body as {
          inputs: ReadonlyArray<{ id: string }>
          properties: ReadonlyArray<string>
          propertiesWithHistory: ReadonlyArray<string>
        }
        return [
          "BatchReadInputSimplePublicObjectId",
          "BatchResponseSimplePublicObject",
          () => ({
            status: "COMPLETE",
            startedAt: iso(now()),
            completedAt: iso(now()),
            results: asked.inputs.flatMap((input) => {
              const one = of(kind).get(input.id)
              return one === undefined ? [] : [shown(one, asked.properties, asked.propertiesWithHistory)]
            })
          })
        ]
      }
      case "GET one":
        return [
          undefined,
          "SimplePublicObjectWithAssociations",
          () => {
            const one = find(kind, decodeURIComponent(id), query.get("idProperty"))
            const linked = query.getAll("associations").flatMap((other) => {
              const results = [...(one.associations.get(other) ?? [])].map((toId) => ({
                id: toId,
                type: `${kind}_to_${other}`
              }))
              return results.length === 0 ? [] : [[other, { results }] as const]
            })
            return { ...shown(one, properties), ...(linked.length > 0 && { associations: Object.fromEntries(linked) }) }
          }
        ]
      case "PATCH one":
        return [
          "SimplePublicObjectInput",
          "SimplePublicObject",
          () => {
            const one = find(kind, id, query.get("idProperty"))
            const { properties: values } = body as { properties: Values }
            write(kind, one, values)
            return shown(one, Object.keys(values))
          }
        ]
      default:
        return [undefined, "any", () => no(405, "NOT_ALLOWED", "method not allowed")]
    }
  }

  const answer = (asked: Asked): Answered => {
    requests++
    if (asked.authorization !== `Bearer ${token}`) {
      return {
        status: 401,
        json: {
          status: "error",
          category: "INVALID_AUTHENTICATION",
          correlationId: "c",
          message: "Authentication credentials not found"
        }
      }
    }
    const [asks, answers, work] = route(asked)
    if (asks !== undefined) {
      const wrong = objections(asks, asked.body)
      violations.push(...wrong.map((one) => `${asked.method} ${asked.url.pathname} asks ${one}`))
      if (wrong.length > 0)
        return {
          status: 400,
          json: { status: "error", category: "VALIDATION_ERROR", correlationId: "c", message: "Invalid input JSON" }
        }
    }
    try {
      const json = work()
      violations.push(...objections(answers, json).map((one) => `${asked.method} ${asked.url.pathname} answers ${one}`))
      return { status: asked.method === "POST" && asks === "SimplePublicObjectInputForCreate" ? 201 : 200, json }
    } catch (error) {
      if (!(error instanceof No)) throw error
      const json = { correlationId: "c", category: error.category, message: error.message }
      violations.push(...objections("ModelError", json))
      return { status: error.status, json: { status: "error", ...json } }
    }
  }

  return { answer, kinds, violations, token, requests: () => requests }
}

/** A portal. */
export type FakeHubSpot = ReturnType<typeof make>
