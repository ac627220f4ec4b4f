/**
 * The pictures of a form: those that it had already, by their seals, and those that come with it, which the house puts on its shelf. In what the form is told
 * each stands as the JSON that its step is told; a picture that the desk has shown to nobody is none.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Effect } from "effect"
import * as Field from "../form/Field.ts"
import * as Fields from "../form/Fields.ts"
import { rowsOf } from "../form/Filled.ts"
import { notTaken } from "../form/PictureControls.ts"
import type { House } from "../house/House.ts"
import * as Kind from "./Kind.ts"
import { mostBytes, mostFiles, type Sent } from "./Receiving.ts"
import * as Sealed from "./Sealed.ts"

/** What the form is told, and what is wrong with its files. */
export interface Chosen {
  readonly told: URLSearchParams
  readonly wrong: ReadonlyMap<string, ReadonlyArray<Bilingual.Bilingual>>
}

/** What a form was sent with or an address says, with its pictures opened. */
export const opened = (fields: ReadonlyArray<Field.Field>, told: URLSearchParams, at: string, seal: Sealed.Seal) => {
  const next = new URLSearchParams(told)
  for (const { isMany, name } of Fields.pictures(fields, at))
    for (const one of isMany ? rowsOf(told, name) : [name]) {
      const picture = Sealed.open(seal, told.get(one) ?? "")
      if (picture === undefined) next.delete(one)
      else next.set(one, JSON.stringify(picture))
    }
  return next
}

/** Puts what was sent on the shelf, behind the pictures that were there. */
export const withFiles = Effect.fnUntraced(function* (
  { shelf }: Pick<House, "shelf">,
  fields: ReadonlyArray<Field.Field>,
  told: URLSearchParams,
  at: string,
  sent: ReadonlyArray<Sent>
): Effect.fn.Return<Chosen> {
  const next = new URLSearchParams(told)
  const wrong = new Map<string, ReadonlyArray<Bilingual.Bilingual>>()
  for (const { isMany, name } of Fields.pictures(fields, at)) {
    const own = sent.filter(({ control }) => control === Field.files(name))
    if (own.length === 0) continue
    const said: Array<Bilingual.Bilingual> = own.length > mostFiles ? [tooMany] : []
    for (const file of own.slice(0, mostFiles)) {
      const format = file.bytes && Kind.of(file.bytes)
      if (shelf === undefined) said.push(notTaken)
      else if (file.bytes === undefined) said.push(tooLarge(file.name))
      else if (format === undefined) said.push(noPicture(file.name))
      else {
        const kept = yield* Effect.tapError(shelf.keep({ bytes: file.bytes, format }), ({ message }) =>
          Effect.logError(message)
        ).pipe(Effect.catch((why) => Effect.sync(() => void said.push(why.said))))
        if (kept === undefined) continue
        const row = rowsOf(next, name).length
        if (isMany) next.set(Field.rows(name), String(row + 1))
        next.set(isMany ? Field.below(name, row) : name, JSON.stringify(kept))
      }
    }
    if (said.length > 0) wrong.set(name, said)
  }
  return { told: next, wrong }
})

/** A name of a file in a sentence: no longer than one reads, without what turns the line round. */
const called = (name: string): string => {
  const signs = [...name.toWellFormed().replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd")]
  return signs.length <= 60 ? signs.join("") : `${signs.slice(0, 60).join("")}…`
}

const tooMany = { zh: `一次最多 ${mostFiles} 张图片。`, en: `${mostFiles} pictures at most come at once.` }
const tooLarge = (name: string) => ({
  zh: `「${called(name)}」超过 ${mostBytes / 1024 / 1024} MB。`,
  en: `${called(name)} is larger than ${mostBytes / 1024 / 1024} MB.`
})
const noPicture = (name: string) => ({
  zh: `「${called(name)}」不是 JPEG、PNG 或 GIF 图片。`,
  en: `${called(name)} is no JPEG, PNG or GIF picture.`
})
