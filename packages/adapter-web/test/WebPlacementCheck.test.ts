import { gzipSync } from "node:zlib"
import { type PageReading, WebPlacementCheck } from "@dualops/adapter-web"
import { PlacementCheck } from "@dualops/core/channels"
import { PlacementCheckSuite } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { type Answer, Site, layer as site } from "./serving.ts"

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")
const anchor = (link: string) => `<p><a href="${escaped(link)}">关注我们</a></p>`
const { link } = PlacementCheckSuite
const html = (answer: Parameters<Answer>[1]) => answer.writeHead(200, { "content-type": "text/html" })

const looking = (bounds: PageReading.Bounds = {}) =>
  Layer.unwrap(
    Effect.map(Site, ({ host }) => WebPlacementCheck.layer({ inside: [host], within: "10 minutes", ...bounds }))
  ).pipe(Layer.provideMerge(site))

let pages = 0
PlacementCheckSuite.suite(
  "a page of the web",
  looking(),
  Effect.map(Site, ({ at }) => ({
    having: (links: ReadonlyArray<string>) =>
      at(`/page/${++pages}`, `<!doctype html><body>${links.map(anchor).join("")}`),
    unreachable: at("/broken", (_, answer) => answer.destroy())
  }))
)

/** What is seen on a page that answers so. */
const seen = (answer: Answer | string, bounds?: PageReading.Bounds) =>
  Effect.gen(function* () {
    const { at } = yield* Site
    const page = at("/", answer)
    return yield* PlacementCheck.PlacementCheck.use((check) => check.look({ page, link }))
  }).pipe(Effect.provide(looking(bounds)))

describe("A page", () => {
  const unknown: Readonly<Record<string, readonly [Answer, PageReading.Bounds?]>> = {
    "an error of the server": [(_, answer) => answer.writeHead(500).end()],
    "a door that is closed": [(_, answer) => answer.writeHead(403).end()],
    "too many questions": [(_, answer) => answer.writeHead(429).end()],
    "a picture": [(_, answer) => answer.writeHead(200, { "content-type": "image/png" }).end("PNG")],
    "a redirect to itself": [(_, answer) => answer.writeHead(302, { location: "/" }).end()],
    "a redirect to an address that is longer than any page's": [
      (_, answer) => answer.writeHead(302, { location: `/${"a".repeat(9_000)}` }).end()
    ],
    "a redirect to a file": [(_, answer) => answer.writeHead(302, { location: "file:///etc/passwd" }).end()],
    "a redirect into the company's network": [
      (_, answer) => answer.writeHead(302, { location: "http://10.0.0.1/" }).end()
    ],
    "a redirect to the metadata of a cloud": [
      (_, answer) => answer.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end()
    ],
    "a redirect to this machine by name": [
      (_, answer) => answer.writeHead(302, { location: "http://localhost:1/" }).end()
    ],
    silence: [() => undefined, { within: "200 millis" }],
    "one byte after the other": [
      (_, answer) => {
        html(answer)
        const timer = setInterval(() => answer.write(" "), 20)
        answer.on("close", () => clearInterval(timer))
      },
      { within: "200 millis" }
    ],
    "more than is read": [(_, answer) => html(answer).end(" ".repeat(100_001)), { largest: 100_000 }],
    "more than is read, packed small": [
      (_, answer) =>
        answer
          .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
          .end(gzipSync(Buffer.alloc(50_000_000, " "))),
      { largest: 100_000 }
    ],
    "what is packed wrongly": [
      (_, answer) => answer.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end("no")
    ]
  }
  for (const [what, [answer, bounds]] of Object.entries(unknown))
    it.live(`says nothing of its links where it answers with ${what}`, () =>
      Effect.map(seen(answer, bounds), (sight) => assert.strictEqual(sight.link, "unknown", sight.detail))
    )

  for (const [how, packed] of Object.entries({ "as it is": (text: string) => text, packed: gzipSync }))
    it.live(`that never ends is hung up on when enough of it was read, where it comes ${how}`, () =>
      Effect.gen(function* () {
        const closed = Promise.withResolvers<void>()
        const piece = packed(" ".repeat(5_000_000))
        const { at } = yield* Site
        const page = at("/", (_, answer) => {
          answer.on("close", closed.resolve)
          answer.writeHead(200, {
            "content-type": "text/html",
            ...(how === "packed" && { "content-encoding": "gzip" })
          })
          const more = () => {
            while (!answer.destroyed && answer.write(piece)) {}
          }
          answer.on("drain", more)
          more()
        })
        const sight = yield* PlacementCheck.PlacementCheck.use((check) => check.look({ page, link }))
        assert.strictEqual(sight.link, "unknown")
        yield* Effect.promise(() => closed.promise)
      }).pipe(Effect.provide(looking({ largest: 100_000 })))
    )
  it.live("that is gone has no link any more", () =>
    Effect.map(
      seen((_, answer) => answer.writeHead(410).end()),
      (sight) => assert.strictEqual(sight.link, "missing")
    )
  )
  it.live("too long to be read whole has the link that stands at its beginning", () =>
    Effect.map(
      seen((_, answer) => html(answer).end(anchor(link) + " ".repeat(200_000)), { largest: 100_000 }),
      (sight) => assert.strictEqual(sight.link, "found")
    )
  )
  it.live("that has moved is read where it is now, packed or not", () =>
    Effect.gen(function* () {
      const { at } = yield* Site
      at("/new", (_, answer) =>
        answer.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(gzipSync(anchor(link)))
      )
      const page = at("/old", (_, answer) => answer.writeHead(301, { location: "new" }).end())
      const sight = yield* PlacementCheck.PlacementCheck.use((check) => check.look({ page, link }))
      assert.deepStrictEqual(sight, { link: "found", detail: "link" })
    }).pipe(Effect.provide(looking()))
  )
  it.live("in GBK is read in GBK, where only the page itself says so", () => {
    // 关注 in GBK, and an address with 茶 as it stands in the page's own signs.
    const gbk = Buffer.concat([
      Buffer.from('<meta charset="gbk"><a href="https://weibo.com/'),
      Buffer.from([0xb2, 0xe8]),
      Buffer.from('">'),
      Buffer.from([0xb9, 0xd8, 0xd7, 0xa2])
    ])
    return Effect.gen(function* () {
      const { at } = yield* Site
      const page = at("/", (_, answer) => html(answer).end(gbk))
      const check = yield* PlacementCheck.PlacementCheck
      assert.strictEqual((yield* check.look({ page, link: "https://weibo.com/茶" })).link, "found")
    }).pipe(Effect.provide(looking()))
  })
  it.live("of the company's own network is looked at only where that was said", () =>
    Effect.map(seen(anchor(link), { inside: [] }), (sight) => assert.match(sight.detail, /no public address$/))
  )
})
