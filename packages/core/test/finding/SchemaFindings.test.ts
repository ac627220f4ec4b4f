import { Cadence, Kpi, SchemaFindings } from "@dualops/core"
import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"

const findings = (schema: Schema.Codec<unknown, unknown>, value: unknown) =>
  Result.match(
    Schema.decodeUnknownResult(schema)(value, { errors: "all", onExcessProperty: "error", reportInput: true }),
    {
      onSuccess: () => [],
      onFailure: ({ issue }) =>
        SchemaFindings.fromIssue(issue, (path) => ({ path: SchemaFindings.pathText(path) })).map(
          ({ message }) => message.en
        )
    }
  )

describe("Of a value that may be one of several things", () => {
  it("is said what the nearest of them has against it", () => {
    assert.deepStrictEqual(findings(Kpi.Measured, { sum: ["orders", ""] }), [
      'sum[1] is "", and should be a value with a length of at least 1.'
    ])
    assert.deepStrictEqual(findings(Cadence.Cadence, { times: 2, per: "fortnight" }).length, 1)
  })

  it("is said what it may be, when it is near to none", () => {
    assert.deepStrictEqual(findings(Cadence.Cadence, "sometimes"), [
      ' is "sometimes", and should be always, on demand, or so many times in a day, week, month, quarter or year.'
    ])
  })
})
