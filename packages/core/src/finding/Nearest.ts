/**
 * What somebody may have meant who wrote a name that is not known.
 *
 * @module
 */
import { distance } from "fastest-levenshtein"
import type { Bilingual } from "./Bilingual.ts"

/** Names longer than this are not compared, and of longer lists only so many: findings take bounded time, whatever the text. */
const longest = 64
const most = 500

/** The known name that is a slip of the keyboard away, if there is one. */
export const nearest = (name: string, known: ReadonlyArray<string>): string | undefined => {
  if (name.length > longest) return undefined
  let near: string | undefined
  let least = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const one of known.slice(0, most)) {
    const steps = one.length > longest ? least : distance(name, one)
    if (steps < least) [near, least] = [one, steps]
  }
  return near
}

/** The same as advice, or else what could be written; `otherwise` is for a list without names. */
export const advice = (name: string, known: ReadonlyArray<string>, otherwise: Bilingual): Bilingual => {
  const near = nearest(name, known)
  if (near !== undefined) return { zh: `是否应为「${near}」？`, en: `Did you mean ${near}?` }
  if (known.length === 0) return otherwise
  const shown = known.slice(0, 24)
  const more = known.length > shown.length
  return {
    zh: `${otherwise.zh}可用的有：${shown.join("、")}${more ? "等" : ""}。`,
    en: `${otherwise.en} What may stand here: ${shown.join(", ")}${more ? ", and others" : ""}.`
  }
}

/** The beginning of a text, for a sentence about it. */
export const excerpt = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
