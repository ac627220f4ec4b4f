/** Stores of observations on which laws are tried, with how many runs each is worth. */
import { MemoryObservationStore } from "@dualops/adapter-memory"
import { NodeSqlite, SqlObservationStore } from "@dualops/adapter-sql"
import type { FanId } from "@dualops/core/account"
import { ObservationStore, Observations } from "@dualops/core/observations"
import { Layer } from "effect"

export const stores: ReadonlyArray<
  readonly [name: string, numRuns: number, Layer.Layer<ObservationStore.ObservationStore, unknown>]
> = [
  ["in memory", 60, MemoryObservationStore.layer],
  ["on SQLite", 20, SqlObservationStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename: ":memory:" })))]
]

/** Erases a fan; by another program, this one hears nothing of it. */
export const erase = (fan: FanId, isElsewhere: boolean) =>
  isElsewhere ? ObservationStore.ObservationStore.use((store) => store.erase(fan)) : Observations.erase(fan)
