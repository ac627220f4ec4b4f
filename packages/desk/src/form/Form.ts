/**
 * A form as HTML, made of its fields: usable without a script, with what was typed kept, and with what is wrong beside the field.
 *
 * @module
 */
import type { Bilingual, Name } from "@dualops/core/finding"
import { Blocks, Markup } from "@dualops/core/pages"
import { below, type Choice, type Control, type Field, isControl, rows, type Shape, which } from "./Field.ts"
import { rowsOf, type Told } from "./Filled.ts"
import * as PictureControls from "./PictureControls.ts"

/** What a form is filled in with, and what is wrong with it. */
export interface Filling {
  readonly told: Told
  /** What is wrong, by the name of the field. */
  readonly wrong: ReadonlyMap<string, ReadonlyArray<Bilingual.Bilingual>>
  readonly language: Bilingual.Language
  /** What may be chosen for the id of a thing of that kind, where the house knows all there are. */
  readonly known: Readonly<Record<string, ReadonlyArray<string>>>
  /** What the handbooks have names for, to be chosen of where one is asked for. */
  readonly names: (named: Name.Named) => ReadonlyArray<string>
  /** How it shows pictures. */
  readonly frames: PictureControls.Frames
}

/** The controls of the fields, under a name. */
export const controls = (fields: ReadonlyArray<Field>, name: string, filling: Filling): Markup.Markup =>
  html`${fields.map((field) => fieldOf(field, below(name, field.name), filling))}`

const { html } = Markup
const { both } = Blocks

const fieldOf = (field: Field, name: string, filling: Filling): Markup.Markup | undefined => {
  const { hint, isOptional, label, shape } = field
  const title = html`${both(label)}${isOptional ? html` <em class="soft">${both(mayBeLeftOut)}</em>` : undefined}`
  if (isControl(shape)) {
    const told = hint === undefined ? hintOf(shape, name) : html`<p class="soft" id="${name}.hint">${both(hint)}</p>`
    const control = controlOf(shape, name, filling, !isOptional, told !== undefined)
    return html`<div class="field ${shape.kind}"><label for="${name}">${title}</label>${told}${control}${wrongOf(name, filling)}</div>`
  }
  switch (shape.kind) {
    case "fixed":
      return undefined
    case "group":
      return html`<fieldset><legend>${title}</legend>${controls(shape.fields, name, filling)}</fieldset>`
    case "picture":
      return html`<fieldset id="${name}"><legend>${title}</legend>${pictures(name, [name], false, filling)}${wrongOf(name, filling)}</fieldset>`
    case "list":
    case "either":
      return html`<fieldset id="${name}"><legend>${title}</legend>${partsOf(shape, name, filling)}${wrongOf(name, filling)}</fieldset>`
  }
}

const mayBeLeftOut = { zh: "可不填", en: "optional" }

const hintOf = ({ kind }: Control, name: string): Markup.Markup | undefined => {
  if (kind === "lines")
    return html`<p class="soft" id="${name}.hint">${both({ zh: "每行一个", en: "one on each line" })}</p>`
  return kind === "json" ? html`<p class="soft" id="${name}.hint">JSON</p>` : undefined
}

/** What is wrong with the field, told beside it and read out with it. */
const wrongOf = (name: string, { wrong }: Filling): Markup.Markup | undefined => {
  const all = wrong.get(name) ?? []
  return all.length === 0
    ? undefined
    : html`<p class="wrong" id="${name}.wrong">${all.map((one) => html`${both(one)} `)}</p>`
}

const controlOf = (
  shape: Control,
  name: string,
  filling: Filling,
  isAsked: boolean,
  hasHint: boolean
): Markup.Markup => {
  const value = filling.told.get(name) ?? ""
  const isWrong = filling.wrong.has(name)
  const described = [hasHint ? `${name}.hint` : "", isWrong ? `${name}.wrong` : ""]
    .filter((one) => one !== "")
    .join(" ")
  const common = html`id="${name}" name="${name}"${isWrong ? html` aria-invalid="true"` : undefined}${described === "" ? undefined : html` aria-describedby="${described}"`}`
  const needed = isAsked ? html` required` : undefined
  switch (shape.kind) {
    case "yes-no":
      return html`<input type="checkbox" value="true" ${common}${value === "" ? undefined : html` checked`}>`
    case "number":
      return html`<input inputmode="${shape.isWhole ? "numeric" : "decimal"}" autocomplete="off" ${common} value="${value}"${needed}>`
    case "moment":
      return html`<input type="datetime-local" ${common} value="${value}"${needed}>`
    case "date":
      return html`<input type="date" ${common} value="${value}"${needed}>`
    case "choice":
      return select(common, shape.choices, value, filling.language, needed)
    case "text": {
      const known = shape.of === undefined ? undefined : filling.known[shape.of]
      const must = shape.mayBeEmpty ? undefined : needed
      if (known !== undefined && known.length > 0) {
        const choices = known.map((id) => ({ value: id, label: { zh: id, en: id } }))
        return select(
          common,
          choices,
          value === "" && known.length === 1 ? (known[0] ?? "") : value,
          filling.language,
          must
        )
      }
      const names = shape.named === undefined ? [] : filling.names(shape.named)
      if (names.length > 0) {
        const list = `${name}.names`
        return html`<input autocomplete="off" list="${list}" ${common} value="${value}"${must}><datalist id="${list}">${names.map((one) => html`<option value="${one}"></option>`)}</datalist>`
      }
      return shape.isLong
        ? html`<textarea rows="3" ${common}${must}>${afterBreak(value)}</textarea>`
        : html`<input autocomplete="off" ${common} value="${value}"${must}>`
    }
    case "lines":
    case "json":
      return html`<textarea rows="3" ${common}>${afterBreak(value)}</textarea>`
  }
}

/** Browsers leave out the first line break of a text area. */
const afterBreak = (value: string): string => `\n${value}`

const select = (
  common: Markup.Markup,
  choices: ReadonlyArray<Choice>,
  chosen: string,
  language: Bilingual.Language,
  needed: Markup.Markup | undefined
): Markup.Markup =>
  html`<select ${common}${needed}><option value=""></option>${choices.map(({ label, value }) => {
    const mark = String(value) === chosen ? html` selected` : undefined
    return html`<option value="${String(value)}"${mark}>${label[language]}</option>`
  })}</select>`

/** Another row for the list of that name: the button's own name. */
export const more = "more"

const partsOf = (
  shape: Extract<Shape, { readonly kind: "list" | "either" }>,
  name: string,
  filling: Filling
): Markup.Markup => {
  if (shape.kind === "either") {
    const choices = shape.members.map(({ label }, index) => ({ value: String(index), label }))
    const chosen = filling.told.get(which(name)) ?? ""
    return html`<select name="${which(name)}" aria-label="${whichOne[filling.language]}"><option value=""></option>${choices.map(
      ({ label, value }) =>
        html`<option value="${value}"${value === chosen ? html` selected` : undefined}>${label[filling.language]}</option>`
    )}</select>${shape.members.map((member, index) => part(member.shape, below(name, index), member.label, filling))}`
  }
  const told = rowsOf(filling.told, name)
  if (shape.item.kind === "picture") {
    const count = html`<input type="hidden" name="${rows(name)}" value="${told.length}">`
    return html`${count}${pictures(name, told, true, filling)}`
  }
  const all = told.length < shape.least ? Array.from({ length: shape.least }, (_, row) => below(name, row)) : told
  const items = all.map((row, index) =>
    part(shape.item, row, { zh: `第 ${index + 1} 项`, en: `No. ${index + 1}` }, filling)
  )
  return html`<input type="hidden" name="${rows(name)}" value="${all.length}">${items}<button type="submit" name="${more}" value="${name}" formnovalidate>${both({ zh: "加一项", en: "Add one" })}</button>`
}

const pictures = (name: string, among: ReadonlyArray<string>, isMany: boolean, { frames, told, wrong }: Filling) =>
  PictureControls.of({
    name,
    isMany,
    chosen: among.map((row) => [row, told.get(row) ?? ""]),
    described: wrong.has(name) ? ` ${name}.wrong` : "",
    frames,
    more
  })

const whichOne = { zh: "选哪一种", en: "Which one" }

/** A row or a member: its fields together, or the one control that it is. */
const part = (shape: Shape, name: string, label: Bilingual.Bilingual, filling: Filling): Markup.Markup | undefined =>
  shape.kind === "group"
    ? html`<fieldset><legend>${both(label)}</legend>${controls(shape.fields, name, filling)}</fieldset>`
    : fieldOf({ name, label, hint: undefined, isOptional: true, shape }, name, filling)
