import { HubSpotDesk, RequestTrackerDesk } from "@dualops/adapter-crm"
import { FanId } from "@dualops/core/account"
import { CustomerDesk, DeskKey } from "@dualops/core/customer-desk"
import { afterAll, assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { HttpClient } from "effect/http"
import { make } from "../hubspot/FakeHubSpot.ts"
import * as Stage from "../hubspot/stage.ts"
import { isThere } from "../rt/server.ts"
import * as Rt from "../rt/stage.ts"
import { client, fine, under, Weather } from "../troubled.ts"
import { isBad, named } from "./judging.ts"
import { hear, story, whole } from "./story.ts"

const seeds = (many: number) => Array.from({ length: many }, (_, seed) => seed + 1)

describe("Under 300 schedules of lost answers, failures and refusals to be hurried", () => {
  it.live("the desk on HubSpot has one ticket and one note of each key, and each change is heard once", () =>
    Effect.gen(function* () {
      const wrong = yield* Effect.forEach(
        seeds(300),
        (seed) => {
          const fake = make({ lag: 5 })
          const world = Layer.effect(
            HttpClient.HttpClient,
            Effect.map(Weather, (weather) => under(Stage.clientOf(fake), weather))
          ).pipe(Layer.provideMerge(fine))
          const shown = (key: DeskKey.DeskKey) => Effect.sync(() => Stage.shown(fake, key))
          return whole(seed, { shown, complaints: 1 }).pipe(
            Effect.provide(HubSpotDesk.layer(Stage.settings(fake.token)).pipe(Layer.provideMerge(world))),
            Effect.tap(() => Effect.sync(() => assert.deepEqual(fake.violations, []))),
            named(seed)
          )
        },
        { concurrency: 10 }
      )
      isBad(wrong, 3_000)
    })
  )
})

afterAll(Rt.close)

/** How many schedules a real Request Tracker goes through: it takes a tenth of a second for each request. */
const schedules = Number(process.env.DUALOPS_RT_SCHEDULES ?? 25)

const shown = (key: DeskKey.DeskKey) => Effect.promise(() => Rt.shown(key))

/** A program of its own: what it knows of turns, no other does. */
const desk = Layer.unwrap(Effect.map(Rt.settings, (known) => RequestTrackerDesk.layer(known))).pipe(
  Layer.provideMerge(client),
  Layer.provideMerge(fine)
)

const openingOf = (key: DeskKey.DeskKey) => ({
  key,
  customer: { fan: FanId.make("1669879400"), name: "迪丽热巴" },
  subject: "电池",
  text: "充不满",
  priority: "normal" as const
})

describe.skipIf(!isThere)("A real Request Tracker", () => {
  it.live(
    "has one ticket and one note of each key in bad weather, and each change is heard once",
    () =>
      Effect.gen(function* () {
        const told = yield* Effect.forEach(
          seeds(schedules),
          (seed) => story(seed, { shown, complaints: 1, oneOf: 8 }).pipe(Effect.provide(desk), named(seed)),
          { concurrency: 4 }
        )
        const tickets = told.flatMap((one) => one.tickets)
        const heard = yield* Effect.provide(hear(1, tickets, 8), desk)
        const wrong = [...told.map((one) => one.wrong), heard]
        isBad(wrong, schedules)
      }),
    // For what hangs; each takes a few seconds at most.
    60_000 + schedules * 10_000
  )

  it.live(
    "that is killed and started again in the middle loses and doubles nothing",
    () =>
      Effect.gen(function* () {
        const server = yield* Effect.promise(Rt.open)
        const restarts = Effect.forEach([1, 2], () =>
          Effect.andThen(
            Effect.sleep("300 millis"),
            Effect.promise(() => server.restart())
          )
        )
        const meanwhile = Effect.asVoid(restarts)
        const { tickets } = yield* story(9_001, { shown, complaints: 6, oneOf: 20, meanwhile }).pipe(
          Effect.provide(desk)
        )
        yield* Effect.provide(hear(9_002, tickets, 20), desk)
      }),
    // For what hangs: on a busy machine a server that starts again takes its time.
    600_000
  )

  it.live("has one ticket of a key that several programs open at once, whatever number they were told", () =>
    Effect.gen(function* () {
      for (const round of [1, 2, 3]) {
        const key = DeskKey.of(`several:${Date.now()}:${round}`)
        const open = CustomerDesk.use((one) => one.openTicket(openingOf(key)))
        const opened = yield* Effect.all(
          Array.from({ length: 6 }, () => open.pipe(Effect.retry({ times: 20 }), Effect.provide(desk))),
          { concurrency: "unbounded" }
        )
        // Whoever looks next sees to it that one is left.
        const { created, ticket } = yield* Effect.provide(open, desk)
        assert.isFalse(created)
        assert.lengthOf(yield* shown(key), 1)
        for (const one of opened) {
          const now = yield* CustomerDesk.use((its) => its.ticket(one.ticket)).pipe(Effect.provide(desk))
          assert.strictEqual(now.id, ticket)
        }
      }
    })
  )
})
