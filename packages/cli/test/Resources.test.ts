/** What a house draws on in the company: the desk of customer service, draws, and tills, as the settings of `dualops run` name them. */

import { readFileSync } from "node:fs"
import { FanId } from "@dualops/core/account"
import { Redemptions } from "@dualops/core/codes"
import { DeskKey } from "@dualops/core/customer-desk"
import { HandbookFile } from "@dualops/core/files"
import type { Carrier } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { SampleCodes } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Redacted, Result } from "effect"
import { make } from "../../adapter-crm/test/hubspot/FakeHubSpot.ts"
import * as Portal from "../../adapter-crm/test/hubspot/stage.ts"
import * as Crm from "../src/run/Crm.ts"
import * as ResourceSettings from "../src/run/ResourceSettings.ts"
import * as Resources from "../src/run/Resources.ts"
import { readyOf, settingsOf, worldOf } from "./ready.ts"

const text = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const handbookOf = (written: string) => Result.getOrThrow(HandbookFile.read("handbook.yaml", written))
const atDesks = text.replace("\ncomplaints:\n", "\ncomplaints:\n  desks: [customer-service]\n")
const token = "the-token-of-nanjing-road-which-is-long-enough"
const handbook = handbookOf(atDesks)
describe("What a house draws on in the company", () => {
  it.live("is reached as the settings name it: tickets are opened once, and codes redeemed once", () =>
    Effect.gen(function* () {
      const portal = make()
      const url = yield* Portal.serve(portal)
      const settings = {
        customerDesk: { hubspot: "CRM" },
        draws: { secret: "DRAWS" },
        codes: { secret: "CODES", tills: { port: 0, of: { "nanjing-road": { token: "TILL" } } } }
      }
      const ready = readyOf(handbook, settings, {
        CRM: { ...Portal.settings(portal.token), token: portal.token, url },
        CODES: Redacted.value(SampleCodes.secret),
        DRAWS: "thirty-two characters, and a few more",
        TILL: token
      })
      const told: Array<string> = []
      const carriers = yield* Resources.carriers(ready, ({ en }) => Effect.sync(() => void told.push(en)))
      const [till] = /http:\/\/127\.0\.0\.1:\d+/.exec(told.join()) ?? []
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
      // What it is asked, only its own kind knows.
      for (const _ of ["once", "again"]) yield* open?.carry(opening as never, "key of one", asked) ?? Effect.die("none")
      assert.deepStrictEqual(
        Portal.shown(portal, DeskKey.of("key of one")).map(({ subject }) => subject),
        ["杯盖漏水"]
      )

      const terms = SampleCodes.terms(yield* DateTime.now)
      yield* Redemptions.use((redemptions) => redemptions.keep(terms))
      const redeem = (key: string) =>
        Effect.promise(() =>
          fetch(`${till}/redeem`, {
            method: "POST",
            headers: { authorization: `Bearer ${token}`, "idempotency-key": key, "content-type": "application/json" },
            body: JSON.stringify({ code: SampleCodes.codeOf(terms, 7) })
          })
        )
      assert.deepStrictEqual([(yield* redeem("order 1")).status, (yield* redeem("order 2")).status], [200, 409])
    }).pipe(Effect.scoped, Effect.provide(worldOf(handbook)))
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
    const wrong = (value: string) => Crm.wrong("customerDesk", { requestTracker: "RT" }, { RT: value })
    assert.isEmpty(wrong(JSON.stringify({ url: "https://desk.brand.example", token: "1-23-4", queue: "Weibo" })))
    const [one, ...others] = wrong(
      JSON.stringify({ url: "http://desk.brand.example", token: "1-23-4", queue: "Weibo" })
    )
    assert.isEmpty(others)
    assert.strictEqual(one?.path, "customerDesk")
    assert.notInclude(JSON.stringify(one), "1-23-4")
  })
})
