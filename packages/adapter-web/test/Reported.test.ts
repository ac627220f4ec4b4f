/** What people have reported of link checkers and of programs that fetch what others have written, tried here. */
import { LinkOnPage, PageReading, PublicAddress } from "@dualops/adapter-web"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { type Answer, layer, Site } from "./serving.ts"

const page = "https://a.example/blog/balance/"

describe("A link on a page, as reported", () => {
  const reported: Readonly<Record<string, readonly [string, string]>> = {
    "has an ampersand in its name (wummel/linkchecker#33)": [
      '<a href="/files/r&amp;d&b.html">',
      "https://a.example/files/r&d&b.html"
    ],
    "is resolved against the base of the page (chrisrhymes/link-checker#14)": [
      '<base href="/shop/"><a href="tea">',
      "https://a.example/shop/tea"
    ],
    "is resolved against the page, where it has none (bem-site/broken-links-checker#8)": [
      '<a href="../the-story-so-far">',
      "https://a.example/blog/the-story-so-far"
    ],
    "has an exclamation mark, which is a sign as any other (lycheeverse/lychee#1872)": [
      "<p>https://a.example/!/",
      "https://a.example/!/"
    ],
    "is the one that a code around it says as well (lycheeverse/lychee#1313)": [
      '(<a href="https://b.example/opinion/" class="bare">b.example/opinion/</a>)',
      "https://b.example/opinion/"
    ]
  }
  for (const [title, [html, link]] of Object.entries(reported))
    it(title, () => assert.isDefined(LinkOnPage.find(html, page, link)))
})

describe("A page, as reported", () => {
  const answers: Readonly<Record<string, Answer>> = {
    "that turns programs away is unknown (JustinBeckwith/linkinator#718, lycheeverse/lychee#1157)": (_, to) =>
      to.writeHead(403).end("<html>"),
    "that is asked too often is unknown (shinagawa-web/gomarklint#174)": (_, to) =>
      to.writeHead(429, { "retry-after": "60" }).end(),
    "that leads in a circle is unknown, after some turns (lycheeverse/lychee#1313)": ({ url }, to) =>
      to.writeHead(302, { location: `${url}` }).end(),
    "that leads into the network behind us is unknown (google-gemini/gemini-cli#22330)": (_, to) =>
      to.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end(),
    "that leads to a file is unknown (modelcontextprotocol/servers#4205)": (_, to) =>
      to.writeHead(302, { location: "file:///etc/passwd" }).end()
  }
  for (const [title, answer] of Object.entries(answers))
    it.live(title, () =>
      Effect.gen(function* () {
        const { at, host } = yield* Site
        const failure = yield* Effect.flip(PageReading.read(at("/", answer), { inside: [host], within: "10 minutes" }))
        assert.strictEqual(failure._tag, "PageReading.Unreadable")
      }).pipe(Effect.provide(layer))
    )

  it("of a name that leads into the network behind us is not asked for (MUBA-M1KU/Cekgu#294)", () =>
    new Promise<void>((resolve) => {
      PublicAddress.lookupPublic("localhost", {}, (error) => {
        assert.match(String(error?.message), /no public address/)
        resolve()
      })
    }))
})
