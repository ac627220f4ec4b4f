import { DeskKey, DeskText } from "@dualops/core/customer-desk"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"

const text = fc.string({ unit: "binary", maxLength: 200 })
const halves = fc.array(fc.oneof(text, fc.constantFrom("\ud83d", "\udca9", "\u0000", "\r\n", "\u202e", "👨‍👩‍👧‍👦")), {
  maxLength: 20
})
const hostile = halves.map((parts) => parts.join(""))
const sizeOf = { characters: (one: string) => one.length, bytes: (one: string) => new TextEncoder().encode(one).length }

describe("A key", () => {
  it("is any text that can be one, and keeps apart whatever other texts are different", () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const [first, second] = [DeskKey.of(one), DeskKey.of(other)]
        assert.match(first, /^[a-z0-9][a-z0-9:._/-]{0,99}$/)
        assert.strictEqual(first === second, one === other)
      })
    )
  })

  it("is the same for ever, and the key of no other text, in other letters, longer or trimmed", () => {
    assert.strictEqual(DeskKey.of("mention:4988"), "mention:4988")
    assert.match(DeskKey.of("Complaint/投诉 1"), /^xcomplaint\/-1\.[0-9a-f]{40}$/)
    const alike = [
      "a",
      "A",
      "a ",
      " a",
      "a\u0000",
      "\ud83d",
      "\ud83c",
      "�",
      "",
      "x".repeat(100),
      "x".repeat(101),
      DeskKey.of("A")
    ]
    assert.strictEqual(new Set(alike.map(DeskKey.of)).size, alike.length)
  })
})

describe("A text on a desk", () => {
  it("is well-formed, no longer than the desk keeps, and has nothing that a database refuses", () => {
    fc.assert(
      fc.property(
        hostile,
        fc.integer({ min: 10, max: 400 }),
        fc.constantFrom("characters", "bytes"),
        (one, most, count) => {
          for (const written of [DeskText.block(one, most, count), DeskText.line(one, most, count)]) {
            assert.isAtMost(sizeOf[count](written), most)
            assert.isTrue(written.isWellFormed())
            // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
            assert.notMatch(written, /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\uffff]/)
          }
          assert.notMatch(DeskText.line(one, most, count), /\n/)
        }
      )
    )
  })

  it("is what was written, where nothing is wrong with it", () => {
    const fine = "投诉 😡 <b>&amp;</b> 'x' \\ 100%\n\t第二行 👨‍👩‍👧‍👦 Größe ‏עברית‏"
    assert.strictEqual(DeskText.block(fine, 1_000), fine)
    assert.strictEqual(DeskText.block(DeskText.block(fine, 1_000), 1_000), fine)
  })

  it("is whole where it has emoji, or nothing else (tier2tickets/feedback#48, jstanden/cerb#855)", () => {
    for (const text of ["👆TEST", "🛌", "😡😡😡", "3437 🔧 et rouler de nuit 🌛", "👍🏽"]) {
      assert.strictEqual(DeskText.line(text, 255, "bytes"), text)
      assert.strictEqual(DeskText.block(text, 255), text)
    }
  })

  it("is cut between two signs as a reader counts them, and says so", () => {
    const family = "👨‍👩‍👧‍👦"
    assert.strictEqual(DeskText.line(family.repeat(3), 30), `${family.repeat(2)}…`)
    assert.strictEqual(DeskText.line("长".repeat(100), 30, "bytes"), `${"长".repeat(9)}…`)
  })
})
