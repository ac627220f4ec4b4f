import { Kpi } from "@dualops/core/analytics"
import { Cadence, LocalTime, TimeSpan } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { SchemaFindings } from "@dualops/core/finding"
import { assert, describe, it } from "@effect/vitest"
import { Result, Schema } from "effect"
import { textOf } from "../handbook/worked.ts"

const findings = (schema: Schema.Codec<unknown, unknown>, value: unknown, of: "message" | "fix" = "message") =>
  Result.match(
    Schema.decodeUnknownResult(schema)(value, { errors: "all", onExcessProperty: "error", reportInput: true }),
    {
      onSuccess: () => [],
      onFailure: ({ issue }) =>
        SchemaFindings.fromIssue(issue, (path) => ({ path: SchemaFindings.pathText(path) })).map(
          (finding) => finding[of].en
        )
    }
  )

describe("Of a value that may be one of several things", () => {
  it("is said what the nearest of them has against it", () => {
    assert.deepStrictEqual(findings(Kpi.Measured, { sum: ["orders", ""] }), [
      'sum[1] is "", and should be something, not nothing.'
    ])
    assert.deepStrictEqual(findings(Cadence.Cadence, { times: 2, per: "fortnight" }).length, 1)
  })

  it("is said what it may be, when it is near to none", () => {
    assert.deepStrictEqual(findings(Cadence.Cadence, "sometimes"), [
      ' is "sometimes", and should be always, on demand, or so many times in a day, week, month, quarter or year.'
    ])
  })
})

describe("A value that is nearly right comes back as it was meant", () => {
  const fixes = (change: (text: string) => string) =>
    Result.match(HandbookFile.read("xinghe.yaml", change(textOf("xinghe"))), {
      onSuccess: () => [],
      onFailure: (all) => all.map(({ fix, where }) => `${where.path}: ${fix.en} ${fix.zh}`)
    })

  it("a time of day with one digit for the hour, or with Chinese signs", () => {
    for (const written of ["9:00", "9：00", "9点"]) {
      assert.strictEqual(
        fixes((text) => text.replace('{ from: "09:00", to: "12:00" }', `{ from: "${written}", to: "12:00" }`))[0],
        'calendars.office.week.monday[0].from: Write "09:00". 写成 "09:00"。'
      )
    }
  })

  it("a date with other signs between its parts, and with its hour", () => {
    for (const written of ["2026/9/1", "2026年9月1日"]) {
      assert.deepStrictEqual(
        fixes((text) => text.replace(/horizon: \{ from: \S+,/, `horizon: { from: ${written},`)),
        ['plan.horizon.from: Write "2026-09-01". 写成 "2026-09-01"。']
      )
    }
    assert.deepStrictEqual(findings(LocalTime.LocalTime, "2026-9-1 9:00", "fix"), ['Write "2026-09-01T09:00".'])
  })

  it("a length of time in short, or in Chinese", () => {
    for (const [written, meant] of [
      ["4h", "4 hours"],
      ["30分钟", "30 minutes"],
      ["2 天", "2 days"]
    ] as const) {
      assert.deepStrictEqual(findings(TimeSpan.TimeSpan, written, "fix"), [`Write "${meant}".`])
    }
  })

  it("a word of a few, with a slip", () => {
    assert.deepStrictEqual(
      fixes((text) => text.replace(/route: \w+/, "route: shrae")),
      ["account.route: Did you mean share? 是否应为「share」？"]
    )
  })

  it("a number that should be text, with what becomes of it unless it is quoted", () => {
    const [fix] = fixes((text) => text.replace(/id: "(\d+)"/, "id: 1234567890123456789"))
    assert.match(fix ?? "", /^account\.id: Put it in quotes, as it stands in the file; .* loses digits.*引号/)
  })
})

describe("Of very many findings", () => {
  it("the first are told, and how many are not", () => {
    const text = textOf("minimal").replace(
      "duties:",
      `safe: 1\n${Array.from({ length: 250 }, (_, n) => `x${n}: 1\n`).join("")}duties:`
    )
    const all = Result.getOrThrow(Result.flip(HandbookFile.read("minimal.yaml", text)))
    assert.strictEqual(all.length, 100)
    assert.strictEqual(all.at(-1)?.message.en, "152 more of this kind are not listed.")
  })
})
