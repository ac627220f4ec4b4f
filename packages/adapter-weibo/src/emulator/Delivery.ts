/**
 * The fan service: what a fan does is pushed to the account's address, three times at most, and the answer may be a reply.
 *
 * Source: the fan-service pages: success is HTTP 200 within 5 seconds, an empty body means no reply, no message id.
 *
 * @module
 */
import { Option, Schema } from "effect"
import { sign } from "../PushSignature.ts"
import * as WeiboDate from "../WeiboDate.ts"
import { below } from "./Chance.ts"
import type { Received } from "./Happening.ts"
import type { World } from "./World.ts"

/** Where an account takes pushes. */
export interface Target {
  readonly url: string
  /** The app's secret, which signs. */
  readonly secret: string
  /** Carries a request; the machine's own `fetch` unless told. */
  readonly send?: (request: Request) => Promise<Response>
  /** How long an answer may take, in milliseconds; 5,000 unless told. */
  readonly timeout?: number
  /** The share of pushes that come twice; none unless told. */
  readonly twice?: number
  /** The share of pushes that come only after the one that follows them; none unless told. */
  readonly late?: number
}

/** How one push went: the status of each try, `undefined` where no answer came in time. */
export interface Delivered {
  readonly tries: ReadonlyArray<number | undefined>
}

const tries = 3

const Reply = Schema.fromJsonString(
  Schema.Struct({ result: Schema.Literal(true), type: Schema.String, data: Schema.String, receiver_id: Schema.String })
)
const decodeReply = Schema.decodeUnknownOption(Reply)

/** Pushes to one target, now and then twice or out of order. */
export interface Pusher {
  /** Pushes this, or holds it back for a while. */
  readonly push: (received: Received) => Promise<Delivered>
  /** Delivers what was held back. */
  readonly flush: () => Promise<void>
}

/** A pusher that holds nothing back yet. */
export const pusher = (world: World, target: Target): Pusher => {
  const held: Array<Received> = []
  const isStruck = (share = 0) => share > 0 && world.chance() < share
  const flush = async () => {
    for (const received of held.splice(0)) await push(world, target, received)
  }
  return {
    flush,
    push: async (received) => {
      if (isStruck(target.late)) {
        held.push(received)
        return { tries: [] }
      }
      const delivered = await push(world, target, received)
      if (isStruck(target.twice)) await push(world, target, received)
      await flush()
      return delivered
    }
  }
}

/** Pushes one happening until it is taken, and writes down what is replied. */
export const push = async (world: World, target: Target, received: Received): Promise<Delivered> => {
  const statuses: Array<number | undefined> = []
  while (statuses.length < tries && statuses.at(-1) !== 200) {
    const response = await attempt(world, target, bodyOf(received))
    statuses.push(response?.status)
    const reply = response?.status === 200 ? decodeReply(await response.text()) : Option.none()
    if (Option.isSome(reply) && reply.value.receiver_id === received.fan) {
      const { type, data } = reply.value
      const { account, fan } = received
      world.happen({
        _tag: "Messaged",
        account,
        fan,
        way: "passive",
        type,
        data: decodeURIComponent(data),
        at: world.now()
      })
    }
  }
  return { tries: statuses }
}

/** The body of a push, ids as bare numbers. */
export const bodyOf = ({ type, account, fan, at, text, data }: Received): string =>
  JSON.stringify({
    type,
    receiver_id: Number(account),
    sender_id: Number(fan),
    created_at: WeiboDate.format(at),
    text,
    data
  })

/** A signed request with this body. */
export const requestOf = (world: World, { url, secret }: Target, body: string): Request => {
  const timestamp = String(world.now())
  const nonce = String(below(world.chance, 1_000_000_000))
  const address = new URL(url)
  address.searchParams.set("timestamp", timestamp)
  address.searchParams.set("nonce", nonce)
  address.searchParams.set("signature", sign(secret, timestamp, nonce))
  return new Request(address, { method: "POST", body, headers: { "content-type": "application/json" } })
}

const attempt = async (world: World, target: Target, body: string): Promise<Response | undefined> => {
  const send = target.send ?? fetch
  const tooLate = new Promise<undefined>((resolve) => setTimeout(resolve, target.timeout ?? 5_000, undefined).unref())
  try {
    return await Promise.race([send(requestOf(world, target, body)), tooLate])
  } catch {
    return undefined
  }
}
