/** Desks that answer wrongly: what they say is refused or shown as what it is, and never guessed. */
import { Secret } from "@dualops/adapter-crm"
import { FanId } from "@dualops/core/account"
import { DeskKey, Ticket } from "@dualops/core/customer-desk"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit, Schema } from "effect"
import { type Asked, json, scripted, token, use } from "./rt/scripted.ts"

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
