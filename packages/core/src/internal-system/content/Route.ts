/**
 * The ways by which an app may write a post, and what each of them allows.
 *
 * Which routes an app has is a grant of Weibo to the app, so it is configuration; `share` is what every app has.
 * Source: Weibo's interface pages for statuses/share, update, upload and the business interfaces.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Content } from "./Content.ts"
import * as TextLength from "./TextLength.ts"

/** The name of a route. */
export const Route = Schema.Literals(["share", "update", "upload", "business"])
/** The name of a route. */
export type Route = typeof Route.Type

/** What a route allows. */
export interface Allowance {
  /** Weibo's length: 1 a code unit up to U+00FF, 2 above; 280 is 140 Chinese characters. */
  readonly units: number
  readonly pictures: number
  /** `upload` is the interface for a text with its picture, and takes none without. */
  readonly leastPictures: number
  /** A picture has fewer bytes than this. */
  readonly pictureBytes: number
  /** The text must hold a link to a host that is registered with the app. */
  readonly safeDomain: boolean
  /** `#topic#` reaches the readers. On `share` it is stripped without a word. */
  readonly topics: boolean
}

const megabytes = 1024 * 1024

/** Allowance by route. */
export const allowance: Readonly<Record<Route, Allowance>> = {
  share: { units: 280, pictures: 1, leastPictures: 0, pictureBytes: 5 * megabytes, safeDomain: true, topics: false },
  update: { units: 4000, pictures: 0, leastPictures: 0, pictureBytes: 0, safeDomain: false, topics: true },
  upload: { units: 280, pictures: 1, leastPictures: 1, pictureBytes: 5 * megabytes, safeDomain: false, topics: true },
  business: { units: 4000, pictures: 9, leastPictures: 0, pictureBytes: 5 * megabytes, safeDomain: false, topics: true }
}

/**
 * The first of these routes that takes this content whole; nothing where none does. Where there is no choice, the platform says for itself
 * what it thinks of the length.
 */
export const choose = (routes: ReadonlyArray<Route>, content: Content): Route | undefined =>
  routes.find((route) => obstacle(route, content) === undefined) ??
  (new Set(routes).size === 1 ? routes.find((route) => takesPictures(route, content) === undefined) : undefined)

/** Those of these routes that some post takes: what the routes before it take as well never comes to a route. */
export const taken = (routes: ReadonlyArray<Route>): ReadonlyArray<Route> => {
  const chosen = new Set(kinds.map((content) => choose(routes, content)))
  return [...new Set(routes)].filter((route) => chosen.has(route))
}

/** A post of each kind that routes tell apart. */
const kinds: ReadonlyArray<Content> = [0, 1, 2].flatMap((count) =>
  [1, allowance.share.units].map((length) => ({
    text: "字".repeat(length),
    pictures: Array.from({ length: count }, (): Content["pictures"][number] => ({
      source: "any",
      format: "png",
      bytes: 1
    }))
  }))
)

/** Why a route does not take this content; nothing if it does. */
export const obstacle = (route: Route, content: Content): Bilingual | undefined => {
  const { units } = allowance[route]
  return (
    takesPictures(route, content) ??
    (TextLength.units(content.text) <= units
      ? undefined
      : { zh: `${route} 最多 ${units / 2} 个汉字`, en: `${route} takes ${units / 2} Chinese characters at most` })
  )
}

const takesPictures = (route: Route, { pictures: { length } }: Content): Bilingual | undefined => {
  const { leastPictures, pictures } = allowance[route]
  if (length < leastPictures) return { zh: `${route} 必须有图片`, en: `${route} needs a picture` }
  if (length <= pictures) return undefined
  return pictures === 0
    ? { zh: `${route} 不能带图片`, en: `${route} takes no picture` }
    : { zh: `${route} 最多 ${pictures} 张图片`, en: `${route} takes ${pictures} pictures at most` }
}
