import {
  RequestTrackerAddresses,
  RequestTrackerDesk,
  RequestTrackerMemberList,
  RequestTrackerMembers,
  WebhookSignature
} from "@dualops/adapter-crm"
import { FanId } from "@dualops/core/account"
import { CustomerDesk, DeskKey, type Ticket } from "@dualops/core/customer-desk"
import { Members } from "@dualops/core/members"
import { CustomerDeskSuite, MemberListSuite, MembersSuite } from "@dualops/core/testing"
import { afterAll, assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { isThere } from "./rt/server.ts"
import * as Stage from "./rt/stage.ts"
import * as Troubled from "./troubled.ts"

if (!isThere) describe("Request Tracker 5", () => it.skip("is not installed"))
else {
  afterAll(Stage.close)

  const desk = Layer.unwrap(Effect.map(Stage.settings, (known) => RequestTrackerDesk.layer(known)))
  const members = Layer.unwrap(Effect.map(Stage.settings, (known) => RequestTrackerMembers.layer(known)))
  const http = Troubled.client.pipe(Layer.provideMerge(Troubled.fine))

  CustomerDeskSuite.suite("RequestTrackerDesk", Layer.merge(Stage.desk, desk).pipe(Layer.provide(http)))
  MembersSuite.suite("RequestTrackerMembers", Layer.merge(Stage.members, members).pipe(Layer.provide(http)))
  const list = Layer.unwrap(Effect.map(Stage.settings, (known) => RequestTrackerMemberList.layer(known)))
  MemberListSuite.suite(
    "RequestTrackerMemberList",
    Layer.merge(Stage.list.pipe(Layer.provide(members)), list).pipe(Layer.provide(http))
  )

  let count = 0
  const openingOf = (more: Partial<Ticket.Opening> = {}): Ticket.Opening => ({
    key: DeskKey.of(`rt:${Date.now()}:${count++}`),
    customer: { fan: FanId.make("1669879400"), name: "Peter Müller" },
    subject: "电池",
    text: "充不满",
    priority: "normal",
    ...more
  })
  const test = (title: string, body: Effect.Effect<void, unknown, CustomerDesk | Members>) =>
    it.live(title, () => Effect.provide(body, Layer.merge(desk, members).pipe(Layer.provide(http))))
  const drained = Effect.gen(function* () {
    const port = yield* CustomerDesk
    let read = yield* port.changesSince(undefined)
    while (read.more) read = yield* port.changesSince(read.cursor)
    return read.cursor
  })

  describe("Request Tracker itself", () => {
    test(
      "pushes a change with a signature that its own language has made, and the adapter finds it genuine",
      Effect.gen(function* () {
        const { ticket } = yield* CustomerDesk.use((port) => port.openTicket(openingOf()))
        yield* Effect.promise(() => Stage.move(ticket, "open"))
        const one = Stage.pushed.find(({ body }) => new TextDecoder().decode(body).includes(`"ticket":${ticket}`))
        if (one === undefined) return assert.fail("nothing was pushed")
        const secrets = [Redacted.make(Stage.secret)]
        assert.strictEqual(WebhookSignature.judge("request tracker", secrets, one, Date.now()), "genuine")
        assert.strictEqual(WebhookSignature.judge("request tracker", secrets, one, Date.now() + 400_000), "stale")
      })
    )

    test(
      "merges what its agents merge: the key still has its ticket, which is two fans', and the feed says so",
      Effect.gen(function* () {
        const port = yield* CustomerDesk
        const since = yield* drained
        const [first, second] = [openingOf(), openingOf({ customer: { fan: FanId.make("1669879401"), name: "小林" } })]
        const into = yield* port.openTicket(first)
        const merged = yield* port.openTicket(second)
        yield* Effect.promise(() => Stage.asRoot("PUT", `/ticket/${merged.ticket}`, { MergeInto: into.ticket }))
        assert.deepEqual(yield* port.openTicket(second), { ticket: into.ticket, created: false })
        const now = yield* port.ticket(merged.ticket)
        assert.strictEqual(now.id, into.ticket)
        assert.sameMembers([...now.fans], [first.customer.fan, second.customer.fan])
        const { changes } = yield* port.changesSince(since)
        assert.deepEqual(
          changes.map(({ ticket, to }) => [ticket, to]),
          [[merged.ticket, { status: "other", says: `merged into ${into.ticket}` }]]
        )
      })
    )

    test(
      "moves tickets to another queue: what becomes of them is heard there",
      Effect.gen(function* () {
        const port = yield* CustomerDesk
        const since = yield* drained
        const opening = openingOf()
        const { ticket } = yield* port.openTicket(opening)
        yield* Effect.promise(() => Stage.asRoot("PUT", `/ticket/${ticket}`, { Queue: "Other Desk" }))
        yield* Effect.promise(() => Stage.move(ticket, "resolved"))
        const { changes } = yield* port.changesSince(since)
        assert.deepEqual(
          changes.map((one) => [one.ticket, one.to.status]),
          [[ticket, "solved"]]
        )
        assert.deepEqual(yield* port.openTicket(opening), { ticket, created: false })
      })
    )

    test(
      "says its moments with their zone, wherever it stands: a change was made just now",
      Effect.gen(function* () {
        const port = yield* CustomerDesk
        const since = yield* drained
        const { ticket } = yield* port.openTicket(openingOf())
        yield* port.setStatus(ticket, "open")
        const { changes } = yield* port.changesSince(since)
        const [at] = changes.map((one) => one.at.epochMilliseconds)
        assert.closeTo(at ?? 0, Date.now(), 60_000)
      })
    )

    test(
      "writes to nobody: a fan has no address for mails, whatever they are called",
      Effect.gen(function* () {
        const fan = FanId.make("1669879499")
        const customer = { fan, name: 'x@brand.example, "a" <b@brand.example>' }
        yield* CustomerDesk.use((port) => port.openTicket(openingOf({ customer })))
        const user = yield* Effect.promise(() => Stage.asRoot("GET", `/user/weibo-${fan}`))
        assert.deepInclude(user as object, { EmailAddress: "", RealName: customer.name })
      })
    )

    it.live("knows where members are written to in a field of its own, and writes to nobody there", () =>
      Effect.gen(function* () {
        const [reached, unreached] = [FanId.make("1669879601"), FanId.make("1669879602")]
        for (const fan of [reached, unreached]) yield* Members.use((port) => port.upsert({ fan, name: "小林" }))
        const body = { CustomFields: { "Weibo Address": "lin@members.example" } }
        yield* Effect.promise(() => Stage.asRoot("PUT", `/user/weibo-${reached}`, body))
        const addressOf = yield* RequestTrackerAddresses.make(yield* Stage.settings)
        const known = yield* addressOf(reached)
        assert.strictEqual(known && Redacted.value(known), "lin@members.example")
        assert.isUndefined(yield* addressOf(unreached))
        assert.isUndefined(yield* addressOf(FanId.make("1669879603")))
        const user = yield* Effect.promise(() => Stage.asRoot("GET", `/user/weibo-${reached}`))
        assert.deepInclude(user as object, { EmailAddress: "" })
      }).pipe(Effect.provide(members.pipe(Layer.provideMerge(http))))
    )

    test(
      "may have ended between making a user and giving the fan's id: the user is this fan, and whole the next time",
      Effect.gen(function* () {
        const [bought, joined] = [FanId.make("1669879501"), FanId.make("1669879502")]
        for (const fan of [bought, joined])
          yield* Effect.promise(() => Stage.asRoot("POST", "/user", { Name: `weibo-${fan}`, Privileged: 0 }))
        yield* CustomerDesk.use((port) => port.openTicket(openingOf({ customer: { fan: bought, name: "小林" } })))
        yield* Members.use((port) => port.upsert({ fan: joined, name: "小林" }))
        for (const fan of [bought, joined]) {
          const user = yield* Effect.promise(() => Stage.asRoot("GET", `/user/weibo-${fan}`))
          const { CustomFields: fields } = user as { CustomFields: ReadonlyArray<{ name: string; values: unknown }> }
          assert.deepInclude(fields.find(({ name }) => name === "Weibo UID") ?? {}, { values: [fan] })
        }
      })
    )

    test(
      "keeps ampersands, stars and quotes in its fields (python-rtkit#54, python-rt#39)",
      Effect.gen(function* () {
        const port = yield* Members
        const fan = FanId.make("1669879498")
        const segments = ["ABC & XYZ", "What is the solution? *", "a, \"b\" and 'c'", "Größe: 100%"]
        yield* port.upsert({ fan, name: "Peter Müller", segments })
        assert.sameMembers([...((yield* port.find(fan))?.segments ?? [])], segments)
      })
    )

    it.live("keeps the newest consent of programs that write one member at once, each by its own version", () =>
      Effect.gen(function* () {
        const fan = FanId.make("1669879497")
        const own = members.pipe(Layer.provide(http))
        const days = [3, 1, 5, 2, 4].map((day) => DateTime.makeUnsafe(`2026-03-0${day}T00:00:00Z`))
        const write = (at: DateTime.Utc) =>
          Members.use((port) => port.upsert({ fan, name: "小林", consent: { given: true, at } }))
        yield* Effect.forEach(days, (at) => write(at).pipe(Effect.retry({ times: 20 }), Effect.provide(own)), {
          concurrency: "unbounded"
        })
        const known = yield* Members.use((port) => port.find(fan)).pipe(Effect.provide(own))
        assert.deepEqual(known?.consent, { given: true, at: DateTime.makeUnsafe("2026-03-05T00:00:00Z") })
      })
    )

    it.live("opens nothing in a queue without the field of the key: each try would open another ticket", () =>
      Effect.gen(function* () {
        const known = yield* Stage.settings
        const layer = RequestTrackerDesk.layer({ ...known, queue: "Other Desk" }).pipe(Layer.provide(http))
        const failure = yield* Effect.flip(CustomerDesk.use((port) => port.openTicket(openingOf()))).pipe(
          Effect.provide(layer)
        )
        assert.deepInclude(failure, { _tag: "Writing.Refused", code: "not-ready" })
        assert.isFalse(String(failure.message).includes(known.url))
      })
    )
  })
}
