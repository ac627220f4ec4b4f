import { MemoryMessenger } from "@dualops/adapter-memory"
import { Actor } from "@dualops/core/process"
import { MessengerSuite, type Trouble } from "@dualops/core/testing"
import { Effect, Layer } from "effect"
import LinkifyIt from "linkify-it"

const linkify = new LinkifyIt()

const ends = {
  refused: { end: "Refused", out: false },
  unauthorised: { end: "Unauthorised", out: false },
  busy: { end: "TryLater", out: false },
  "lost before": { end: "Unknown", out: false },
  "lost after": { end: "Unknown", out: true }
} as const

const stage = Layer.effect(
  MessengerSuite.Stage,
  Effect.map(MemoryMessenger.MemoryPeople, ({ fates, told }) => ({
    person: { person: Actor.PersonId.make("lin"), name: "林晓", contact: { phone: "000-0000-0001" } },
    address: "lin",
    next: (trouble: Trouble.Trouble) => Effect.sync(() => void fates.push(ends[trouble])),
    refusal: "memory",
    record: Effect.sync(() =>
      told.map(({ text, to }) => ({
        alerts: [to, ...Array.from(text.matchAll(/@\S+/g), ([name]) => name)],
        text,
        links: (linkify.match(text) ?? []).map(({ url }) => url)
      }))
    ),
    tooLong: 3_000,
    secrets: ["there is none"]
  }))
)

MessengerSuite.suite(
  "MemoryMessenger",
  Layer.merge(stage, MemoryMessenger.layer).pipe(Layer.provide(MemoryMessenger.people))
)
