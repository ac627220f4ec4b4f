import { Address } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"

const name = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).filter((text) => text.isWellFormed()),
  fc.constantFrom("..", ".", "a/b", "~", "~2F", "%2F", "%", "?q=1", "#", "Post", "../../etc/passwd", "' OR 1=1 --")
)
const page: fc.Arbitrary<Address.Place> = fc.oneof(
  fc.constant({ at: "desk" } as const),
  fc.constant({ at: "search" } as const),
  fc.record({ at: fc.constant("case" as const), process: name, case: name }),
  fc.record({ at: fc.constant("step" as const), process: name, case: name, step: name }),
  fc.record({ at: fc.constant("begin" as const), process: name, step: name })
)
const address = fc.record({
  language: fc.constantFrom("zh" as const, "en" as const),
  inPlaceOf: fc.option(name, { nil: undefined }),
  page
})

describe("The address of a page", () => {
  for (const base of ["", "/desk"])
    it(`leads back to it, whatever things are called, below "${base}"`, () =>
      fc.assert(
        fc.property(address, (one) => {
          const { pathname } = new URL(Address.write(base, one), "http://desk.example")
          assert.deepStrictEqual(Address.read(base, pathname), one)
        })
      ))

  it("is none of what nobody has written", () => {
    for (const path of [
      "",
      "/",
      "/fr",
      "/zh/x",
      "/zh/cases",
      "/zh/cases/Post",
      "/zh/cases/Post/1/2/3",
      "/zh/begin/Post",
      "/zh/%",
      "//zh"
    ])
      assert.isUndefined(Address.read("", path), path)
  })
})
