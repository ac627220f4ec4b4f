/** A house that was read and found right, for tests of what it draws on; it is never started. */
import { MemoryDrawRecords, MemoryObservationStore, MemoryRedemptions, MemoryStore } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core"
import type { Handbook } from "@dualops/core/handbook"
import { Editions } from "@dualops/core/operations"
import { Edition, Practices } from "@dualops/core/practices"
import { Layer, Redacted, Schema } from "effect"
import type { Ready } from "../src/run/Reading.ts"
import { Settings } from "../src/run/Settings.ts"

const basic = {
  handbook: "handbook.yaml",
  store: "store.sqlite",
  weibo: { token: "WEIBO_TOKEN", rip: "127.0.0.1" },
  desk: { door: "local" }
}

/** The settings of a house, with these beside what every house has. */
export const settingsOf = (more: object) => Schema.decodeUnknownSync(Settings)({ ...basic, ...more })

/** A house by its handbook, these settings, and the values of the variables that they name. */
export const readyOf = (
  handbook: Handbook.Handbook,
  more: object,
  values: Readonly<Record<string, string | object>>
): Ready => ({
  folder: ".",
  settings: settingsOf(more),
  emulated: false,
  port: 0,
  handbook,
  practices: Practices.house,
  carriers: [],
  secret: (name) => {
    const value = values[name] ?? ""
    return Redacted.make(typeof value === "string" ? value : JSON.stringify(value))
  }
})

/** What it works on, in memory. */
export const worldOf = (handbook: Handbook.Handbook) =>
  Layer.mergeAll(
    MemoryStore.layer,
    MemoryRedemptions.layer,
    MemoryDrawRecords.layer,
    MemoryObservationStore.layer,
    Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays))
  )
