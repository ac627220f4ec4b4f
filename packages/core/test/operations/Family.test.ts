import { MemoryStore } from "@dualops/adapter-memory"
import { UnclaimedOutcomeProcess } from "@dualops/core/attention"
import { Caseload, Editions, Operations, Worker } from "@dualops/core/operations"
import { Actor, Calendars, Case, Process } from "@dualops/core/process"
import { FamilyLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { cast, Gift, Giveaway } from "../process/Giveaway.ts"
import { nine } from "./house.ts"

FamilyLaws.suite("a giveaway", FamilyLaws.member(Giveaway, cast), {
  store: () => MemoryStore.layer,
  children: [FamilyLaws.member(Gift, { people: cast.people, settings: [{}] })],
  schedules: process.env.CI === undefined ? 100 : 1_000
})
