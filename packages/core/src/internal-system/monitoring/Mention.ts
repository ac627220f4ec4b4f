/**
 * Somebody says something of the brand, wherever it is heard: what the monitor counts.
 *
 * @module
 */

/** Somebody says something. The text is hostile, and the author's own. */
export interface Mention {
  readonly id: string
  readonly author: string
  /** When it was written, in milliseconds. */
  readonly at: number
  readonly text: string
  /** Where: a comment, a mention, a repost, a forum. */
  readonly medium: string
  /** The post under which it stands, and the author's own name, for who looks at an alarm. */
  readonly post?: string | undefined
  readonly name?: string | undefined
  /** How many follow the author, where that is known. */
  readonly followers?: number | undefined
  /** Whether it complains or attacks, where that is known. */
  readonly isNegative?: boolean | undefined
}
