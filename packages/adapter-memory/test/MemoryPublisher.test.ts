import { MemoryPublisher } from "@dualops/adapter-memory"
import { AccountId } from "@dualops/core/account"
import { Writing } from "@dualops/core/operations"
import { PublisherSuite, type Trouble } from "@dualops/core/testing"
import { Effect, Layer } from "effect"

const detail = "the suite wants it so"

const fates: Readonly<Record<Trouble.Trouble, MemoryPublisher.Fate>> = {
  refused: { failure: new Writing.Refused({ code: "20021", detail }), out: false },
  unauthorised: { failure: new Writing.Unauthorised({ code: "21327", detail }), out: false },
  busy: { failure: new Writing.TryLater({ code: "10009", detail }), out: false },
  "lost before": { failure: new Writing.Unknown({ code: "connection", detail }), out: false },
  "lost after": { failure: new Writing.Unknown({ code: "timeout", detail }), out: true }
}

const stage = Layer.effect(
  PublisherSuite.Stage,
  Effect.map(MemoryPublisher.Platform, (platform) => ({
    account: AccountId.make("1902538057"),
    text: (number: number) => `今天的第 ${number} 条 https://brand.example/${number} `,
    next: (trouble: Trouble.Trouble) => platform.next(fates[trouble]),
    nextRepost: (trouble: Trouble.Trouble) => platform.next(fates[trouble]),
    record: platform.posts
  }))
)

PublisherSuite.suite("MemoryPublisher", Layer.provideMerge(stage, MemoryPublisher.layer))
