/**
 * The addresses of the pages: the language that a person reads, in whose place they act, and what they look at. What is no address of a page is none.
 *
 * A name in an address stands for itself whatever it is made of, also behind a proxy that takes apart what is escaped with a per cent sign.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"

/** Where somebody is. */
export interface Address {
  readonly language: Bilingual.Language
  /** The person in whose place they act; nothing where they act for themselves. */
  readonly inPlaceOf: string | undefined
  readonly page: Place
}

/** What is looked at. */
export type Place =
  | { readonly at: "desk" }
  | { readonly at: "search" }
  | { readonly at: "record" }
  | { readonly at: "house"; readonly account: string; readonly name: string }
  | { readonly at: "file"; readonly account: string; readonly name: string; readonly file: string }
  | { readonly at: "case"; readonly process: string; readonly case: string }
  | { readonly at: "step"; readonly process: string; readonly case: string; readonly step: string }
  | { readonly at: "several"; readonly process: string; readonly step: string }
  | { readonly at: "begin"; readonly process: string; readonly step: string }

/** The address below the desk's own, which begins with a slash or is nothing. */
export const write = (base: string, { inPlaceOf, language, page }: Address): string =>
  [`${base}/${language}`, ...(inPlaceOf === undefined ? [] : ["as", escaped(inPlaceOf)]), ...partsOf(page)].join("/")

const partsOf = (page: Place): ReadonlyArray<string> => {
  switch (page.at) {
    case "desk":
      return []
    case "search":
    case "record":
      return [page.at]
    case "house":
      return ["house", escaped(page.account), escaped(page.name)]
    case "file":
      return ["house", escaped(page.account), escaped(page.name), escaped(page.file)]
    case "case":
      return ["cases", escaped(page.process), escaped(page.case)]
    case "step":
      return ["cases", escaped(page.process), escaped(page.case), escaped(page.step)]
    case "several":
    case "begin":
      return [page.at, escaped(page.process), escaped(page.step)]
  }
}

/** The address that a path is; nothing where it is no page's. */
export const read = (base: string, path: string): Address | undefined => {
  if (!path.startsWith(`${base}/`)) return undefined
  const all = path
    .slice(base.length + 1)
    .split("/")
    .map(unescaped)
  const [language, ...parts] = all
  if ((language !== "zh" && language !== "en") || all.includes(undefined)) return undefined
  const [as, person, ...rest] = parts
  const isInPlace = as === "as" && person !== undefined && person !== ""
  const page = placeOf(isInPlace ? rest : parts)
  return page && { language, inPlaceOf: isInPlace ? person : undefined, page }
}

const placeOf = ([first, process = "", name = "", step, ...more]: ReadonlyArray<string | undefined>):
  | Place
  | undefined => {
  if (more.length > 0) return undefined
  if (first === undefined || (first === "" && process === "")) return { at: "desk" }
  if ((first === "search" || first === "record") && process === "") return { at: first }
  if (process === "" || name === "") return undefined
  if ((first === "begin" || first === "several") && step === undefined) return { at: first, process, step: name }
  if (first === "house" && step === undefined) return { at: "house", account: process, name }
  if (first === "house" && step !== undefined && step !== "") return { at: "file", account: process, name, file: step }
  if (first !== "cases") return undefined
  return step === undefined || step === ""
    ? { at: "case", process, case: name }
    : { at: "step", process, case: name, step }
}

const escaped = (name: string): string =>
  encodeURIComponent(name)
    .replaceAll("~", "~7E")
    .replaceAll("%2F", "~2F")
    .replace(/^\.+$/, (dots) => "~2E".repeat(dots.length))

const unescaped = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part.replace(/~(?=[\dA-F]{2})/g, "%"))
  } catch {
    return undefined
  }
}
