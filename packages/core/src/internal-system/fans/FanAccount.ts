/**
 * What a platform shows of a fan's account, and what is to be told from it.
 *
 * @module
 */
import type { Look, Reason } from "./DeadFans.ts"

/** Numbers of a fan's account. What the platform does not show is absent, never zero. */
export interface Shown {
  readonly posts?: number
  readonly following?: number
  readonly followers?: number
  readonly hasPicture?: boolean
}

/**
 * What a look at such an account comes to: who has posted is alive, unless they follow thousands and nobody
 * follows them; of what is hidden nothing is told.
 */
export const judge = ({ followers, following, hasPicture, posts }: Shown): Look => {
  const reasons: ReadonlyArray<Reason> = [
    ...(posts === 0 && hasPicture === false ? (["no posts, no picture"] as const) : []),
    ...(following !== undefined && following >= thousands && followers === 0
      ? (["follows thousands, followed by none"] as const)
      : [])
  ]
  const [first, ...others] = reasons
  if (first !== undefined) return { is: "dead", reasons: [first, ...others] }
  return { is: posts !== undefined && posts > 0 ? "alive" : "unknown" }
}

/** An account may follow 2,000 at first, and more by its level. */
const thousands = 1_000

/** Of an account that is gone the platform says so. */
export const gone: Look = { is: "dead", reasons: ["account gone"] }
