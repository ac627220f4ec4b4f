/**
 * Refusals as problems: each with its status, its tag and its words.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { isUnavailable, Operations } from "@dualops/core/operations"
import { Face, type Process, type Reader } from "@dualops/core/process"
import type { Problem } from "./Words.ts"

/** Why an order was not carried out. */
export const ofRefusal = (
  process: Process.Any | undefined,
  reason: unknown,
  reader: Reader.Reader = {}
): Problem<403> | Problem<404> | Problem<409> | Problem<422> | Problem<503> => {
  const tag = String(Reflect.get(Object(reason), "_tag") ?? "Refused")
  const detail = reason instanceof Error ? reason.message : String(reason)
  const said =
    process === undefined ? { zh: detail, en: detail } : Face.refusal(process, reason, reader.called, reader.timeZone)
  const problem = { type: typeOf(tag), title: tag, detail, said }
  if (isUnavailable(reason)) return { ...problem, detail: said.en, status: 503 }
  if (reason instanceof Operations.BadInput) return { ...problem, status: 422, findings: reason.findings }
  if (missing.includes(tag)) return { ...problem, status: 404 }
  if (tag === "Process.NotPermitted") return { ...problem, status: 403 }
  return conflicts.includes(tag) ? { ...problem, status: 409 } : { ...problem, status: 422 }
}

const missing = ["Operations.UnknownProcess", "Operations.UnknownStep"]
/** The case stands elsewhere than the order takes for granted. */
const conflicts = ["EventLog.VersionConflict", "EventLog.OtherStanding", "EventLog.NotItsOwn", "Process.OutOfOrder"]

/** The refusals of a house have no pages of their own: their tags name them. */
const typeOf = (tag: string): string => `urn:dualops:${tag}`

const one = <const Status extends number>(status: Status, tag: string, said: Bilingual.Bilingual): Problem<Status> => ({
  type: typeOf(tag),
  title: tag,
  status,
  detail: said.en,
  said
})

/** There is no such thing, or the caller does not see it. */
export const notFound = one(404, "Desk.NotFound", {
  zh: "它不存在，或者你看不到它。",
  en: "There is no such thing, or you do not see it."
})

/** Nobody was let in. */
export const notLetIn = one(401, "Door.NotLetIn", { zh: "请先登录。", en: "Sign in first." })

/** Too much was asked. */
export const tooMany = one(429, "Desk.TooMany", {
  zh: "请求太频繁，请稍后再试。",
  en: "That was too much at once; try again a little later."
})

/** The picture has more bytes than are taken. */
export const tooLarge = one(413, "Desk.PictureTooLarge", {
  zh: "图片超过 10 MB。",
  en: "The picture is larger than 10 MB."
})

/** The bytes are those of no picture that is taken. */
export const noPicture = one(415, "Desk.NoPicture", {
  zh: "不是 JPEG、PNG 或 GIF 图片。",
  en: "It is no JPEG, PNG or GIF picture."
})

/** The caller may not take the step that it would be for. */
export const notTheirs = one(403, "Process.NotPermitted", {
  zh: "你没有办理这一步的权限。",
  en: "You may not take that step."
})

/** The picture could not be put on the shelf. */
export const notKept = one(503, "PictureShelf.NotKept", {
  zh: "图片没有存下来，请稍后再试。",
  en: "The picture could not be kept; try again later."
})

/** A page from elsewhere has sent it, in the name of whoever looks at that page. */
export const fromElsewhere = one(403, "Desk.FromElsewhere", {
  zh: "不是从这里发出的。",
  en: "It was not sent from here."
})

/** A cursor that nobody was given. */
export const unread = one(400, "Desk.BadPage", { zh: "没有这一页。", en: "There is no such page." })

/** The store does not answer. */
export const unavailable = one(503, "StoreUnavailable", {
  zh: "暂时连不上存储，请稍后再试。",
  en: "The store does not answer now; try again later."
})
