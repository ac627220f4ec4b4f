/**
 * The controls for pictures: those that are chosen, each shown and to be kept or left out, and where files are chosen for others.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Blocks, Markup } from "@dualops/core/pages"
import { Picture } from "@dualops/core/pictures"
import { Option, Schema } from "effect"
import { files } from "./Field.ts"
import { pictureText } from "./Shown.ts"

/** How a form names the pictures that it has, and whether it takes others. */
export interface Frames {
  readonly isTaken: boolean
  /** The picture with its seal, and the address at which it is shown. */
  readonly of: (picture: Picture.BoundPicture) => { readonly sealed: string; readonly address: string }
}

/** A form that has none, and takes none. */
export const none: Frames = { isTaken: false, of: () => ({ sealed: "", address: "" }) }

/** What is shown of a field of pictures. */
export interface Framed {
  readonly name: string
  readonly isMany: boolean
  /** The pictures that are chosen, as JSON, by the names under which they stand. */
  readonly chosen: ReadonlyArray<readonly [name: string, json: string]>
  readonly described: string
  readonly frames: Frames
  /** What is written on the button that shows what was chosen. */
  readonly more: string
}

const { html } = Markup
const { both, line } = Blocks

/** The controls. */
export const of = ({ chosen, described, frames, isMany, more, name }: Framed): Markup.Markup => {
  const known = chosen.flatMap(([row, json]) => {
    const picture = Option.getOrUndefined(read(json))
    return picture === undefined ? [] : [{ row, picture }]
  })
  const control = files(name)
  return html`${known.length === 0 ? undefined : html`<div class="pictures">${known.map(({ picture, row }, index) => kept(row, picture, index, frames))}</div>`}${
    frames.isTaken
      ? html`<div class="field"><label for="${control}">${both(isMany || known.length === 0 ? choose : another)}</label><p class="soft" id="${control}.hint">${both(hint)}</p><input type="file" id="${control}" name="${control}" accept="image/jpeg,image/png,image/gif"${isMany ? html` multiple` : undefined} aria-describedby="${control}.hint${described}"></div><button type="submit" name="${more}" value="${name}" formnovalidate>${both(show)}</button>`
      : html`<p class="soft">${both(notTaken)}</p>`
  }`
}

const kept = (row: string, picture: Picture.BoundPicture, index: number, frames: Frames) => {
  const { address, sealed } = frames.of(picture)
  const name = { zh: `图片 ${index + 1}`, en: `Picture ${index + 1}` }
  return html`<figure class="picture"><img src="${address}" alt="${name.zh} · ${name.en}"><figcaption><label class="choice"><input type="checkbox" name="${row}" value="${sealed}" checked> ${both(keep(name))}</label>${line(pictureText(picture))}</figcaption></figure>`
}

const read = Schema.decodeUnknownOption(Schema.fromJsonString(Picture.BoundPicture))

const keep = ({ en, zh }: Bilingual.Bilingual) => ({ zh: `保留${zh}`, en: `Keep ${en.toLowerCase()}` })
const choose = { zh: "选择图片", en: "Choose pictures" }
const another = { zh: "换一张图片", en: "Choose another picture" }
const show = { zh: "上传并预览", en: "Upload and show" }
const hint = {
  zh: "JPEG、PNG 或 GIF，每张不超过 10 MB。送出时会一并上传。",
  en: "JPEG, PNG or GIF, each of 10 MB at most. They are uploaded when the form is sent, too."
}

/** Nothing is there that takes pictures. */
export const notTaken: Bilingual.Bilingual = {
  zh: "这里不收图片：本系统没有设置存放图片的地方。",
  en: "Pictures are not taken here: the house has no place for them."
}
