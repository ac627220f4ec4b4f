/** A log of SARIF as others read it: the types that DefinitelyTyped has of the standard, and a reader that makes comments of it. */
import { HandbookFile } from "@dualops/core/files"
import { Sarif } from "@dualops/core/finding"
import { Verifier } from "@dualops/core/verifier"
import { assert, it } from "@effect/vitest"
import { sarifToMarkdown } from "@security-alert/sarif-to-markdown"
import { Result } from "effect"
import type { Log } from "sarif"
import { textOf } from "../handbook/worked.ts"

const page = (code: string) => `https://dualops.example/rules/${code}.md`

it("another reader finds every finding of a log, at its line and with its page", () => {
  const text = textOf("minimal")
    .replace("owner: lin", "owner: lim")
    .replace(/route: \w+/, "route: '[{x}](1)\\'")
  const findings = Result.getOrThrow(Result.flip(HandbookFile.read("our books/手册 #1?.yaml", text)))
  assert.isAtLeast(findings.length, 2)
  const log: Log = Sarif.log(findings, Verifier.described(), { page })
  const [read] = sarifToMarkdown({ owner: "o", repo: "r", branch: "b", sourceRoot: "", simple: true })(log)
  assert.strictEqual(read?.hasMessages, true)
  for (const { code, where } of findings) {
    const at = `/our%20books/%E6%89%8B%E5%86%8C%20%231%3F.yaml#L${where.line}`
    assert.include(read?.body, at)
    assert.strictEqual(new URL(at, "https://host.example").hash, `#L${where.line}`)
    assert.include(read?.body, `[${code}]`)
    assert.include(read?.body, page(code))
  }
})
