/**
 * `PersonalKeys` in memory, for tests and simulations: their chance is that of the fibre, and when the process ends, everything that was sealed is erased.
 *
 * @module
 */
import { type PersonalKey, PersonalKeys } from "@dualops/core/personal-data"
import type { Case } from "@dualops/core/process"
import { DateTime, Effect, Layer, Random } from "effect"

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
      Effect.gen(function* () {
        const { epochMilliseconds: madeAt } = yield* DateTime.now
        const [name, bytes] = [yield* chance(16), Uint8Array.from(yield* chance(32))]
        const id = name.map((byte) => byte.toString(16).padStart(2, "0")).join("")
        const found = kept.get(nameOf(address)) ?? { id, bytes, address, madeAt }
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

const chance = (bytes: number) =>
  Effect.all(Array.from({ length: bytes }, () => Random.nextIntBetween(0, 256, { halfOpen: true })))
