/**
 * `Messenger` in memory: what people are told is kept, as they would read it in Chinese.
 *
 * @module
 */
import { MessageText, Messenger } from "@dualops/core/messaging"
import { Writing } from "@dualops/core/operations"
import type { Actor } from "@dualops/core/process"
import { Context, Duration, Effect, Layer } from "effect"
import type { Fate } from "./MemoryFans.ts"

/** What one person was told. */
export interface Told {
  readonly to: Actor.PersonId
  readonly text: string
  readonly acts: ReadonlyArray<string>
}

/** What people were told, open to whoever arranges a test or an example. */
export class MemoryPeople extends Context.Service<
  MemoryPeople,
  {
    /** In the order in which they were told. */
    readonly told: Array<Told>
    /** The next messages meet these fates, one each. */
    readonly fates: Array<Fate>
  }
>()("@dualops/adapter-memory/MemoryPeople") {}

/** Nobody has been told anything yet. */
export const people: Layer.Layer<MemoryPeople> = Layer.sync(MemoryPeople, () => ({ told: [], fates: [] }))

/** Bytes of the longest message. */
const longest = 2_048

/** Tells the people in memory, whoever has any contact. */
export const layer: Layer.Layer<Messenger.Messenger, never, MemoryPeople> = Layer.effect(
  Messenger.Messenger,
  Effect.map(MemoryPeople, ({ fates, told }) => ({
    tell: Effect.fnUntraced(function* ({ matters, to }: Messenger.Message) {
      if (Object.keys(to.contact).length === 0) return yield* Messenger.noAddress(to, "anything")
      const fits = (lines: ReadonlyArray<MessageText.Line>) => MessageText.bytesOf(MessageText.joined(lines)) <= longest
      const lines = MessageText.fit(matters, "zh", fits)
      if (lines === undefined)
        return yield* new Writing.Refused({ code: "too-long", detail: "the addresses alone are" })
      const fate = fates.shift()
      if (fate === undefined || fate.out) {
        told.push({ to: to.person, text: MessageText.joined(lines), acts: lines.map(({ act }) => act) })
      }
      if (fate === undefined) return
      const facts = { code: "memory", detail: "it was to be so" }
      return yield* fate.end === "TryLater"
        ? new Writing.TryLater({ ...facts, after: Duration.minutes(1) })
        : Effect.fail(new Writing[fate.end](facts))
    })
  }))
)
