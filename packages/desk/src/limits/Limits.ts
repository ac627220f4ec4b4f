/**
 * How much may be asked of a desk: by each person, however they come and with however many tokens; and by each address of those who are not let in, so
 * that whoever guesses tokens guesses slowly. A stream that is open counts once.
 *
 * @module
 */
import { isIPv6 } from "node:net"
import { Clock, Effect } from "effect"
import type { HttpServerRequest } from "effect/http"
import type { Door } from "../door/Door.ts"
import * as Peer from "../door/Peer.ts"
import * as Buckets from "./Buckets.ts"

/** What may be asked; what is left out is generous. */
export interface Limits {
  /** By each person: 300 at once, and 600 a minute. */
  readonly person?: Buckets.Rate
  /** By each address, of those who are not let in: 60 at once, and 60 a minute. */
  readonly nobody?: Buckets.Rate
  /**
   * From which address a request comes, where it is not the one that `NodeDesk` has taken it from: behind a proxy, what that one has written last into
   * `X-Forwarded-For`. Nothing is believed of a request that did not come by the proxy.
   */
  readonly address?: (request: Request) => string | undefined
}

/** After how many seconds the request may be sent again; nothing where it is answered now. */
export type Limit = (
  request: HttpServerRequest.HttpServerRequest,
  door: Door["Service"]
) => Effect.Effect<number | undefined>

/** Makes the limit of a desk. */
export const make = ({ address = Peer.of, nobody = usual.nobody, person = usual.person }: Limits): Limit => {
  const [people, addresses] = [Buckets.make(person), Buckets.make(nobody)]
  return Effect.fnUntraced(function* (request, door) {
    const now = yield* Clock.currentTimeMillis
    // The desk takes requests of the web, and nothing else.
    const from = placeOf(address(request.source as Request))
    // Whoever has tried many tokens is not told whether the next one is right. Many may come by a proxy of this machine: it is not held against them.
    if (from !== undefined && "authorization" in request.headers) {
      const wait = addresses.wait(from, now)
      if (wait !== undefined) return wait
    }
    return yield* Effect.match(door.of(request), {
      onFailure: () => addresses.take(from ?? "", now),
      onSuccess: (visitor) => people.take(visitor.person.person, now)
    })
  })
}

const usual = { person: { atOnce: 300, perMinute: 600 }, nobody: { atOnce: 60, perMinute: 60 } }

/** Whose address it is: of the newer ones a whole network of 64 bits is one customer's. Nothing for this machine, where a proxy may be. */
const placeOf = (address: string | undefined): string | undefined => {
  const text = address?.trim().replace(/^::ffff:(?=\d+\.)/i, "")
  if (text === undefined || text === "::1" || text.startsWith("127.")) return undefined
  if (!isIPv6(text)) return text
  const [head = "", tail] = text.split("%", 1).join("").toLowerCase().split("::")
  const groups = head === "" ? [] : head.split(":")
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === "" ? 0 : tail.split(":").length)
  const whole = [...groups, ...Array.from({ length: missing }, () => "0"), ...(tail ? tail.split(":") : [])]
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")
}
