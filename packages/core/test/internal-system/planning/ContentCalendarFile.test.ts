import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { ContentCalendarFile } from "../../../src/index.ts"

const sha256 = "0".repeat(64)
const picture = (source: string) =>
  source.endsWith(".png") ? { source, format: "png" as const, bytes: 100, sha256 } : undefined
const known = { authors: ["lin", "he"], picture }
const header = "id,date,time,author,text,picture"
const read = (...lines: ReadonlyArray<string>) => ContentCalendarFile.read("calendar.csv", lines.join("\n"), known)
const mistakes = (...lines: ReadonlyArray<string>) =>
  Result.match(read(...lines), {
    onFailure: (findings) => findings.map(({ code, where }) => `${where.line} ${code} ${where.path}`),
    onSuccess: () => []
  })

describe("a content calendar", () => {
  it("is read in the time of Beijing", () => {
    const [entry] = Result.getOrThrow(read(header, 'moon,2026-09-18,09:30,lin,"中秋，预热",moon.png'))
    assert.strictEqual(entry && DateTime.formatIso(entry.slot), "2026-09-18T01:30:00.000Z")
    assert.deepStrictEqual(entry?.content, {
      text: "中秋，预热",
      pictures: [{ source: "moon.png", format: "png", bytes: 100, sha256 }]
    })
  })

  it("may have its columns in any order, no picture, and the byte order mark of a spreadsheet", () => {
    const entries = Result.getOrThrow(read("\uFEFFtext,id,author,time,date", "你好,a,he,10:00,2026-09-18"))
    assert.strictEqual(entries.length, 1)
  })

  it("tells every mistake at once, each with the line on which its row begins", () => {
    assert.deepStrictEqual(
      mistakes(
        header,
        'a,2026-02-30,09:30,lin,"two\nlines",',
        "a,2026-09-18,24:00,linn,x,none.gif",
        ",2026-9-18,09:30,he,,",
        "b,2026-09-18,09:30,he,x"
      ),
      [
        "2 calendar/wrong-cell date",
        "4 calendar/wrong-cell time",
        "4 calendar/unknown-person author",
        "4 calendar/wrong-cell picture",
        "4 calendar/id-twice id",
        "5 calendar/wrong-cell id",
        "5 calendar/wrong-cell date",
        "5 calendar/wrong-cell text",
        "6 calendar/wrong-width "
      ]
    )
  })

  it("names the columns that are missing, unknown or doubled", () => {
    assert.deepStrictEqual(mistakes("id,date,tme,author,author"), [
      "1 calendar/missing-column time",
      "1 calendar/missing-column text",
      "1 calendar/unknown-column tme",
      "1 calendar/column-twice author"
    ])
    assert.deepStrictEqual(mistakes(""), ["1 calendar/empty "])
  })

  it("is refused, not guessed at, when it is not CSV", () => {
    assert.deepStrictEqual(mistakes(header, 'a,2026-09-18,09:30,lin,"broken"text,'), ["2 calendar/not-csv "])
  })

  it("never throws, whatever the file", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("a", "2026-09-18", "09:30", "lin", '"', "\n", "图"))
    const file = fc.array(
      fc.array(cell, { maxLength: 7 }).map((cells) => cells.join(",")),
      { maxLength: 6 }
    )
    fc.assert(fc.property(file, (lines) => Result.isResult(read(header, ...lines)) && Result.isResult(read(...lines))))
  })
})
