/**
 * `PersonalKeys` in memory, for one process: when it ends, everything that was sealed under them is erased.
 *
 * @module
 */
import { randomBytes } from "node:crypto"
import { type PersonalKey, PersonalKeys } from "@dualops/core/personal-data"
import type { Case } from "@dualops/core/process"
import { DateTime, Effect, Layer } from "effect"

interface Kept extends PersonalKey {
  readonly address: Case.Address
  readonly madeAt: number
}

/** No keys yet. */
export const layer: Layer.Layer<PersonalKeys> = Layer.sync(PersonalKeys, () => {
  const kept = new Map<string, Kept>()
  const nameOf = ({ case: id, process }: Case.Address) => JSON.stringify([process, id])
  return {
    of: (address) =>
      Effect.map(DateTime.now, ({ epochMilliseconds: madeAt }) => {
        const made = { id: randomBytes(16).toString("hex"), bytes: Uint8Array.from(randomBytes(32)), address, madeAt }
        const found = kept.get(nameOf(address)) ?? made
        kept.set(nameOf(address), found)
        return { id: found.id, bytes: found.bytes }
      }),
    find: (ids) =>
      Effect.sync(() =>
        [...kept.values()].filter(({ id }) => ids.includes(id)).map(({ bytes, id }) => ({ id, bytes }))
      ),
    destroy: (address) => Effect.sync(() => kept.delete(nameOf(address))),
    madeBefore: (moment, limit, after = "") =>
      Effect.sync(() =>
        [...kept.values()]
          .filter(({ id, madeAt }) => madeAt < moment.epochMilliseconds && id > after)
          .sort((one, other) => (one.id < other.id ? -1 : 1))
          .slice(0, limit)
          .map(({ address, id }) => ({ ...address, id }))
      )
  }
})
