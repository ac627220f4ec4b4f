/**
 * One bucket of time of one term while it is counted: each person once, however often they write, and some of what they wrote.
 *
 * @module
 */
import type { Mention } from "./Mention.ts"

/** What a bucket has come to. */
export interface Counted {
  readonly authors: number
  readonly mentions: number
  /** Followers of those who wrote; nothing where nobody's are known. */
  readonly reach: number | undefined
  /** The share that complains or attacks, of those of which it is known. */
  readonly negative: number | undefined
  readonly media: ReadonlyArray<string>
  /** How many people wrote under which post, the most first; at most ten posts. */
  readonly posts: ReadonlyArray<readonly [post: string, authors: number]>
  /** What is shown: of different people, those with the most followers, and else the first. */
  readonly shown: ReadonlyArray<Mention>
}

/** No alarm shows more. */
export const mostShown = 10
/** So many people are told apart in one bucket; the number says no more beyond it, and takes no more memory. */
export const mostAuthors = 50_000
/** So many posts are told apart in one bucket. */
const mostPosts = 1_000

/** Counts one bucket. */
export class Tally {
  private readonly authors = new Set<string>()
  private readonly media = new Set<string>()
  private readonly posts = new Map<string, number>()
  private mentions = 0
  private reach: number | undefined
  private judged = 0
  private against = 0
  private shown: ReadonlyArray<Mention> = []

  /** Counts one more; answers whether it is of somebody new. */
  add(mention: Mention): boolean {
    this.mentions++
    if (this.media.size < mostShown) this.media.add(mention.medium)
    if (mention.isNegative !== undefined) {
      this.judged++
      if (mention.isNegative) this.against++
    }
    if (this.authors.has(mention.author) || this.authors.size >= mostAuthors) return false
    this.authors.add(mention.author)
    if (mention.followers !== undefined) this.reach = (this.reach ?? 0) + Math.max(0, mention.followers)
    this.stands(mention.post)
    this.shown = best([...this.shown, mention])
    return true
  }

  private stands(post: string | undefined) {
    if (post === undefined || (this.posts.size >= mostPosts && !this.posts.has(post))) return
    this.posts.set(post, (this.posts.get(post) ?? 0) + 1)
  }

  get size(): number {
    return this.authors.size
  }

  get counted(): Counted {
    return {
      authors: this.authors.size,
      mentions: this.mentions,
      reach: this.reach,
      negative: this.judged === 0 ? undefined : this.against / this.judged,
      media: [...this.media].toSorted(),
      posts: [...this.posts].toSorted(([, one], [, other]) => other - one).slice(0, mostShown),
      shown: this.shown
    }
  }
}

/** Of what several buckets show, what an alarm shows: of each person once. */
export const best = (mentions: ReadonlyArray<Mention>): ReadonlyArray<Mention> => {
  if (mentions.length <= 1) return mentions
  const seen = new Set<string>()
  return mentions
    .toSorted((one, other) => (other.followers ?? 0) - (one.followers ?? 0) || one.at - other.at)
    .filter(({ author }) => !seen.has(author) && seen.add(author))
    .slice(0, mostShown)
}
