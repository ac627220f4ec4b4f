/** Desks that answer wrongly: what they say is refused or shown as what it is, and never guessed. */
import { HubSpotDesk, RequestTrackerDesk, RtApi, Secret } from "@dualops/adapter-crm"
import { FanId } from "@dualops/core/account"
import { CustomerDesk, DeskKey, Ticket } from "@dualops/core/customer-desk"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Exit, Layer, Schema } from "effect"
import { HttpClient, type HttpClientRequest, HttpClientResponse } from "effect/http"
import { make } from "./hubspot/FakeHubSpot.ts"
import * as Stage from "./hubspot/stage.ts"

const token = "1-29-0123456789abcdef"
const settings = Schema.decodeUnknownSync(RtApi.Settings)({
  url: "https://rt.brand.example",
  token,
  queue: "Weibo Complaints"
})

interface Asked {
  readonly request: HttpClientRequest.HttpClientRequest
  readonly url: URL
}

/** A Request Tracker of whom every answer is written in the test. */
const scripted = (answer: (asked: Asked) => Response, asked: Array<Asked> = []) =>
  RequestTrackerDesk.layer(settings).pipe(
    Layer.provide(
      Layer.succeed(
        HttpClient.HttpClient,
        HttpClient.make((request, url) =>
          Effect.sync(() => {
            asked.push({ request, url })
            return HttpClientResponse.fromWeb(request, answer({ request, url }))
          })
        )
      )
    )
  )

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })
const use = <A, E>(layer: Layer.Layer<CustomerDesk>, body: (desk: CustomerDesk["Service"]) => Effect.Effect<A, E>) =>
  Effect.provide(CustomerDesk.use(body), layer)

const opening: Ticket.Opening = {
  key: DeskKey.of("complaint:1"),
  customer: { fan: FanId.make("1669879400"), name: "迪丽热巴" },
  subject: "电池",
  text: "充不满",
  priority: "normal"
}
const id = Ticket.TicketId.make("7")
const ticketOf = (more: object) => ({
  id: 7,
  Status: "open",
  Subject: "电池",
  Priority: "50",
  Requestor: [{ id: "weibo-1669879400" }],
  CustomFields: [{ name: "Weibo Key", values: ["complaint:1"] }],
  ...more
})
const fields = { TicketCustomFields: ["Weibo Key", "Weibo Post", "Weibo Interaction"].map((name) => ({ name })) }

describe("A Request Tracker that answers wrongly", () => {
  it.live("about another ticket is shown as that ticket, with whose it is", () =>
    Effect.gen(function* () {
      const other = ticketOf({ id: 9, Requestor: [{ id: "weibo-42" }, { id: "root" }, { id: "WEIBO-43" }, 7, null] })
      const ticket = yield* use(
        scripted(() => json(other)),
        (desk) => desk.ticket(id)
      )
      assert.deepEqual([ticket.id, ...ticket.fans], ["9", "42"])
    })
  )

  it.live("with the ticket of another customer under the key is refused, and nothing is written", () =>
    Effect.gen(function* () {
      const asked: Array<Asked> = []
      const desk = scripted(({ url }) => {
        if (url.pathname.endsWith("/tickets")) return json({ items: [{ id: "7", EffectiveId: "7" }] })
        return json(url.pathname.includes("/queue/") ? fields : ticketOf({ Requestor: [{ id: "weibo-16698794000" }] }))
      }, asked)
      const failure = yield* Effect.flip(use(desk, (one) => one.openTicket(opening)))
      assert.deepInclude(failure, { _tag: "Writing.Refused", code: "another-customer" })
      assert.deepEqual(
        asked.filter(({ request }) => request.method !== "GET"),
        []
      )
    })
  )

  it.live("in statuses and priorities of its own is shown in its own words", () =>
    Effect.gen(function* () {
      for (const Status of ["rejected", "Resolved", "已解决", "constructor", "__proto__", ""]) {
        const ticket = yield* use(
          scripted(() => json(ticketOf({ Status, Priority: "77" }))),
          (desk) => desk.ticket(id)
        )
        assert.deepEqual(ticket.standing, { status: "other", says: Status })
        assert.notProperty(ticket, "priority")
      }
    })
  )

  it.live("in broken bytes, halves of characters or other forms never breaks the reader", () =>
    Effect.gen(function* () {
      const bytes = new TextEncoder().encode(JSON.stringify(ticketOf({ Subject: "XX" })))
      const at = new TextDecoder().decode(bytes).indexOf("XX")
      // An index of characters, where all before it have one byte each.
      const prefix = new TextEncoder().encode(new TextDecoder().decode(bytes).slice(0, at)).length
      bytes.set([0xff, 0xc3], prefix)
      const broken = yield* use(
        scripted(() => new Response(bytes)),
        (desk) => desk.ticket(id)
      )
      assert.strictEqual(broken.subject, "��")
      const odd = '{"id":7,"Status":"open","Subject":"\\ud83d \\u0000","CustomFields":"","Requestor":{"id":"weibo-42"}}'
      const shown = yield* use(
        scripted(() => new Response(odd)),
        (desk) => desk.ticket(id)
      )
      assert.deepEqual(shown.fans, [FanId.make("42")])
      assert.notProperty(shown, "key")
      const none = ["", "null", "[]", "{}", "7", '{"id":{},"Status":7}', "<html>", "\ufeff{", `${"[".repeat(5_000)}`]
      for (const text of none) {
        const failure = yield* Effect.flip(
          use(
            scripted(() => new Response(text)),
            (desk) => desk.ticket(id)
          )
        )
        assert.strictEqual(failure._tag, "Reading.TryLater", text.slice(0, 20))
      }
    })
  )

  it.live("by leading elsewhere, to a page on which people log in, wants another grant", () =>
    Effect.gen(function* () {
      const headers = { location: "https://evil.example/" }
      const asked: Array<Asked> = []
      const led = scripted(() => new Response("", { status: 302, headers }), asked)
      const failure = yield* Effect.flip(use(led, (desk) => desk.ticket(id)))
      assert.strictEqual(failure._tag, "Reading.Unauthorised")
      assert.deepEqual(
        asked.map(({ url }) => url.host),
        ["rt.brand.example"]
      )
      const sent = asked[0]?.request.headers
      assert.notInclude(String(sent?.["user-agent"]), "Mozilla")
      assert.strictEqual(sent?.authorization, `token ${token}`)
      assert.notInclude(String(asked[0]?.url), token)
    })
  )

  it.live("with the token in what it says does not get it into a failure", () =>
    Effect.gen(function* () {
      for (const status of [400, 401, 403, 404, 429, 500]) {
        const echoing = scripted(() => json({ message: `no: token ${token}, ${btoa(token)}` }, status))
        const exit = yield* Effect.exit(use(echoing, (desk) => desk.ticket(id)))
        assert.isTrue(Exit.isFailure(exit))
        assert.notInclude(JSON.stringify(exit), token)
        assert.notInclude(JSON.stringify(exit), btoa(token))
      }
    })
  )

  it.live("without the key that it was given is unknown, and not done", () =>
    Effect.gen(function* () {
      const forgetful = scripted(({ request, url }) => {
        if (url.pathname.includes("/queue/")) return json(fields)
        if (url.pathname.endsWith("/tickets")) return json({ items: [] })
        if (url.pathname.includes("/user/"))
          return json({ Name: "weibo-1669879400", CustomFields: [{ name: "Weibo UID", values: ["1669879400"] }] })
        return request.method === "POST" ? json({ id: "7", type: "ticket" }, 201) : json(ticketOf({}))
      })
      const failure = yield* Effect.flip(use(forgetful, (desk) => desk.openTicket(opening)))
      assert.deepInclude(failure, { _tag: "Writing.Unknown", code: "key-lost" })
    })
  )
})

describe("The list of what was done on Request Tracker", () => {
  const transaction = (number: number, more: object = {}) => ({
    id: String(number),
    ObjectId: "7",
    Type: "Status",
    OldValue: "new",
    NewValue: "open",
    Created: "2026-11-22T22:00:00Z",
    ...more
  })
  /** Answers as Request Tracker does: those above a number, a page of them, without saying how many there are. */
  const listOf = (all: Array<object & { id: string }>) =>
    scripted(({ url }) => {
      const above = Number(/AND id > (\d+)$/.exec(url.searchParams.get("query") ?? "")?.[1])
      const items = all.filter((one) => Number(one.id) > above).sort((one, other) => Number(one.id) - Number(other.id))
      return json({ items: items.slice(0, 100), total: null, pages: null, count: Math.min(items.length, 100) })
    })

  it.live("is read to its end, though it says neither its length nor its pages (python-rt#93, #95)", () =>
    Effect.gen(function* () {
      const all = Array.from({ length: 350 }, (_, index) => transaction(10 * index + 1))
      yield* use(listOf(all), (desk) =>
        Effect.gen(function* () {
          const heard: Array<string> = []
          let read = yield* desk.changesSince(undefined)
          heard.push(...read.changes.map((one) => one.id))
          while (read.more) {
            read = yield* desk.changesSince(read.cursor)
            heard.push(...read.changes.map((one) => one.id))
          }
          assert.deepEqual(
            heard,
            all.map((one) => one.id)
          )
        })
      )
    })
  )

  it.live("is read again below its end: a lower number that is stored later is heard, and nothing twice", () =>
    Effect.gen(function* () {
      const all = [transaction(1_000), transaction(1_002), transaction(1_004)]
      yield* use(listOf(all), (desk) =>
        Effect.gen(function* () {
          const first = yield* desk.changesSince(undefined)
          assert.lengthOf(first.changes, 3)
          all.push(transaction(1_003), transaction(850))
          const second = yield* desk.changesSince(first.cursor)
          assert.deepEqual(
            second.changes.map((one) => one.id),
            ["850", "1003"]
          )
          assert.deepEqual((yield* desk.changesSince(second.cursor)).changes, [])
        })
      )
    })
  )

  it.live("goes on where more was done at once than the stretch that is read again", () =>
    Effect.gen(function* () {
      const all = Array.from({ length: 900 }, (_, index) => transaction(5_000 + index))
      yield* use(listOf(all), (desk) =>
        Effect.gen(function* () {
          const heard = new Set<string>()
          let cursor: Ticket.Cursor | undefined
          for (let looks = 0, more = true; more; looks++) {
            assert.isBelow(looks, 30)
            const read = yield* desk.changesSince(cursor)
            for (const { id: one } of read.changes) heard.add(one)
            ;({ cursor, more } = read)
          }
          assert.strictEqual(heard.size, 900)
        })
      )
    })
  )

  it.live("stops at what cannot be read, and passes nothing over", () =>
    Effect.gen(function* () {
      for (const more of [
        { Created: "2026-11-22 22:00:00" },
        { Created: "Not set" },
        { NewValue: null },
        { ObjectId: "x" }
      ]) {
        const failure = yield* Effect.flip(use(listOf([transaction(1, more)]), (desk) => desk.changesSince(undefined)))
        assert.strictEqual(failure._tag, "Reading.TryLater")
      }
      for (const cursor of ["", "7", "{}", '{"to":-1,"heard":[]}', '{"to":1e99,"heard":[]}', "not ours"]) {
        const foreign = Ticket.Cursor.make(cursor, { disableChecks: true })
        const failure = yield* Effect.flip(use(listOf([]), (desk) => desk.changesSince(foreign)))
        assert.strictEqual(failure._tag, "Reading.NotShown", cursor)
      }
    })
  )
})

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

describe("How a system is reached", () => {
  it("is refused where a token or a complaint would go through the open, or the token is none", () => {
    const decode = Schema.decodeUnknownExit(Secret.Address)
    for (const fine of ["https://rt.brand.example", "https://brand.example/rt", "http://127.0.0.1:8085"]) {
      assert.isTrue(Exit.isSuccess(decode(fine)), fine)
    }
    for (const bad of [
      "http://rt.brand.example",
      "https://u:p@brand.example",
      "https://x/?a",
      "https://x/",
      "ftp://x",
      "x",
      "https://x#"
    ]) {
      assert.isTrue(Exit.isFailure(decode(bad)), bad)
    }
    for (const bad of ["", " ", "a b", "a\nb", "令牌"]) {
      const exit = Schema.decodeUnknownExit(Secret.Token)(bad)
      assert.isTrue(Exit.isFailure(exit), bad)
    }
  })
})
