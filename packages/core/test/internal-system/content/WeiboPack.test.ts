import { type Route, Screening, WeiboPack } from "@dualops/core"
import { assert, describe, it } from "@effect/vitest"

const codes = (text: string, route: Route.Route = "share", pictures: ReadonlyArray<number> = []) =>
  Screening.ofPacks([WeiboPack.make({ route, safeDomains: ["Brand.com"] })])
    .screen({
      text,
      pictures: pictures.map((bytes, at) => ({ source: `${at}.png`, format: "png", bytes, sha256: "0".repeat(64) }))
    })
    .map((one) => one.code)

const link = "https://brand.com/a"

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

describe("given any route", () => {
  it.each([["nothing"], ["blanks", " \n　"], ["characters without width", "\u200B\u2060\u200D"]])(
    "a text of %s is empty",
    (_, text = "") => assert.include(codes(text, "business"), "weibo/empty")
  )
  it("zero-width padding is noted, and Weibo's own at the end is not", () => {
    assert.deepStrictEqual(codes("好\u200B\u200B好", "business"), ["weibo/zero-width"])
    assert.deepStrictEqual(codes("好 \u200B", "business"), [])
  })
})
