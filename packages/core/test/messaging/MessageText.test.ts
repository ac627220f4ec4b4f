import { MessageText } from "@dualops/core/messaging"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import LinkifyIt from "linkify-it"

const linkify = new LinkifyIt()
const matter = (zh: string) => ({ message: { zh, en: `en ${zh}` }, act: "https://desk.example/1" })

describe("A text for people", () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      "@all",
      "<@all>",
      "http://",
      "HTTPS://",
      "www.",
      "evil.com",
      "a@b.cn",
      "\r\n",
      "\u202e",
      "\u200b",
      "//evil.example",
      ".",
      ":",
      "@"
    ),
    fc.string({ unit: "grapheme" }),
    fc.webUrl(),
    fc.emailAddress()
  )
  it("is one line that mentions nobody and that nobody takes for an address, whoever wrote it", () =>
    fc.assert(
      fc.property(fc.array(pieces), (some) => {
        const plain = MessageText.plain(some.join(""))
        assert.notMatch(plain, /[\p{Cc}\u2028\u2029@\u202a-\u202e\u2066-\u2069]/u)
        assert.isNull(linkify.match(plain), plain)
        assert.strictEqual(MessageText.plain(plain), plain)
      }),
      { numRuns: 1_000 }
    ))

  it("keeps what an honest text says", () => {
    for (const honest of [
      "「桂花乌龙」在等你审核，今天 18:00 到期。",
      "3.5 折，第 2.1 条",
      "👨‍👩‍👧‍👦 喜欢 <3",
      "a-b_c *d* #e"
    ])
      assert.strictEqual(MessageText.plain(honest), honest)
  })

  it("fits, with every address in it, and as much of each as there is room for", () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 200, max: 2_000 }),
        (texts, room) => {
          const fits = (lines: ReadonlyArray<MessageText.Line>) =>
            MessageText.bytesOf(MessageText.joined(lines)) <= room
          const lines = MessageText.fit(texts.map(matter), "zh", fits)
          if (lines === undefined) {
            const none = texts.map(() => ({ text: MessageText.cutMark.zh, act: matter("").act }))
            return assert.isFalse(fits(none))
          }
          assert.isTrue(fits(lines))
          assert.lengthOf(lines, texts.length)
          for (const [index, { text }] of lines.entries()) {
            const whole = MessageText.plain(texts[index] ?? "")
            if (text !== whole)
              assert.isTrue(
                text.endsWith(MessageText.cutMark.zh) && whole.startsWith(text.slice(0, -MessageText.cutMark.zh.length))
              )
          }
        }
      )
    ))

  it("is cut at the end of a sentence where there is one near", () => {
    const [line] =
      MessageText.fit(
        [matter("第一句在这里。第二句也在这里。第三句很长很长很长很长很长很长很长")],
        "zh",
        ([one]) => (one?.text.length ?? 0) <= 30
      ) ?? []
    assert.strictEqual(line?.text, `第一句在这里。第二句也在这里。${MessageText.cutMark.zh}`)
  })

  it("has as many bytes as UTF-8 gives it", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => MessageText.bytesOf(text) === Buffer.byteLength(text))
    ))
})
