/**
 * Time zones by the names of the IANA data base, such as `Asia/Shanghai`.
 *
 * An abbreviation is no name: CST is the time of China, of Chicago and of Havana, and computers know it as one of them without a word. It is
 * told, with what it may mean, wherever it is written; so is the name that Windows has for a zone.
 *
 * @module
 */
import { DateTime, Option, Schema } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import * as Expected from "../finding/Expected.ts"
import { arbitrarily } from "./CalendarDate.ts"
import { windowsZones } from "./WindowsZones.ts"

/** Whether it is the name of a zone that this machine knows, and means one zone only. */
export const isZone = (name: string): boolean =>
  name.length <= 64 && !isAbbreviation(name) && Option.isSome(DateTime.zoneMakeNamed(name))

/** Whether a name is an abbreviation; the few words of three and four letters among the names of the data base are none. */
export const isAbbreviation = (name: string): boolean => /^[A-Z]{3,4}$/i.test(name) && !words.has(name.toUpperCase())

const words = new Set([
  "UTC",
  "GMT",
  "UCT",
  "ZULU",
  "PRC",
  "ROC",
  "ROK",
  "CUBA",
  "EIRE",
  "IRAN",
  "CET",
  "EET",
  "MET",
  "WET"
])

/** The zones that an abbreviation may mean; none where it is not one of those that are often met. */
export const meanings = (abbreviation: string): ReadonlyArray<string> => zonesOf[abbreviation.toUpperCase()] ?? []

/** Abbreviations of the IANA data base that more than one country has, or that say nothing of summer time. */
const zonesOf: Readonly<Record<string, ReadonlyArray<string>>> = {
  AST: ["America/Halifax", "Asia/Riyadh"],
  BST: ["Europe/London", "Asia/Dhaka"],
  CDT: ["America/Chicago", "America/Havana"],
  CST: ["Asia/Shanghai", "America/Chicago", "America/Havana"],
  EDT: ["America/New_York"],
  EST: ["America/New_York", "America/Panama", "Australia/Sydney"],
  GST: ["Asia/Dubai", "Pacific/Guam"],
  HKT: ["Asia/Hong_Kong"],
  HST: ["Pacific/Honolulu"],
  IST: ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
  JST: ["Asia/Tokyo"],
  KST: ["Asia/Seoul"],
  MST: ["America/Denver", "America/Phoenix", "Asia/Kuala_Lumpur"],
  PDT: ["America/Los_Angeles"],
  PST: ["America/Los_Angeles", "Asia/Manila"],
  SGT: ["Asia/Singapore"],
  SST: ["Pacific/Pago_Pago", "Asia/Singapore"],
  WST: ["Australia/Perth", "Pacific/Apia"]
}

const expected: Bilingual = {
  zh: "时区名，形如「Asia/Shanghai」",
  en: "the name of a time zone of the IANA data base, such as Asia/Shanghai"
}

/** The name for the one zone that somebody may have meant. */
const meant = (value: unknown): string | undefined => {
  const name = String(value).trim()
  if (Object.hasOwn(windowsZones, name)) return windowsZones[name]
  const [only, ...others] = meanings(name)
  return others.length === 0 ? only : undefined
}

/** The name of a time zone of the IANA data base. */
export const TimeZone = Schema.String.annotate(Expected.words(expected, meant)).check(
  Schema.makeFilter((name) => {
    if (isZone(name)) return true
    const zones = meanings(name)
    if (zones.length < 2) return Expected.instead(expected, name, meant)
    const several = {
      zh: `${expected.zh}（${name} 可指 ${zones.join("、")}）`,
      en: `${expected.en} (${name} may mean ${zones.join(", ")})`
    }
    return Expected.instead(several, name)
  }, arbitrarily("(Asia/Shanghai|Europe/Berlin)"))
)
/** The name of a time zone of the IANA data base. */
export type TimeZone = typeof TimeZone.Type
