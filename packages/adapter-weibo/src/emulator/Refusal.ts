/**
 * Error answers as Weibo gives them: text, number and HTTP status of recorded bodies where there is a recording.
 *
 * @module
 */

/** An answer on its way out. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
  /** Where a redirect leads. */
  readonly location?: string
}

const texts: Readonly<Record<number, string>> = {
  10001: "System error",
  10004: "Ip Limit, request ip is not contained in safety ip",
  10006: "source paramter(appkey) is missing",
  10009: "Too many pending tasks, system is busy",
  10011: "RPC error",
  10014: "Insufficient app permissions!",
  10016: "Miss required parameter",
  10017: "Parameter value invalid",
  10020: "Request api not found",
  10021: "HTTP method is not supported for this request",
  10022: "IP requests out of rate limit!",
  10023: "User requests out of rate limit!",
  10024: "User requests for api out of rate limit!",
  20005: "unsupported image type, only suport JPG, GIF, PNG",
  20006: "image size too large",
  20008: "Content is null",
  20012: "text too long, please input text less than 140 characters",
  20016: "out of limit",
  20019: "repeat content!",
  20021: "contain illegal website",
  20032: "Update success, while server slow now, please wait 1-2 minutes",
  20101: "target weibo does not exist!",
  20102: "not your own weibo",
  21321: "applications over the unaudited use restrictions!",
  21327: "expired_token",
  21332: "invalid_access_token",
  21335: "uid parameter must be the current user"
}

/** An error answer; the text is Weibo's for that code unless another is given. */
export const refuse = (code: number, request: string, text = texts[code] ?? "unknown error"): Answer => ({
  status: code === 10014 ? 403 : 400,
  type: "text/plain; charset=UTF-8",
  body: JSON.stringify({ error: text, error_code: code, request })
})

/** A good answer. */
export const answer = (value: unknown): Answer => ({
  status: 200,
  type: "application/json;charset=UTF-8",
  body: JSON.stringify(value)
})
