/**
 * A sentence for the people of a brand, in Chinese and in English.
 *
 * @module
 */
import { Schema } from "effect"

/** The same sentence twice; neither is a note to the other. */
export const Bilingual = Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.NonEmptyString })
/** The same sentence twice; neither is a note to the other. */
export type Bilingual = typeof Bilingual.Type

/** What is called the same in both languages: a name, a tag, a code. */
export const same = (text: string): Bilingual => ({ zh: text, en: text })

/** The languages that everything printed comes in. */
export type Language = keyof Bilingual
