import { ContentMix } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"

const category = { title: { zh: "新品", en: "What is new" }, share: 100 }
const quantity = { least: 2, most: 5, per: "day" }
const slot = { on: ["monday"], at: "10:00" }
const mix = { categories: { news: category }, quantity, slots: [slot] }

const isRead = (mix: object) =>
  Result.isSuccess(Schema.decodeUnknownResult(ContentMix.ContentMix, { onExcessProperty: "error" })(mix))

describe("A content mix", () => {
  it("says what is published, how much of it, and when", () => {
    assert.isTrue(isRead(mix))
    assert.isFalse(isRead({}))
  })

  it.each([
    { what: "no slot", is: true, mix: { ...mix, slots: [] } },
    { what: "a slot for a category", is: true, mix: { ...mix, slots: [{ ...slot, category: "news" }] } },
    { what: "a slot for a category without a name", is: false, mix: { ...mix, slots: [{ ...slot, category: "" }] } },
    { what: "a slot on no day", is: false, mix: { ...mix, slots: [{ ...slot, on: [] }] } },
    { what: "a slot without a time", is: false, mix: { ...mix, slots: [{ on: slot.on }] } },
    {
      what: "a model of its category",
      is: true,
      mix: { ...mix, categories: { news: { ...category, like: "明天见" } } }
    },
    { what: "an empty model", is: false, mix: { ...mix, categories: { news: { ...category, like: "" } } } },
    { what: "a category without a title", is: false, mix: { ...mix, categories: { news: { share: 1 } } } },
    { what: "a category without a name", is: false, mix: { ...mix, categories: { "": category } } },
    { what: "a share of nothing", is: true, mix: { ...mix, categories: { news: { ...category, share: 0 } } } },
    { what: "a share below nothing", is: false, mix: { ...mix, categories: { news: { ...category, share: -1 } } } },
    { what: "a share of more than all", is: false, mix: { ...mix, categories: { news: { ...category, share: 101 } } } },
    { what: "as many at least as at most", is: true, mix: { ...mix, quantity: { ...quantity, least: 5 } } },
    { what: "more at least than at most", is: false, mix: { ...mix, quantity: { ...quantity, least: 6 } } },
    { what: "nothing at least", is: true, mix: { ...mix, quantity: { ...quantity, least: 0 } } },
    { what: "less than nothing at least", is: false, mix: { ...mix, quantity: { ...quantity, least: -1 } } },
    { what: "nothing at most", is: false, mix: { ...mix, quantity: { ...quantity, least: 0, most: 0 } } },
    { what: "half a post", is: false, mix: { ...mix, quantity: { ...quantity, most: 4.5 } } },
    { what: "a quantity per nothing", is: false, mix: { ...mix, quantity: { least: 2, most: 5 } } }
  ])("may have $what: $is", ({ is, mix }) => assert.strictEqual(isRead(mix), is))
})
