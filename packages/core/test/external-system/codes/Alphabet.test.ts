import { Alphabet } from "@dualops/core/codes"
import { assert, describe, it } from "@effect/vitest"

describe("The characters of codes", () => {
  const all = [...Alphabet.characters]

  it("are as many as a prime number, each once, in the order of their values", () => {
    assert.strictEqual(new Set(all).size, 23)
    assert.deepEqual(
      all.map((character) => Alphabet.digitOf(character)),
      all.map((_, value) => value)
    )
  })

  it("have no vowel, and no 4", () => {
    assert.deepEqual(
      all.filter((character) => "AEIOU4".includes(character)),
      []
    )
  })

  it("have no two that look alike", () => {
    const alike = ["0ODQ", "1IL|", "2Z", "5S", "6G", "8B", "UV"]
    for (const group of alike) {
      assert.lengthOf(
        all.filter((character) => group.includes(character)),
        1,
        group
      )
    }
  })

  it("are what everything that looks like one of them is read as, in Cyrillic and Greek as well", () => {
    const read = (text: string) => Alphabet.write([...text].map((one) => Alphabet.digitOf(one) ?? Number.NaN))
    assert.strictEqual(read("0OQILZSGBU|"), "DDD112568V1")
    assert.strictEqual(read("СНКМРТХУВОЗ"), "CHKMPTXY8D3")
    assert.strictEqual(read("ΗΚΜΝΡΤΧΥΒΟΙΖ"), "HKMNPTXY8D12")
    for (const none of ["A", "E", "4", "Ж", "码", "-"]) assert.isUndefined(Alphabet.digitOf(none))
  })

  it("stand in an address as they are", () => {
    assert.strictEqual(encodeURIComponent(Alphabet.characters), Alphabet.characters)
  })
})
