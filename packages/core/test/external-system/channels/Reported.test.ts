/** What people have reported of builders of links and of codes, tried here. */
import { QrCode, TrackedLink } from "@dualops/core/channels"
import { assert, describe, it } from "@effect/vitest"
import { Option } from "effect"
import { readCode } from "./drawn.ts"

const utm: TrackedLink.Utm = { source: "mail", medium: "email", campaign: "plum", content: "p1" }
const own = "utm_source=mail&utm_medium=email&utm_campaign=plum&utm_content=p1"

describe("A tracked link, as reported", () => {
  const reported: Readonly<Record<string, readonly [string, string]>> = {
    "has its parameters before the fragment (peanutprotocol/peanut-ui#2140)": [
      "https://a.example/invite#install",
      `https://a.example/invite?${own}#install`
    ],
    "keeps query and fragment apart (prisma/web#7384)": [
      "https://a.example/docs/guide?v=2#section",
      `https://a.example/docs/guide?v=2&${own}#section`
    ],
    "has each parameter once (canonical/ubuntu.com#16063)": [
      "https://a.example/?utm_content=test1&utm_medium=test2&utm_medium=test3",
      `https://a.example/?${own}`
    ],
    "has one question mark (googleanalytics/ga-dev-tools#510)": [
      "https://a.example/?a=1?b=2",
      `https://a.example/?a=1?b=2&${own}`
    ],
    "has them in the query, where tools read them (googleanalytics/ga-dev-tools#301)": [
      "https://a.example/#utm_source=old",
      `https://a.example/?${own}#utm_source=old`
    ],
    "keeps the route of a page that has it in the fragment (gmx-io/gmx-interface#2732)": [
      "https://a.example/?foo=one&foo=two#/trade?ref=alice",
      `https://a.example/?foo=one&foo=two&${own}#/trade?ref=alice`
    ]
  }
  for (const [title, [address, link]] of Object.entries(reported))
    it(title, () => assert.strictEqual(TrackedLink.of(address, utm), link))

  it("has a campaign whole that has an ampersand in its name (gmx-io/gmx-interface#2732)", () => {
    const link = TrackedLink.of("https://a.example/", { ...utm, campaign: "a=b&c" })
    assert.strictEqual(new URL(link).searchParams.get("utm_campaign"), "a=b&c")
  })
  for (const [title, query, campaign] of [
    ["was escaped again on its way (simpleanalytics/roadmap#451)", "no%2520code%2520founders", "no-code-founders"],
    ["was escaped three times, in Chinese (simpleanalytics/roadmap#451)", "%252525E6%252525A2%25252585", "梅"],
    ["has a plus for a blank (plausible/analytics#229)", "no+code", "no-code"],
    ["has a plus (plausible/analytics#229)", "hello%2Bworld", "hello+world"],
    ["has a quotation mark (plausible/analytics#348)", "%22gaps%22", '"gaps"'],
    ["has a per cent sign that escapes nothing", "50%25off", "50%off"]
  ] as const)
    it(`says its campaign where it ${title}`, () => {
      const utm = TrackedLink.utmOf(`https://a.example/?utm_source=m&utm_medium=e&utm_campaign=${query}&utm_content=p`)
      assert.strictEqual(TrackedLink.spelled(Option.getOrThrow(utm).campaign), campaign)
    })
  it("says where it stood although its ampersands were written for HTML twice (mozilla/bedrock#8163)", () => {
    const twice = "https://a.example/?utm_source=mail&amp;utm_medium=email&amp;utm_campaign=plum&amp;utm_content=p1"
    assert.deepStrictEqual(Option.getOrThrow(TrackedLink.utmOf(twice)), utm)
    assert.strictEqual(TrackedLink.of(twice, utm), `https://a.example/?${own}`)
  })
  it("is the same whether its signs are escaped or not (timaschew/link-checker#5)", () => {
    assert.isTrue(TrackedLink.isSame("https://a.example/#Кира", "https://a.example/#%D0%9A%D0%B8%D1%80%D0%B0"))
    assert.isTrue(
      TrackedLink.isSame("https://a.example/#tangent%3A-kustomize", "https://a.example/#tangent%3a-kustomize")
    )
  })
  it("is another where an escaped backslash is a slash (linkchecker/linkchecker#520)", () => {
    assert.isFalse(TrackedLink.isSame("https://a.example/a%5Cb", "https://a.example/a/b"))
  })
})

describe("A QR code, as reported", () => {
  it("has the quiet zone of four modules that the norm asks for (lyqht/mini-qr#308)", () => {
    const [, size = ""] = /viewBox="0 0 (\d+)/.exec(QrCode.svg("https://a.example", { millimetres: 40 })) ?? []
    assert.strictEqual((Number(size) - 8 - 17) % 4, 0)
  })
  for (const [text, where] of [
    ["https://a.example/?q=💡 Русский текст! / English text!", "ShareX/ShareX#3094"],
    ["https://a.example/?q=one two три четыре fünf sechs", "skip2/go-qrcode#41"],
    ["https://a.example/寻梅?size=大杯", "kazuhikoarase/qrcode-generator#3"]
  ] as const)
    it(`is read as it was written, in whatever script (${where})`, () =>
      assert.strictEqual(readCode(QrCode.svg(text, { millimetres: 80 }), 3), text))
})
