/** What a house draws on in the company: the desk of customer service, draws, and tills, as the settings of `dualops run` name them. */

import { readFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { MemoryDrawRecords, MemoryObservationStore, MemoryRedemptions, MemoryStore } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core"
import { FanId } from "@dualops/core/account"
import { Redemptions } from "@dualops/core/codes"
import { DeskKey } from "@dualops/core/customer-desk"
import { HandbookFile } from "@dualops/core/files"
import { type Carrier, Editions } from "@dualops/core/operations"
import { Edition, Practices } from "@dualops/core/practices"
import { Case } from "@dualops/core/process"
import { SampleCodes } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Redacted, Result, Schema } from "effect"
import { make } from "../../adapter-crm/test/hubspot/FakeHubSpot.ts"
import * as Portal from "../../adapter-crm/test/hubspot/stage.ts"
import type { Ready } from "../src/run/Reading.ts"
import * as ResourceSettings from "../src/run/ResourceSettings.ts"
import * as Resources from "../src/run/Resources.ts"
import { Settings } from "../src/run/Settings.ts"

const text = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const handbookOf = (written: string) => Result.getOrThrow(HandbookFile.read("handbook.yaml", written))
const atDesks = text.replace("\ncomplaints:\n", "\ncomplaints:\n  desks: [customer-service]\n")
const basic = {
  handbook: "handbook.yaml",
  store: "store.sqlite",
  weibo: { token: "WEIBO_TOKEN", rip: "127.0.0.1" },
  desk: { door: "local" }
}
const settingsOf = (more: object) => Schema.decodeUnknownSync(Settings)({ ...basic, ...more })

const free = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const token = "the-token-of-nanjing-road-which-is-long-enough"
const handbook = handbookOf(atDesks)
const world = Layer.mergeAll(
  MemoryStore.layer,
  MemoryRedemptions.layer,
  MemoryDrawRecords.layer,
  MemoryObservationStore.layer,
  Editions.layer(Edition.edition(handbook, ChineseHolidays.holidays))
)

describe("What a house draws on in the company", () => {
  it.live("is reached as the settings name it: tickets are opened once, and codes redeemed once", () =>
    Effect.gen(function* () {
      const portal = make()
      const url = yield* Portal.serve(portal)
      const port = yield* Effect.promise(free)
      const values = new Map([
        ["CRM", JSON.stringify({ ...Portal.settings(portal.token), token: portal.token, url })],
        ["CODES", Redacted.value(SampleCodes.secret)],
        ["DRAWS", "thirty-two characters, and a few more"],
        ["TILL", token]
      ])
      const ready: Ready = {
        folder: ".",
        settings: settingsOf({
          customerDesk: { hubspot: "CRM" },
          draws: { secret: "DRAWS" },
          codes: { secret: "CODES", tills: { port, of: { "nanjing-road": { token: "TILL" } } } }
        }),
        emulated: false,
        port: 0,
        handbook,
        practices: Practices.house,
        carriers: [],
        secret: (name) => Redacted.make(values.get(name) ?? "")
      }
      const carriers: ReadonlyArray<Carrier.AnyCarrier<Redemptions>> = (yield* Resources.carriers(
        ready,
        () => Effect.void
      )) as never
      assert.deepStrictEqual(
        carriers.map(({ kind }) => kind.name),
        ["keepCodes", "PrepareDraw", "FreezeDraw", "DrawLots", "OpenTicket"]
      )
      const open = carriers.find(({ kind }) => kind.name === "OpenTicket")
      const asked = { process: "Referral", case: Case.CaseId.make("one") }
      const opening = {
        customer: { fan: FanId.make("2489518277"), name: "小林" },
        subject: "杯盖漏水",
        text: "第三次了",
        priority: "weibo first"
      }
      for (const _ of ["once", "again"]) yield* open?.carry(opening as never, "key of one", asked) ?? Effect.die("none")
      assert.deepStrictEqual(
        Portal.shown(portal, DeskKey.of("key of one")).map(({ subject }) => subject),
        ["杯盖漏水"]
      )

      const terms = SampleCodes.terms(yield* DateTime.now)
      yield* Redemptions.use((redemptions) => redemptions.keep(terms))
      const redeem = (key: string) =>
        Effect.promise(() =>
          fetch(`http://127.0.0.1:${port}/redeem`, {
            method: "POST",
            headers: { authorization: `Bearer ${token}`, "idempotency-key": key, "content-type": "application/json" },
            body: JSON.stringify({ code: SampleCodes.codeOf(terms, 7) })
          })
        )
      assert.deepStrictEqual([(yield* redeem("order 1")).status, (yield* redeem("order 2")).status], [200, 409])
    }).pipe(Effect.scoped, Effect.provide(world))
  )

  it("is asked for where the handbook counts on it, unless a carrier of one's own does it", () => {
    const drawing = handbookOf(
      `${atDesks}\ndraws:\n${["attention", "settlesWithin", "tellWithin", "claimWithin", "sendWithin", "arriveWithin"]
        .map((name) => `  ${name}: { time: 2 days, calendar: always }\n`)
        .join("")}`
    )
    const lacking = (more: object, own: ReadonlyArray<string> = []) =>
      ResourceSettings.lacking(
        drawing,
        settingsOf(more),
        own.map((name) => ({ kind: { name } }) as Carrier.AnyCarrier<never>)
      ).map(({ path }) => path)
    assert.deepStrictEqual(lacking({}), ["customerDesk", "draws"])
    assert.deepStrictEqual(lacking({ customerDesk: { requestTracker: "RT" }, draws: { secret: "DRAWS" } }), [])
    assert.deepStrictEqual(lacking({}, ["OpenTicket", "DrawLots"]), [])
    assert.deepStrictEqual(ResourceSettings.lacking(handbookOf(text), settingsOf({}), []), [])
  })

  it("is none where a variable does not hold its settings, of which nothing is said", () => {
    const wrong = (value: string) => ResourceSettings.wrong({ requestTracker: "RT" }, { RT: value })
    assert.isEmpty(wrong(JSON.stringify({ url: "https://desk.brand.example", token: "1-23-4", queue: "Weibo" })))
    const [one, ...others] = wrong(
      JSON.stringify({ url: "http://desk.brand.example", token: "1-23-4", queue: "Weibo" })
    )
    assert.isEmpty(others)
    assert.strictEqual(one?.path, "customerDesk")
    assert.notInclude(JSON.stringify(one), "1-23-4")
  })
})
