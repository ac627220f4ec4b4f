/**
 * Port: the keys under which the personal data of cases are kept, one for each case at a time. Whoever destroys a key has erased what was kept under it,
 * in every copy of the log there is, old backups included: so keys stand in a place of their own, whose backups are short-lived.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { Moment } from "../calendar/Moment.ts"
import type { StoreUnavailable } from "../operations/StoreUnavailable.ts"
import type { Address } from "../process/Case.ts"

/** A key, with the name that stands beside what is kept under it. */
export interface Key {
  /** Of letters and digits. */
  readonly id: string
  /** 32 bytes, made by chance. */
  readonly bytes: Uint8Array
}

/** Keeps keys. */
export class PersonalKeys extends Context.Service<
  PersonalKeys,
  {
    /** The key of a case; one is made where it has none. Asked for by many at once, it is the same one. */
    readonly of: (address: Address) => Effect.Effect<Key, StoreUnavailable>
    /** The keys of these names, but for those that are destroyed. */
    readonly find: (ids: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<Key>, StoreUnavailable>
    /** Destroys the key of a case; answers whether it had one. What happens to the case afterwards has a new key. */
    readonly destroy: (address: Address) => Effect.Effect<boolean, StoreUnavailable>
    /** Cases whose key was made before a moment, with its name, in the order of the names, behind one of them, at most so many. */
    readonly madeBefore: (
      moment: Moment,
      limit: number,
      after?: Key["id"]
    ) => Effect.Effect<ReadonlyArray<Address & Pick<Key, "id">>, StoreUnavailable>
  }
>()("@dualops/core/PersonalKeys") {}
