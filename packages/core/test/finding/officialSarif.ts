/** A log of SARIF held against the official schema of version 2.1.0, and against what GitHub's code scanning wants besides. */
import { createRequire } from "node:module"
import type { Sarif } from "@dualops/core/finding"
import { assert } from "@effect/vitest"
import type { Ajv } from "ajv"

// These are CommonJS, and say of themselves what TypeScript cannot import as it is.
const require = createRequire(import.meta.url)
const Draft04: new (options: object) => Ajv = require("ajv-draft-04")
const ajv = new Draft04({ strict: false, allErrors: true, unicodeRegExp: false })
require("ajv-formats")(ajv)
const validate = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"))

/**
 * Fails with everything that is wrong with it.
 *
 * Source: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const assertSarif = (log: ReturnType<typeof Sarif.log>): void => {
  validate(log)
  assert.deepStrictEqual(validate.errors ?? [], [])
  for (const { results, tool } of log.runs) {
    const { rules } = tool.driver
    assert.strictEqual(new Set(rules.map(({ id }) => id)).size, rules.length)
    for (const { fullDescription, help, helpUri, shortDescription } of rules) {
      assert.isNotEmpty(shortDescription.text)
      assert.isNotEmpty(fullDescription.text)
      assert.isNotEmpty(help.text)
      assert.match(helpUri ?? "", /^https:\/\/[^\s]+$/)
    }
    for (const { locations, message, ruleId, ruleIndex } of results) {
      assert.strictEqual(rules[ruleIndex]?.id, ruleId)
      assert.isNotEmpty(message.text)
      for (const { physicalLocation } of locations) {
        const { artifactLocation, region } = physicalLocation ?? assert.fail("it is in no file")
        assert.match(artifactLocation.uri, /^[^/:\\]+(\/[^/:\\]+)*$/)
        assert.notMatch(artifactLocation.uri, /(^|\/)\.\.?(\/|$)/)
        assert.isAtLeast(region.startLine, 1)
        assert.isAtLeast(region.startColumn, 1)
      }
    }
    const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))
    assert.strictEqual(new Set(prints).size, prints.length)
  }
}
