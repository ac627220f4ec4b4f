import { HubSpotDesk } from "@dualops/adapter-crm"
import { FanId } from "@dualops/core/account"
import { CustomerDesk, DeskKey, type Ticket } from "@dualops/core/customer-desk"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Layer } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { make } from "./hubspot/FakeHubSpot.ts"
import * as Stage from "./hubspot/stage.ts"

const use = <A, E>(layer: Layer.Layer<CustomerDesk>, body: (desk: CustomerDesk["Service"]) => Effect.Effect<A, E>) =>
  Effect.provide(CustomerDesk.use(body), layer)
const json = (value: unknown, status: number) => new Response(JSON.stringify(value), { status })

const opening: Ticket.Opening = {
  key: DeskKey.of("complaint:1"),
  customer: { fan: FanId.make("1669879400"), name: "迪丽热巴" },
  subject: "电池",
  text: "充不满",
  priority: "normal"
}
describe("The feed of HubSpot", () => {
  const deskOf = (fake: ReturnType<typeof make>) =>
    HubSpotDesk.layer(Stage.settings(fake.token)).pipe(
      Layer.provide(Layer.succeed(HttpClient.HttpClient, Stage.clientOf(fake)))
    )

  it.live("hears of tickets that all were changed at one moment, however many (airbyte#43317, estuary#2100)", () =>
    Effect.gen(function* () {
      const fake = make()
      const tickets = 450
      yield* use(deskOf(fake), (desk) =>
        Effect.gen(function* () {
          for (let index = 0; index < tickets; index++)
            yield* desk.openTicket({ ...opening, key: DeskKey.of(`many:${index}`) })
          const kept = [...(fake.kinds.get("tickets")?.values() ?? [])]
          for (const { id: one } of kept) Stage.move(fake, one, "4")
          // A mass change of the portal's own has one moment for all.
          const moment = new Date().toISOString()
          for (const one of kept) {
            const [first] = one.history.hs_pipeline_stage ?? []
            if (first !== undefined) first.timestamp = moment
            one.seen.push({ at: Date.parse(moment), properties: { ...one.properties, hs_lastmodifieddate: moment } })
          }
          yield* Effect.sleep("5 millis")
          const heard = new Set<string>()
          let read = yield* desk.changesSince(undefined)
          for (const { ticket } of read.changes) heard.add(ticket)
          while (read.more) {
            read = yield* desk.changesSince(read.cursor)
            for (const { ticket } of read.changes) heard.add(ticket)
          }
          assert.strictEqual(heard.size, tickets)
          assert.deepEqual((yield* desk.changesSince(read.cursor)).changes, [])
        })
      )
      assert.deepEqual(fake.violations, [])
    })
  )

  it.live("hears what search finds late, though others were found before it (supaglue#665)", () =>
    Effect.gen(function* () {
      const fake = make()
      yield* use(deskOf(fake), (desk) =>
        Effect.gen(function* () {
          const one = yield* desk.openTicket(opening)
          const two = yield* desk.openTicket({ ...opening, key: DeskKey.of("complaint:2") })
          Stage.move(fake, one.ticket, "3")
          const late = fake.kinds.get("tickets")?.get(one.ticket)
          const hidden = late?.seen.splice(0)
          Stage.move(fake, two.ticket, "4")
          yield* Effect.sleep("5 millis")
          const first = yield* desk.changesSince(undefined)
          assert.deepEqual(
            first.changes.map(({ ticket }) => ticket),
            [two.ticket]
          )
          late?.seen.push(...(hidden ?? []))
          const second = yield* desk.changesSince(first.cursor)
          assert.deepEqual(
            second.changes.map(({ ticket }) => ticket),
            [one.ticket]
          )
          assert.deepEqual((yield* desk.changesSince(second.cursor)).changes, [])
        })
      )
    })
  )

  it.live("is told how long to wait by the limit that was met", () =>
    Effect.gen(function* () {
      for (const [policyName, seconds] of [
        ["SECONDLY", 1],
        ["TEN_SECONDLY_ROLLING", 10],
        ["DAILY", 3_600]
      ] as const) {
        const busy = HttpClient.make((request) =>
          Effect.succeed(
            HttpClientResponse.fromWeb(
              request,
              json({ status: "error", errorType: "RATE_LIMIT", policyName, message: "x" }, 429)
            )
          )
        )
        const layer = HubSpotDesk.layer(Stage.settings("pat-of-the-tests")).pipe(
          Layer.provide(Layer.succeed(HttpClient.HttpClient, busy))
        )
        const failure = yield* Effect.flip(use(layer, (desk) => desk.changesSince(undefined)))
        assert.strictEqual(failure._tag, "Reading.TryLater")
        const after = failure._tag === "Reading.TryLater" ? failure.after : undefined
        assert.strictEqual(after && Duration.toSeconds(after), seconds)
      }
    })
  )
})
