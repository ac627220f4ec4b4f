/**
 * What a form asks for: its fields as values, read off the schema of what a step is told.
 *
 * @module
 */
import type { Bilingual, Name } from "@dualops/core/finding"

/** Something that a form asks for, under its name. */
export interface Field {
  /** The key under which it is told. */
  readonly name: string
  /** What people call it. */
  readonly label: Bilingual.Bilingual
  /** What should stand there, where its schema has words for that. */
  readonly hint: Bilingual.Bilingual | undefined
  /** Whether the value may be left out, and is, where nothing is filled in. */
  readonly isOptional: boolean
  readonly shape: Shape
}

/** How something is filled in. */
export type Shape =
  /** Text; a name of something fits on one line, and what people write may go on. `of` is the kind of thing that it is the id of, `named` what a handbook has names for. */
  | {
      readonly kind: "text"
      readonly isLong: boolean
      readonly mayBeEmpty: boolean
      readonly of: string | undefined
      readonly named?: Name.Named
    }
  | { readonly kind: "number"; readonly isWhole: boolean }
  | { readonly kind: "yes-no" }
  /** A moment, as the clock on the brand's wall shows it. */
  | { readonly kind: "moment" }
  | { readonly kind: "date" }
  | { readonly kind: "choice"; readonly choices: ReadonlyArray<Choice> }
  /** Always the same: nobody is asked. */
  | { readonly kind: "fixed"; readonly value: Literal }
  | { readonly kind: "group"; readonly fields: ReadonlyArray<Field> }
  /** Texts, one on each line. */
  | { readonly kind: "lines" }
  | { readonly kind: "list"; readonly item: Shape; readonly least: number }
  /** One of several, of which each asks for something else. */
  | { readonly kind: "either"; readonly members: ReadonlyArray<Member> }
  /** A picture, of which a file is chosen. */
  | { readonly kind: "picture" }
  /** What no form can ask for, as JSON. */
  | { readonly kind: "json" }

/** What has one control of its own, and is told under its own name. */
export type Control = Exclude<Shape, { readonly kind: "fixed" | "group" | "list" | "either" | "picture" }>

/** Whether it has one control of its own. */
export const isControl = (shape: Shape): shape is Control => !parts.has(shape.kind)

const parts: ReadonlySet<Shape["kind"]> = new Set(["fixed", "group", "list", "either", "picture"])

/** A value that stands for itself. */
export type Literal = string | number | boolean | null

/** One of the values of which one is chosen. */
export interface Choice {
  readonly value: Literal
  readonly label: Bilingual.Bilingual
}

/** One of several shapes. */
export interface Member {
  readonly label: Bilingual.Bilingual
  readonly shape: Shape
}

/** What stands below a name: `input.content.text`. */
export const below = (name: string, key: string | number): string => `${name}.${key}`

/** Under this name a form says how many rows of a list it has. */
export const rows = (name: string): string => `${name}.rows`

/** Under this name a form sends the files that are chosen for a picture, or for a list of them. */
export const files = (name: string): string => `${name}.files`

/** Under this name a form says which of several it means. */
export const which = (name: string): string => `${name}.which`
