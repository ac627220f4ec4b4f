/**
 * Server-sent events for a page that is open: that something has moved which its person sees, and nothing of what. The page asks for itself anew, and sees
 * what it may.
 *
 * @module
 */
import { type EventLog, Handbooks } from "@dualops/core/operations"
import type { Actor } from "@dualops/core/process"
import { DateTime, Duration, Effect, Stream } from "effect"
import { HttpServerResponse } from "effect/http"
import type { House, Needs } from "../house/House.ts"
import type { Moves } from "./Moves.ts"

/** The answer: a stream that ends after a while, so that the door is asked again. */
export const answer = Effect.fnUntraced(function* (house: House, moves: Moves, person: Actor.Person, after: number) {
  const needs = yield* Effect.context<Needs>()
  const mine = new Set(house.caseload.processes.map(({ name }) => name))
  const lines = moves.after(after).pipe(
    Stream.mapEffect((batch) =>
      Effect.map(Effect.provide(isSeen(batch, mine, person), needs), (seen) => ({ batch, seen }))
    ),
    Stream.filter(({ seen }) => seen),
    Stream.map(({ batch }) => `id: ${batch.at(-1)?.position}\nevent: moved\ndata: 1\n\n`)
  )
  // A proxy closes what is silent for long.
  const alive = Stream.map(Stream.tick(Duration.seconds(20)), () => ": here\n\n")
  const all = Stream.merge(lines, alive).pipe(Stream.interruptWhen(Effect.sleep(longest)), Stream.encodeText)
  return HttpServerResponse.stream(Stream.orDie(all), {
    contentType: "text/event-stream",
    headers: { "cache-control": "no-store", "x-accel-buffering": "no", "x-content-type-options": "nosniff" }
  })
})

const longest = Duration.minutes(10)

/** Whether there is something among it that the person sees: by the handbook that the case belongs to. */
const isSeen = Effect.fnUntraced(function* (
  batch: ReadonlyArray<EventLog.Entry>,
  processes: ReadonlySet<string>,
  person: Actor.Person
) {
  const versions = new Set(batch.flatMap(({ event, process }) => (processes.has(process) ? [versionOf(event)] : [])))
  const found = yield* Handbooks.ofVersions(versions)
  const now = yield* DateTime.now
  return [...found.values()].some(({ today }) => Handbooks.sees(today, person, now))
})

const versionOf = (event: unknown): string => String(Reflect.get(Object(event), "handbook") ?? "")
