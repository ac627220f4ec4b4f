/**
 * A printed page as a value: what it says, and nothing of how it looks. `Markdown` and `Html` print it.
 *
 * Texts that people wrote, of the team or not, are plain strings here; whatever they hold, they come out as text.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Chart } from "../internal-system/reports/Chart.ts"

/** How urgent something is. */
export type Tone = "plain" | "good" | "warn" | "bad"

/** A piece of a line: a text in one language only, a text in both, one that stands out, or one that leads somewhere. */
export type Inline =
  | string
  | Bilingual
  | { readonly strong: Text }
  | { readonly code: string }
  | { readonly badge: Text; readonly tone: Tone }
  /** A text that leads to an address of the same house, which begins with `/` or `#`; in print it is the text alone. */
  | { readonly link: Text; readonly to: string }

/** A line. */
export type Text = Inline | ReadonlyArray<Inline>

/** A figure at the head of a page. */
export interface Tile {
  readonly figure: string
  readonly label: Bilingual
  readonly tone: Tone
}

/** A stretch of time in which somebody has something, in hours from the beginning of the picture. */
export interface Stretch {
  readonly from: number
  readonly until: number
  readonly label: Bilingual
}

/** Something on a card: a title, lines under it, and how urgent it is. */
export interface Card {
  readonly title: Text
  readonly lines: ReadonlyArray<Text>
  readonly quote?: Bilingual
  readonly tone: Tone
}

/** A picture, and what is said of it. */
export interface Pictured {
  /** Its address in the same house; nothing where it cannot be shown. */
  readonly at: string | undefined
  readonly name: Bilingual
  readonly text: Text
}

/** A part of a section. */
export type Block =
  | { readonly kind: "text"; readonly text: Text; readonly soft?: boolean }
  | { readonly kind: "tiles"; readonly tiles: ReadonlyArray<Tile> }
  | { readonly kind: "list"; readonly items: ReadonlyArray<Text>; readonly ordered?: boolean }
  | { readonly kind: "facts"; readonly facts: ReadonlyArray<readonly [Bilingual, Text]> }
  | { readonly kind: "cards"; readonly cards: ReadonlyArray<Card> }
  | {
      readonly kind: "table"
      readonly columns: ReadonlyArray<Bilingual>
      readonly rows: ReadonlyArray<ReadonlyArray<Text>>
    }
  /** Drawn where somebody draws it; its numbers are a table in any case. */
  | { readonly kind: "chart"; readonly chart: Chart }
  | { readonly kind: "diagram"; readonly mermaid: Bilingual; readonly caption: Bilingual }
  | {
      readonly kind: "hours"
      readonly caption: Bilingual
      /** The names of the days from left to right, each 24 hours wide. */
      readonly days: ReadonlyArray<Bilingual>
      readonly rows: ReadonlyArray<{ readonly name: string; readonly stretches: ReadonlyArray<Stretch> }>
    }
  | { readonly kind: "pictures"; readonly pictures: ReadonlyArray<Pictured> }
  /** Blocks that are about one thing, under its name. A search that finds one of them shows the name as well. */
  | { readonly kind: "group"; readonly title: Text; readonly blocks: ReadonlyArray<Block> }

/** A section, and its place in the contents. */
export interface Section {
  readonly id: string
  readonly title: Bilingual
  readonly count?: number
  readonly blocks: ReadonlyArray<Block>
}

/** A page. */
export interface Page {
  readonly title: Bilingual
  readonly eyebrow: Bilingual
  readonly under: ReadonlyArray<Text>
  readonly sections: ReadonlyArray<Section>
}

/** The pieces of a line. */
export const pieces = (text: Text): ReadonlyArray<Inline> => (isLine(text) ? text : [text])

const isLine = (text: Text): text is ReadonlyArray<Inline> => Array.isArray(text)

/** Texts in one line, with something between them. */
export const joined = (texts: ReadonlyArray<Text>, between: Inline): ReadonlyArray<Inline> =>
  texts.flatMap((text, index) => (index === 0 ? pieces(text) : [between, ...pieces(text)]))

/** A list that was cut says so. */
export const leftOut = (count: number): ReadonlyArray<Block> =>
  count === 0
    ? []
    : [{ kind: "text", soft: true, text: { zh: `另有 ${count} 项未列出。`, en: `${count} more are not listed.` } }]

/** Nothing, said in words. */
export const nothing: Block = { kind: "text", soft: true, text: { zh: "无。", en: "None." } }
