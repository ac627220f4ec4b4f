/**
 * Drawings that others made, as a page can hold several of them: their style sheets become one of the page's, fetch nothing and reach
 * nothing but drawings, and their ids are kept apart.
 *
 * @module
 */
import { Markup } from "./Markup.ts"

/** The class of the element that a drawing has to stand in. */
export const frame = "drawing"

/** Drawings in the order in which they came, and the rules that they need in the page's style sheet. */
export interface Drawings {
  readonly drawings: ReadonlyArray<Markup>
  readonly rules: string
}

/** Takes SVGs from whoever draws; what they say is trusted, for it is put in as it is. */
export const gather = (svgs: ReadonlyArray<string>): Drawings => {
  const sheets = new Set<string>()
  const looks = new Map<string, number>()
  const drawings = svgs.map((svg, index) => {
    const bare = svg.replace(/<style[^>]*>([\s\S]*?)<\/style>/gi, (_, sheet: string) => {
      sheets.add(sheet.replace(/@import[^;]*;?/gi, "").trim())
      return ""
    })
    return new Markup(bare.replace(/<[a-z][^<>]*>/gi, (tag) => apart(tag, index, looks)))
  })
  const own = Array.from(looks, ([look, number]) => `[data-look="${number}"]{${look}}`)
  const all = [...sheets, ...own].join("\n")
  return { drawings, rules: all === "" ? "" : `.${frame}{${all}}` }
}

/** A tag whose ids are this drawing's alone, with its look in the style sheet instead of in itself. */
const apart = (tag: string, index: number, looks: Map<string, number>): string =>
  tag
    .replace(/\sstyle="([^"]*)"/i, (_, look: string) => {
      const number = looks.get(look) ?? looks.size
      looks.set(look, number)
      return ` data-look="${number}"`
    })
    .replace(/\sid="/i, ` id="d${index}-`)
    .replace(/url\(#/gi, `url(#d${index}-`)
    .replace(/(\s(?:xlink:)?href)="#/gi, `$1="#d${index}-`)
