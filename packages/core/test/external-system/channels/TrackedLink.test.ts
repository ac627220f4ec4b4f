import { AccountId } from "@dualops/core/account"
import { TrackedLink, Visit } from "@dualops/core/channels"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Option } from "effect"
import fc from "fast-check"

const utm: TrackedLink.Utm = { source: "website", medium: "website", campaign: "寻梅", content: "p1" }
const own = "utm_source=website&utm_medium=website&utm_campaign=%E5%AF%BB%E6%A2%85&utm_content=p1"
const webUrl = fc.webUrl({ withQueryParameters: true, withFragments: true })
const value = fc
  .string({ unit: "binary", minLength: 1, maxLength: 30 })
  .filter((one) => TrackedLink.spelled(one) !== "")
const anyUtm = fc.record({ source: value, medium: value, campaign: value, content: value })

describe("A tracked link", () => {
  it("is made of whatever somebody calls the campaign, half a character too, and says the same again", () => {
    const link = TrackedLink.of("https://a.example/", { ...utm, campaign: "tea\ud800&utm_source=other#" })
    assert.strictEqual(Option.getOrThrow(TrackedLink.utmOf(link)).campaign, "tea\ufffd&utm_source=other#")
    assert.strictEqual(TrackedLink.of(link, { ...utm, campaign: "tea\ud800&utm_source=other#" }), link)
  })
  it("that a stranger has written is no visit where nothing can be called so, and nothing is thrown", () => {
    const seen = { account: AccountId.make("1"), at: DateTime.makeUnsafe(0), key: "line 1", source: "web log" }
    const visit = (content: string, campaign = "plum") =>
      Option.isSome(
        Visit.of(`https://a.example/?utm_source=a&utm_medium=b&utm_campaign=${campaign}&utm_content=${content}`, seen)
      )
    assert.isTrue(visit("p1"))
    for (const content of ["%00", "a".repeat(201), "%EF%B7%BA".repeat(20), "%20"])
      assert.isFalse(visit(content), content)
    for (const campaign of ["%00", "a".repeat(201), "%EF%B7%BA".repeat(20)])
      assert.isFalse(visit("p1", campaign), campaign)
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (text) => void visit(encodeURIComponent(text), encodeURIComponent(text))
      )
    )
  })
  it("keeps what the address had as it was written, and puts its own before the fragment", () => {
    assert.strictEqual(
      TrackedLink.of("https://a.example/x?q=%20+a&&flag&q=b#tea", utm),
      `https://a.example/x?q=%20+a&flag&q=b&${own}#tea`
    )
  })
  it("replaces the UTM parameters that the address had, in whatever case they were written", () => {
    assert.strictEqual(
      TrackedLink.of("https://a.example/?utm_source=old&a=1&UTM_Medium=x&utm_term=y&%75tm_id=3", utm),
      `https://a.example/?a=1&${own}`
    )
  })
  it("spells every value in one way, so that tools count it once", () => {
    assert.deepStrictEqual(["  Spring Sale ", "ＳＰＲＩＮＧ　sale", "spring-sale"].map(TrackedLink.spelled), [
      "spring-sale",
      "spring-sale",
      "spring-sale"
    ])
  })
  it("is made of addresses of the web alone, without anybody's password", () => {
    for (const wrong of [
      "",
      "weibo.com",
      "javascript:alert(1)",
      "ftp://a.example",
      "https://",
      "https://me:secret@a.example"
    ])
      assert.isTrue(Option.isNone(TrackedLink.read(wrong)), wrong)
    assert.isTrue(Option.isSome(TrackedLink.read(" https://weibo.com/xinghe ")))
  })

  it("made twice is the same link", () =>
    fc.assert(
      fc.property(webUrl, anyUtm, (url, its) => {
        const once = TrackedLink.of(url, its)
        assert.strictEqual(TrackedLink.of(once, its), once)
      })
    ))
  it("says what it was told, and has each parameter once", () =>
    fc.assert(
      fc.property(webUrl, anyUtm, anyUtm, (url, its, other) => {
        const link = TrackedLink.of(TrackedLink.of(url, other), its)
        const said = Option.getOrThrow(TrackedLink.utmOf(link))
        assert.deepStrictEqual(
          { ...said },
          {
            source: TrackedLink.spelled(its.source),
            medium: TrackedLink.spelled(its.medium),
            campaign: TrackedLink.spelled(its.campaign),
            content: TrackedLink.spelled(its.content)
          }
        )
        const names = [...new URL(link).searchParams.keys()].filter((name) => name.startsWith("utm_"))
        assert.strictEqual(names.length, 4)
      })
    ))
  it("leads where the address led, with the query that it had", () =>
    fc.assert(
      fc.property(webUrl, anyUtm, (url, its) => {
        const [before, after] = [new URL(url), new URL(TrackedLink.of(url, its))]
        assert.deepStrictEqual(
          [after.origin, after.pathname, after.hash],
          [before.origin, before.pathname, before.hash]
        )
        const asked = [...before.searchParams].filter(([name]) => !/^utm_/i.test(name))
        const kept = [...after.searchParams].filter(([name]) => !name.startsWith("utm_"))
        assert.deepStrictEqual(
          kept.filter(([name, said]) => name + said !== ""),
          asked.filter(([name, said]) => name + said !== "")
        )
      })
    ))
  it("is the same however it is escaped, and no other", () => {
    const link = TrackedLink.of("https://a.example/茶~x?size=大杯", utm)
    assert.isTrue(TrackedLink.isSame(link, link.replaceAll(/%../g, (one) => one.toLowerCase()).replace("~", "%7e")))
    assert.isTrue(TrackedLink.isSame(link, link.replace("https://a.example/", "HTTPS://A.EXAMPLE:443/")))
    for (const other of [
      link.replace("p1", "p2"),
      link.replace("https", "http"),
      `${link}#x`,
      link.replace("~x", "~X"),
      "no link"
    ])
      assert.isFalse(TrackedLink.isSame(link, other), other)
  })
  it("that a stranger has written is read or is none, whatever it is", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        TrackedLink.utmOf(text)
        TrackedLink.utmOf(`https://a.example/?${text}`)
        TrackedLink.isSame(text, `https://a.example/${text}`)
      })
    ))
})
