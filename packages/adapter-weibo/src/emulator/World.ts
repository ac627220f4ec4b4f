/**
 * The emulated world: who there is, and what has happened.
 *
 * @module
 */
import * as WeiboId from "../WeiboId.ts"
import { below, type Chance } from "./Chance.ts"
import type { Commented, Happening, Posted } from "./Happening.ts"
import type { Journal } from "./Journal.ts"
import type { LongPosts } from "./PostText.ts"

/** A brand's account in the emulated world, with the token that its app holds. */
export interface Account {
  readonly uid: string
  readonly name: string
  readonly token: string
  /** When the token dies, in milliseconds; never unless told. */
  readonly expiresAt?: number
}

/** Somebody else. */
export interface Fan {
  readonly uid: string
  readonly name: string
  /** Whether they authorised the app too: Weibo shows an app the mentions and follows of such fans only. Yes unless told. */
  readonly authorised?: boolean
}

/** Who there is and what has happened. */
export interface World {
  readonly accounts: ReadonlyArray<Account>
  readonly fans: ReadonlyArray<Fan>
  readonly chance: Chance
  /** The time in milliseconds. */
  readonly now: () => number
  /** How posts are shown that are longer than a short one may be. */
  readonly longPosts: LongPosts
  /** An id that is greater than every one before, and says when it was made. */
  readonly nextId: () => string
  /** Writes a happening into the journal, and then into the world. */
  readonly happen: (happening: Happening) => void
  readonly happenings: ReadonlyArray<Happening>
  /** Posts that are to be seen, by id. */
  readonly posts: ReadonlyMap<string, Posted>
  /** Comments that are to be seen, by id. */
  readonly comments: ReadonlyMap<string, Commented>
  /** Since when which fan follows which account: `fan account` to milliseconds. */
  readonly follows: ReadonlyMap<string, number>
  /** The posts of somebody that are to be seen, newest first. */
  readonly postsOf: (uid: string) => ReadonlyArray<Posted>
  /** What somebody is called. */
  readonly nameOf: (uid: string) => string
}

/** A world in which this much has happened already. */
export const make = (options: {
  readonly accounts: ReadonlyArray<Account>
  readonly fans: ReadonlyArray<Fan>
  readonly chance: Chance
  readonly now: () => number
  readonly longPosts: LongPosts
  readonly journal: Journal
  readonly past: ReadonlyArray<Happening>
}): World => {
  const happenings: Array<Happening> = []
  const posts = new Map<string, Posted>()
  const postsByAuthor = new Map<string, Array<Posted>>()
  const comments = new Map<string, Commented>()
  const follows = new Map<string, number>()
  let last = 0n

  const remember = (id: string) => {
    if (BigInt(id) > last) last = BigInt(id)
  }

  const apply = (happening: Happening): void => {
    happenings.push(happening)
    switch (happening._tag) {
      case "Posted": {
        remember(happening.post)
        posts.set(happening.post, happening)
        postsByAuthor.set(happening.account, [happening, ...(postsByAuthor.get(happening.account) ?? [])])
        return
      }
      case "PostDeleted": {
        const author = posts.get(happening.post)?.account ?? ""
        posts.delete(happening.post)
        const left = (postsByAuthor.get(author) ?? []).filter(({ post }) => post !== happening.post)
        postsByAuthor.set(author, left)
        return
      }
      case "Commented":
        remember(happening.comment)
        comments.set(happening.comment, happening)
        return
      case "CommentDeleted":
        comments.delete(happening.comment)
        return
      case "Followed":
        follows.set(`${happening.fan} ${happening.account}`, happening.at)
        return
      case "Unfollowed":
        follows.delete(`${happening.fan} ${happening.account}`)
        return
      case "Received":
      case "Messaged":
      case "Looked":
        return
    }
  }

  for (const happening of options.past) apply(happening)
  const everybody = [...options.accounts, ...options.fans]
  const { accounts, fans, chance, longPosts, now } = options
  return {
    accounts,
    fans,
    chance,
    now,
    longPosts,
    happenings,
    posts,
    comments,
    follows,
    nextId: () => {
      const fresh = WeiboId.firstOf(now()) + BigInt(below(chance, 1 << 16))
      last = fresh > last ? fresh : last + 1n
      return String(last)
    },
    happen: (happening) => {
      options.journal.append(happening)
      apply(happening)
    },
    postsOf: (uid) => postsByAuthor.get(uid) ?? [],
    nameOf: (uid) => everybody.find((one) => one.uid === uid)?.name ?? `用户${uid}`
  }
}
