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
  error: WeiboJson.shown(Schema.String),
  request: WeiboJson.shown(Schema.String)
})
const decodeError = Schema.decodeUnknownResult(ErrorBody)

/** A piece of a body for a log: short, and on one line. */
const excerpt = (text: string): string => JSON.stringify(text.slice(0, 120))

const unreadable = (detail: string): Result.Result<never, WeiboError> =>
  Result.fail(new OutcomeUnknown({ reason: "unreadable", detail }))

/** Some interfaces say with a code that all is well. */
const isNoError = (code: unknown): boolean => code === 0 || code === "0"

/**
 * Reads an answer with a decoder. An `error_code` decides, whatever the HTTP status and the content type say; an answer that
 * cannot be read leaves open what was done, and is quoted, unless it is of a kind that holds secrets.
 */
export const read =
  <S extends Schema.ConstraintDecoder<unknown>>(schema: S, quote: (text: string) => string = excerpt) =>
  (status: number, text: string): Result.Result<S["Type"], WeiboError> => {
    const body = WeiboJson.parse(text)
    const isError =
      Result.isSuccess(body) && Predicate.hasProperty(body.success, "error_code") && !isNoError(body.success.error_code)
    const error = isError ? decodeError(body.success) : undefined
    if (error !== undefined && Result.isSuccess(error)) {
      const { error_code: code, error: detail = "no text", request } = error.success
      return Result.fail(WeiboErrorCode.toError({ code, detail, ...(request !== undefined && { request }) }))
    }
    if (Result.isFailure(body) || isError || status < 200 || status > 299) {
      return unreadable(`HTTP ${status} with ${quote(text)}`)
    }
    return Result.orElse(Schema.decodeUnknownResult(schema)(body.success), (issue) =>
      unreadable(`HTTP ${status}: ${String(issue).slice(0, 300)}`)
    )
  }
