/**
 * Error answers as Weibo gives them, with the HTTP status of recorded bodies where there is a recording.
 *
 * @module
 */
import { textOf } from "./ErrorText.ts"

/** An answer on its way out. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
  /** Where a redirect leads. */
  readonly location?: string
}

/** Recorded with HTTP 403: an interface that is not granted, and a write without credentials. */
const forbidden = [10014, 21301]

/** An error answer; the text is Weibo's for that code unless another is given. */
export const refuse = (code: number, request: string, text: string = textOf(code, request)): Answer => ({
  status: forbidden.includes(code) ? 403 : 400,
  type: "text/plain; charset=UTF-8",
  body: JSON.stringify({ error: text, error_code: code, request })
})

/** A good answer. */
export const answer = (value: unknown): Answer => ({
  status: 200,
  type: "application/json;charset=UTF-8",
  body: JSON.stringify(value)
})
