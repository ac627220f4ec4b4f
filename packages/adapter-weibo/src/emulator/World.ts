/**
 * The emulated world: who there is, and what has happened.
 *
 * @module
 */
import * as WeiboId from "../WeiboId.ts"
import { below, type Chance } from "./Chance.ts"
import type { Happening, Posted } from "./Happening.ts"
import type { Journal } from "./Journal.ts"

/** A brand's account in the emulated world, with the token that its app holds. */
export interface Account {
  readonly uid: string
  readonly name: string
  readonly token: string
}

/** Who there is and what has happened. */
export interface World {
  readonly accounts: ReadonlyArray<Account>
  readonly chance: Chance
  /** The time in milliseconds. */
  readonly now: () => number
  /** An id that is greater than every one before, and says when it was made. */
  readonly nextId: () => string
  /** Writes a happening into the journal, and then into the world. */
  readonly happen: (happening: Happening) => void
  readonly happenings: ReadonlyArray<Happening>
  /** The posts of an account that are to be seen, newest first. */
  readonly postsOf: (uid: string) => ReadonlyArray<Posted>
}

/** A world in which this much has happened already. */
export const make = (options: {
  readonly accounts: ReadonlyArray<Account>
  readonly chance: Chance
  readonly now: () => number
  readonly journal: Journal
  readonly past: ReadonlyArray<Happening>
}): World => {
  const happenings: Array<Happening> = []
  const postsByAccount = new Map<string, Array<Posted>>()
  let last = 0n

  const apply = (happening: Happening): void => {
    happenings.push(happening)
    switch (happening._tag) {
      case "Posted": {
        const id = BigInt(happening.post)
        if (id > last) last = id
        postsByAccount.set(happening.account, [happening, ...(postsByAccount.get(happening.account) ?? [])])
        return
      }
      case "PostDeleted": {
        for (const [uid, posts] of postsByAccount) {
          postsByAccount.set(
            uid,
            posts.filter(({ post }) => post !== happening.post)
          )
        }
        return
      }
    }
  }

  for (const happening of options.past) apply(happening)
  return {
    accounts: options.accounts,
    chance: options.chance,
    now: options.now,
    nextId: () => {
      const fresh = WeiboId.firstOf(options.now()) + BigInt(below(options.chance, 1 << 16))
      last = fresh > last ? fresh : last + 1n
      return String(last)
    },
    happen: (happening) => {
      options.journal.append(happening)
      apply(happening)
    },
    happenings,
    postsOf: (uid) => postsByAccount.get(uid) ?? []
  }
}
