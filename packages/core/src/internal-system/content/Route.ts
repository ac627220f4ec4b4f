/**
 * The ways by which an app may write a post, and what each of them allows.
 *
 * Which routes an app has is a grant of Weibo to the app, so it is configuration; `share` is what every app has.
 * Source: Weibo's interface pages for statuses/share, update, upload and the business interfaces.
 *
 * @module
 */
import { Schema } from "effect"

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
