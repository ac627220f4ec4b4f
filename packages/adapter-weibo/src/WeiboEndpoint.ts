/**
 * The interfaces of Weibo that the adapter calls, as values: method, address, and how an answer is read.
 *
 * @module
 */
import type { Result, Schema } from "effect"
import * as WeiboAnswer from "./WeiboAnswer.ts"
import type { WeiboError } from "./WeiboError.ts"
import type { WeiboHosts } from "./WeiboHosts.ts"
import { Status, Timeline } from "./WeiboObjects.ts"

/** One interface of Weibo. A `write` may have taken effect although its answer was lost; a `read` never matters twice. */
export interface WeiboEndpoint<out A> {
  readonly kind: "read" | "write"
  readonly host: keyof WeiboHosts
  readonly path: string
  /** Reads an answer from its HTTP status and its text. */
  readonly answer: (status: number, text: string) => Result.Result<A, WeiboError>
}

const make =
  (kind: "read" | "write", host: keyof WeiboHosts) =>
  <S extends Schema.ConstraintDecoder<unknown>>(path: string, schema: S): WeiboEndpoint<S["Type"]> => ({
    kind,
    host,
    path,
    answer: WeiboAnswer.read(schema)
  })

const read = make("read", "api")
const write = make("write", "api")

/** Writes a post with a link to a registered domain, and at most one picture. */
export const share = write("/2/statuses/share.json", Status)

/** The newest posts of the account that the token is of; 5 of them, whatever is asked for. */
export const userTimeline = read("/2/statuses/user_timeline.json", Timeline)
