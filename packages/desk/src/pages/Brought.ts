/**
 * What a form brings: what was typed, with its pictures opened, and the files that were chosen. They are put on the shelf for whoever may take the step, and for
 * nobody else.
 *
 * @module
 */
import { Handbooks } from "@dualops/core/operations"
import type { Page } from "@dualops/core/pages"
import { Declaration, type Process } from "@dualops/core/process"
import { Effect, Option } from "effect"
import type { HttpServerRequest } from "effect/http"
import type { Needs } from "../house/House.ts"
import * as Chosen from "../picture/Chosen.ts"
import * as Receiving from "../picture/Receiving.ts"
import * as StepForm from "./StepForm.ts"
import * as StepPage from "./StepPage.ts"
import { sealFor, type Visit } from "./Visit.ts"

/** A form as it came. */
export interface Brought extends Receiving.Received {}

/** Why it could not be read. */
export interface Unread {
  readonly status: 400 | 413 | 415
  readonly notice: Page.Card | undefined
}

type Place = Parameters<typeof StepPage.processOf>[1]

/** Reads it. */
export const of = Effect.fnUntraced(function* (
  visit: Visit,
  place: Place,
  request: HttpServerRequest.HttpServerRequest
): Effect.fn.Return<Brought | Unread> {
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase()
  if (type === "multipart/form-data") {
    return yield* Effect.match(Receiving.of(request), {
      onSuccess: ({ sent, told }) => ({ sent, told: opened(visit, place, told) }),
      onFailure: ({ reason: { _tag } }): Unread =>
        _tag === "Parse" || _tag === "InternalError"
          ? { status: 400, notice: cutOff }
          : { status: 413, notice: tooMuch }
    })
  }
  const body = type === "application/x-www-form-urlencoded" ? yield* Effect.option(request.text) : Option.none()
  return Option.isNone(body)
    ? { status: 415, notice: undefined }
    : { told: opened(visit, place, new URLSearchParams(body.value)), sent: [] }
})

/** What was typed or stands in an address, with its pictures opened. */
export const opened = (visit: Visit, place: Place, told: URLSearchParams): URLSearchParams => {
  const process = StepPage.processOf(visit, place)
  return process === undefined
    ? told
    : Chosen.opened(StepForm.fieldsOf(process, place.step), told, StepForm.names.input, sealFor(visit))
}

/** Puts the files on the shelf, and tells what is wrong with them. */
export const put = Effect.fnUntraced(function* (
  { at, house, person }: Visit,
  process: Process.Any,
  step: string,
  told: URLSearchParams,
  sent: Brought["sent"]
): Effect.fn.Return<Chosen.Chosen & { readonly notice: Page.Card | undefined }, never, Needs> {
  const by = process.steps[step]?.by
  const seen = yield* Handbooks.seenBy(person)
  // Whoever may not take the step hears that when it is tried.
  if (!Declaration.isPersonal(by) || !seen.some(({ entitled }) => entitled(person, by, at)))
    return { told, wrong: new Map(), notice: undefined }
  const chosen = yield* Chosen.withFiles(house, StepForm.fieldsOf(process, step), told, StepForm.names.input, sent)
  return { ...chosen, notice: chosen.wrong.size === 0 ? undefined : noticeOf(chosen) }
})

const noticeOf = ({ wrong }: Chosen.Chosen): Page.Card => {
  const all = [...wrong].flatMap(([name, said]) => said.map((link) => ({ link, to: `#${name}` })))
  return {
    tone: "bad",
    title: { zh: `有 ${all.length} 处需要改正，没有提交。`, en: `${all.length} to be put right; nothing was sent.` },
    lines: all
  }
}

const back = {
  zh: "按浏览器的返回，你填写的内容都还在。",
  en: "Go back in the browser: what you have written is still there."
}
const cutOff: Page.Card = {
  tone: "bad",
  title: { zh: "没有收全，请再提交一次。", en: "Not all of it came; send it once more." },
  lines: [back]
}
const tooMuch: Page.Card = {
  tone: "bad",
  title: {
    zh: "太大了，没有收下。请少选几张，或选小一些的图片。",
    en: "There was too much; choose fewer pictures, or smaller ones."
  },
  lines: [back]
}
