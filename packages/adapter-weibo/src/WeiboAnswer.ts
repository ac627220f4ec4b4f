/**
 * From the text of an answer to what it says. Pure: what a broken or hostile answer becomes can be tried without a server.
 *
 * @module
 */
import { Predicate, Result, Schema } from "effect"
import { OutcomeUnknown, type WeiboError } from "./WeiboError.ts"
import * as WeiboErrorCode from "./WeiboErrorCode.ts"
import * as WeiboJson from "./WeiboJson.ts"

const ErrorBody = Schema.Struct({
  error_code: WeiboJson.Whole,
  error: Schema.optionalKey(Schema.NullOr(Schema.String)),
  request: Schema.optionalKey(Schema.NullOr(Schema.String))
})
const decodeError = Schema.decodeUnknownResult(ErrorBody)

/** A piece of a body for a log: short, and on one line. */
const excerpt = (text: string): string => JSON.stringify(text.slice(0, 120))

const unreadable = (detail: string): Result.Result<never, WeiboError> =>
  Result.fail(new OutcomeUnknown({ reason: "unreadable", detail }))

/**
 * Reads an answer with a decoder. An `error_code` decides, whatever the HTTP status and the content type say; an answer that
 * cannot be read leaves open what was done.
 */
export const read =
  <S extends Schema.ConstraintDecoder<unknown>>(schema: S) =>
  (status: number, text: string): Result.Result<S["Type"], WeiboError> => {
    const body = WeiboJson.parse(text)
    if (Result.isFailure(body)) return unreadable(`HTTP ${status} with ${excerpt(text)}`)
    if (Predicate.hasProperty(body.success, "error_code")) {
      const error = decodeError(body.success)
      if (Result.isFailure(error)) return unreadable(`HTTP ${status} with ${excerpt(text)}`)
      const { error_code: code, error: detail, request } = error.success
      return Result.fail(
        WeiboErrorCode.toError({ code, detail: detail ?? "no text", ...(Predicate.isString(request) && { request }) })
      )
    }
    if (status < 200 || status > 299) return unreadable(`HTTP ${status} with ${excerpt(text)}`)
    return Result.orElse(Schema.decodeUnknownResult(schema)(body.success), (issue) =>
      unreadable(`HTTP ${status}: ${String(issue).slice(0, 300)}`)
    )
  }
