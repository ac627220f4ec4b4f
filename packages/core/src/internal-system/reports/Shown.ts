/**
 * Numbers as reports say them: never more digits than people read, and nothing for what is not known.
 *
 * @module
 */
import { type Bilingual, same } from "../../finding/Bilingual.ts"
import { type Unit, unitNames } from "../analytics/Unit.ts"

/** What stands where a number is not known. */
export const unknown = "—"

/** A number in its unit: `1,204`, `12.5 小时`, `37.5%`. */
export const number = (value: number | null | undefined, unit: Unit): Bilingual => {
  if (value === null || value === undefined) return same(unknown)
  if (unit === "share") return same(percent(value))
  const written = plain(value)
  if (unit === "count" || unit === "ratio") return same(written)
  const { en, zh } = unitNames[unit]
  return { zh: `${written} ${zh}`, en: `${written} ${en}` }
}

/** From one number to another. */
export const between = (low: number, high: number, unit: Unit): Bilingual => {
  const [one, other] = [number(low, unit), number(high, unit)]
  return { zh: `${one.zh}–${other.zh}`, en: `${one.en}–${other.en}` }
}

/** A part of a whole in hundredths, a tenth of them at the finest; what is not all is never said to be, nor what is something nothing. */
export const percent = (share: number): string => {
  const hundredths = Math.round(share * 1_000) / 10
  if (hundredths === 100 && share < 1) return ">99.9%"
  if (hundredths === 0 && share > 0) return "<0.1%"
  return `${plain(hundredths)}%`
}

/** A number with its thousands marked, two places after the point at the most. */
export const plain = (value: number): string =>
  (Object.is(value, -0) ? 0 : value)
    .toLocaleString("en-US", { maximumFractionDigits: 2 })
    .replace(/^-(?=0$)/, "")
    .replace("-", "−")
