import { SchemaFindings } from "@dualops/core/finding"
import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { HostName } from "../../../src/internal-system/content/Link.ts"

const fixes = (text: string) =>
  Result.match(Schema.decodeUnknownResult(HostName)(text, { errors: "all", reportInput: true }), {
    onSuccess: () => "taken",
    onFailure: ({ issue }) =>
      SchemaFindings.fromIssue(issue, (path) => ({ path: path.join(".") }))
        .map(({ fix }) => fix.en)
        .join()
  })

describe("A safe domain is a host name", () => {
  it.each(["brand.com", "BRAND.com", "shop.brand-tea.com.cn", "1.brand.com"])("such as %s", (host) =>
    assert.strictEqual(fixes(host), "taken")
  )

  it.each([
    { written: "https://brand.com" },
    { written: "http://brand.com" },
    { written: "HTTPS://brand.com" },
    { written: "https://brand.com/shop" },
    { written: "brand.com/" },
    { written: "brand.com/shop/tea" }
  ])("and $written is told as the one that is meant", ({ written }) =>
    assert.strictEqual(fixes(written), 'Write "brand.com".')
  )

  it.each(["", "brand", "brand..com", "ftp://brand.com", "see https://brand.com", "星河茶.com", "-", "https://"])(
    "and nothing is made of %j",
    (written) => assert.notMatch(fixes(written), /^taken$|^Write "/)
  )
})
