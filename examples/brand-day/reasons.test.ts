import { readFileSync } from "node:fs"
import { AccountId } from "@dualops/core/account"
import { HandbookFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as Reasons from "./Reasons.ts"

const text = readFileSync(new URL("handbook.yaml", import.meta.url), "utf8")
const accepting = text.replace(
  /^content:$/m,
  `content:
  accepted:
    - { code: advertising-law/statutory, text: 最佳, reason: { zh: 赛事名称, en: The name of a contest }, until: 2026-10-01 }`
)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", accepting))
const slot = DateTime.makeUnsafe("2026-09-18T08:30:00+08:00")
const content = { text: "我们的最佳奶茶 https://xinghe.example.com/menu ", pictures: [] }
const account = AccountId.make("5644764907")

// What reasons are made of; a draft has more.
const draft = { _tag: "Draft", account, content, slot, author: "lin" } as never

describe("the reasons why a post is not out", () => {
  it("have nothing of what the brand lives with, until its date", () => {
    const said = (at: string) => Reasons.of(handbook, draft, DateTime.makeUnsafe(at)).map(({ evidence }) => evidence)
    assert.notInclude(said("2026-09-18T00:00:00+08:00"), "最佳")
    assert.include(said("2026-10-02T00:00:00+08:00"), "最佳")
  })
})
