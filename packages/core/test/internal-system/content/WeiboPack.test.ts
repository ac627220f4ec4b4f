import { Route, Screening, WeiboPack } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"

const screen = (text: string, route: Route.Route, pictures: ReadonlyArray<number>) =>
  Screening.ofPacks([WeiboPack.make({ route, safeDomains: ["Other.com", "Brand.com"] })]).screen({
    text,
    pictures: pictures.map((bytes, at) => ({ source: `${at}.png`, format: "png", bytes, sha256: "0".repeat(64) }))
  })

const codes = (text: string, route: Route.Route = "share", pictures: ReadonlyArray<number> = []) =>
  screen(text, route, pictures).map((one) => one.code)

const link = "https://brand.com/a"

/** Where a finding points, and what it has seen there. */
const places = (text: string, route: Route.Route, pictures: ReadonlyArray<number> = []) =>
  screen(text, route, pictures).map(({ code, evidence, where }) => [code, where.path, where.range, evidence])

describe("given the route share", () => {
  it.each([
    ["ends the text", `看${link}`],
    ["is followed by a blank", `看${link} 吧`],
    ["is in upper case", "看HTTPS://BRAND.COM/A"],
    ["leads below a safe domain", "看http://shop.brand.com"],
    ["has a port and a question", "看https://brand.com:8443/?a=b@c.com#d"]
  ])("a link satisfies it that %s", (_, text) => assert.deepStrictEqual(codes(text), []))

  it.each([
    ["the brand's name at the end of another name", "http://evil-brand.com"],
    ["the brand's name at the beginning of another host", "http://brand.com.evil.com"],
    ["the brand as the user of another host", "http://brand.com@evil.com/"],
    ["the brand as user and password", "http://brand.com:80@evil.com/"],
    ["the brand behind a backslash", "http://evil.com\\@brand.com"],
    ["the brand in front of a backslash", "http://brand.com\\.evil.com"],
    ["the brand in the path", "http://evil.com/brand.com"],
    ["the brand in the question", "http://evil.com?brand.com"],
    ["the brand in the fragment", "http://evil.com#.brand.com"],
    ["an escape in the host", "http://evil.com%2f.brand.com"],
    ["the brand's end of name only", "http://nd.com"],
    ["another protocol", "ftp://brand.com"],
    ["no protocol", "brand.com"],
    ["nothing", "看"]
  ])("a text is refused that has %s", (_, text) => assert.include(codes(text), "weibo/no-safe-link"))

  it("a look-alike of another script is refused", () => {
    assert.includeMembers(codes("http://brаnd.com"), ["weibo/no-safe-link", "weibo/link-not-ended"])
  })

  it("a link that swallows the text behind it does not count", () => {
    assert.deepStrictEqual(codes(`${link}，看`), ["weibo/no-safe-link", "weibo/link-not-ended"])
  })

  it("a topic is refused, and a # inside a link is none", () => {
    assert.deepStrictEqual(codes(`#新品#${link}`), ["weibo/topic"])
    assert.deepStrictEqual(codes(`${link}#a #`), [])
  })

  it("one picture is in order, a second is too many", () => {
    assert.deepStrictEqual(codes(link, "share", [9]), [])
    assert.deepStrictEqual(codes(link, "share", [9, 9]), ["weibo/too-many-pictures"])
  })

  it("a picture has less than 5 MB and more than nothing", () => {
    assert.deepStrictEqual(codes(link, "share", [5 * 1024 * 1024 - 1]), [])
    assert.deepStrictEqual(codes(link, "share", [5 * 1024 * 1024]), ["weibo/picture-too-large"])
    assert.deepStrictEqual(codes(link, "share", [0]), ["weibo/picture-empty"])
  })
})

describe("given another route", () => {
  it("140 Chinese characters fit into upload, and 141 do not", () => {
    assert.deepStrictEqual(codes("字".repeat(140), "upload", [9]), [])
    assert.deepStrictEqual(codes("字".repeat(141), "upload", [9]), ["weibo/too-long"])
  })
  it("2,000 fit into business", () => assert.deepStrictEqual(codes("字".repeat(2000), "business"), []))
  it("upload needs a picture, and update takes none", () => {
    assert.deepStrictEqual(codes("看", "upload"), ["weibo/picture-missing"])
    assert.deepStrictEqual(codes("看", "update", [9]), ["weibo/too-many-pictures"])
  })
  it("topics need no link", () => assert.deepStrictEqual(codes("#新品#", "business"), []))
})

describe("a finding points", () => {
  const range = (start: number, end: number) => ({ start, end })

  it("at the text as a whole, if it is about all of it", () => {
    assert.deepStrictEqual(places("看", "share"), [["weibo/no-safe-link", "text", undefined, ""]])
  })

  it("at what is too much", () => {
    const text = "字".repeat(142)
    assert.deepStrictEqual(places(text, "upload", [9]), [["weibo/too-long", "text", range(140, 142), "字字"]])
  })

  it("at each topic and at each padding", () => {
    const text = `#新品#和#春天#${link}`
    assert.deepStrictEqual(places(text, "share"), [
      ["weibo/topic", "text", range(0, 4), "#新品#"],
      ["weibo/topic", "text", range(5, 9), "#春天#"]
    ])
    assert.deepStrictEqual(codes("好\u200B好\u200B好", "business"), ["weibo/zero-width", "weibo/zero-width"])
    assert.deepStrictEqual(codes("http://brand.com/a#a #好"), [])
  })

  it("at the picture, with its file or its bytes", () => {
    assert.deepStrictEqual(places("看", "upload"), [["weibo/picture-missing", "pictures", undefined, "0"]])
    const tooMuch = 5 * 1024 * 1024
    assert.deepStrictEqual(places("看", "upload", [9, tooMuch, 0]), [
      ["weibo/too-many-pictures", "pictures[1]", undefined, "1.png"],
      ["weibo/picture-too-large", "pictures[1]", undefined, `${tooMuch}`],
      ["weibo/too-many-pictures", "pictures[2]", undefined, "2.png"],
      ["weibo/picture-empty", "pictures[2]", undefined, "0"]
    ])
  })
})

it("a comment has no more than 140 Chinese characters, says something, ends its links and has no padding", () => {
  const comment = Screening.ofPacks([WeiboPack.ofComments()])
  const said = (text: string) => comment.screen({ text, pictures: [] }).map(({ code }) => code)
  assert.deepStrictEqual(said("字".repeat(140)), [])
  assert.deepStrictEqual(said("字".repeat(141)), ["weibo/too-long"])
  assert.deepStrictEqual(said(" "), ["weibo/empty"])
  assert.deepStrictEqual(said("http://a.com好\u200B好"), ["weibo/link-not-ended", "weibo/zero-width"])
})

describe("given any route", () => {
  const unseen: Readonly<Record<string, ReadonlyArray<string>>> = {
    blanks: [" ", "\n", "\t", "\u00A0", "\u2003", "\u3000"],
    "characters without width": ["\u200B", "\u2060", "\u200D", "\uFEFF", "\u00AD", "\u{E0041}"],
    "the blanks of other scripts": ["\u2800", "\u3164", "\u115F", "\u1160", "\uFFA0", "\u{13441}", "\u{1D159}"],
    "halves of a pair, and what is no character": ["\uD83C", "\uDF75", "\uFFFD", "\uFFFE", "\u{1FFFF}"]
  }
  const texts = fc.array(fc.constantFrom(...Object.values(unseen).flat())).map((all) => all.join(""))
  // Two halves in their order are a cup of tea.
  const nothing = texts.filter((text) => !text.includes("\u{1F375}"))

  it.each(Object.entries(unseen))("a text of %s is empty", (_, all) => {
    for (const one of all) assert.include(codes(one, "business"), "weibo/empty", JSON.stringify(one))
  })
  it("a text is empty that shows nothing, whatever it is made of", () => {
    fc.assert(fc.property(nothing, (text) => assert.include(codes(text, "business"), "weibo/empty")))
  })
  it("a text is not empty that shows anything, whatever is around it", () => {
    const seen = fc.constantFrom("茶", "a", "1", "。", "#", "🍵", "⠁", "□")
    fc.assert(
      fc.property(texts, seen, texts, (before, one, after) =>
        assert.notInclude(codes(`${before} ${one} ${after}`, "business"), "weibo/empty")
      )
    )
  })
  it("zero-width padding is noted, and Weibo's own at the end is not", () => {
    assert.deepStrictEqual(codes("好\u200B\u200B好", "business"), ["weibo/zero-width"])
    assert.deepStrictEqual(codes("好 \u200B", "business"), [])
  })
})

describe("Of several routes", () => {
  const screening = Screening.ofPacks([WeiboPack.make({ route: "update", otherRoutes: ["upload"], safeDomains: [] })])
  const screen = (text: string, pictures: number) =>
    screening.screen({
      text,
      pictures: Array.from({ length: pictures }, () => ({ source: "a.png", format: "png", bytes: 4 }) as const)
    })

  it("one that takes the post holds, so that one picture has a route", () => {
    assert.deepStrictEqual(screen("新品上市", 0), [])
    assert.deepStrictEqual(screen("新品上市", 1), [])
    assert.deepStrictEqual(screen("字".repeat(300), 0), [])
  })

  it("none takes a long text with a picture, and it is said why not of each", () => {
    const [finding, ...others] = screen("字".repeat(300), 1)
    assert.deepStrictEqual(others, [])
    assert.deepInclude(finding, { code: "weibo/no-route", severity: "error" })
    assert.strictEqual(
      finding?.message.en,
      "No route of the app takes this post: update takes no picture; upload takes 140 Chinese characters at most."
    )
    assert.strictEqual(
      finding?.message.zh,
      "没有一条发布途径能发出这条微博：update 不能带图片；upload 最多 140 个汉字。"
    )
  })

  it("whatever they are, a post that is not refused at screening has a route, and the other way round", () => {
    const routes: ReadonlyArray<Route.Route> = ["share", "update", "upload", "business"]
    const post = fc.record({
      route: fc.constantFrom(...routes),
      otherRoutes: fc.subarray([...routes]),
      text: fc.integer({ min: 1, max: 2_100 }).map((length) => "字".repeat(length)),
      pictures: fc.integer({ min: 0, max: 10 })
    })
    fc.assert(
      fc.property(post, ({ otherRoutes, pictures, route, text }) => {
        const content = {
          text,
          pictures: Array.from({ length: pictures }, () => ({ source: "a", format: "png", bytes: 4 }) as const)
        }
        const found = Screening.ofPacks([WeiboPack.make({ route, otherRoutes, safeDomains: [] })]).screen(content)
        const refused = found.some(({ code }) => /no-route|too-|picture-missing/.test(code))
        const taken = [route, ...otherRoutes].some((one) => Route.obstacle(one, content) === undefined)
        assert.strictEqual(refused, !taken)
        if (taken) assert.isDefined(Route.choose([route, ...otherRoutes], content))
      })
    )
  })
})
