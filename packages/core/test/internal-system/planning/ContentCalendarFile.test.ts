import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { header, mistakes, read, sha256 } from "./CalendarCast.ts"

describe("a content calendar", () => {
  it("is read in the time of Beijing", () => {
    const [entry] = Result.getOrThrow(read(header, 'moon,2026-09-18,09:30,lin,"中秋，预热",moon.png'))
    assert.strictEqual(entry && DateTime.formatIso(entry.slot), "2026-09-18T01:30:00.000Z")
    assert.deepStrictEqual(entry?.content, {
      text: "中秋，预热",
      pictures: [{ source: "moon.png", format: "png", bytes: 100, sha256 }]
    })
  })

  it("may have its dates and times as a Chinese spreadsheet writes them", () => {
    const [plain] = Result.getOrThrow(read(header, "a,2026-09-08,08:30,lin,你好,"))
    for (const date of ["2026-9-8", "2026/9/8", "2026/09/08", "2026.9.8", "2026年9月8日"]) {
      for (const time of ["8:30", "08:30", "8：30", "8:30:00", "08:30:00", "8：30：00"]) {
        const [entry] = Result.getOrThrow(read(header, `a,${date},${time},lin,你好,`))
        assert.deepStrictEqual(entry, plain)
      }
    }
  })

  it("is not guessed at where a date could be two, or a time has what no slot has", () => {
    for (const date of ["9/8/2026", "8/9/26", "26-9-8", "2026/2/30", "2026-9", "46273"]) {
      assert.deepStrictEqual(mistakes(header, `a,${date},8:30,lin,你好,`), ["2 calendar/wrong-cell date"])
    }
    for (const time of ["8:30:15", "8:3", "8", "0.354166667", "8:30 PM", "下午8:30", "24:00", "24:00:00"]) {
      assert.deepStrictEqual(mistakes(header, `a,2026/9/8,${time},lin,你好,`), ["2 calendar/wrong-cell time"])
    }
  })

  it("tells a wrong date and the wrong time beside it at once", () => {
    assert.deepStrictEqual(mistakes(header, "a,9/8/2026,8:30:15,lin,你好,", "b,1999-09-08,25:00,lin,你好,"), [
      "2 calendar/wrong-cell date",
      "2 calendar/wrong-cell time",
      "3 calendar/wrong-cell date",
      "3 calendar/wrong-cell time"
    ])
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
        ",18/9/26,09:30,he,,",
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

  it("is refused, not guessed at, when it is not CSV", () => {
    assert.deepStrictEqual(mistakes(header, 'a,2026-09-18,09:30,lin,"broken"text,'), ["2 calendar/not-csv "])
  })

  const good = 'a,2026-09-18,09:30,lin,"one\ntwo\nthree",'
  const ends = { "a line feed": "\n", "two signs, as on Windows": "\r\n", "a carriage return": "\r" }
  for (const [what, end] of Object.entries(ends)) {
    it(`counts the lines of its cells as an editor does, where a line ends with ${what}`, () => {
      const text = [header, good, "b,9/18/2026,09:30,lin,你好,"].join("\n").replaceAll("\n", end)
      assert.deepStrictEqual(mistakes(text), ["5 calendar/wrong-cell date"])
    })

    it(`holds the same posts, where a line ends with ${what}`, () => {
      const [entry] = Result.getOrThrow(read([header, good].join("\n").replaceAll("\n", end)))
      assert.strictEqual(entry?.content.text, "one\ntwo\nthree")
    })
  }

  it("with a wrong quote is told where that was opened, however far behind it shows", () => {
    const told = (...lines: ReadonlyArray<string>) =>
      Result.match(read(header, good, ...lines), {
        onFailure: (findings) =>
          findings.map(({ fix, message, where }) => [where.line, message.zh, message.en, fix.en]),
        onSuccess: () => []
      })
    const fix = "End the cell with a quote; a quote inside it is written twice."
    const never = [
      5,
      "文件不是正确的 CSV：第 5 行开始的双引号没有结束。",
      "The file is not CSV: the quote that is opened on line 5 is never closed.",
      fix
    ]
    assert.deepStrictEqual(told('b,2026-09-18,09:30,lin,"中秋,', "c,2026-09-18,09:30,lin,你好,", ""), [never])
    assert.deepStrictEqual(told('"b,2026-09-18,09:30,lin,你好,'), [never])
    assert.deepStrictEqual(told('b,2026-09-18,09:30,lin,"中秋,', 'c,2026-09-18,09:30,lin,"你好",'), [
      [
        5,
        "文件不是正确的 CSV：第 5 行开始的双引号在第 6 行结束，后面还有字。",
        "The file is not CSV: the quote that is opened on line 5 is closed on line 6, and more stands behind it.",
        fix
      ]
    ])
    assert.deepStrictEqual(told('b,2026-09-18,09:30,lin,中"秋",'), [
      [
        5,
        "文件不是正确的 CSV：双引号出现在单元格中间。",
        "The file is not CSV: a quote stands in the middle of a cell.",
        "Put the whole cell in quotes, and write the quote inside it twice."
      ]
    ])
  })

  it("is taken with semicolons or tabs, as some spreadsheets save it, if they stand between the columns' names", () => {
    for (const separator of [";", "\t"]) {
      const row = ["moon", "2026-09-18", "09:30", "lin", "中秋, 预热", "moon.png"].join(separator)
      const [entry] = Result.getOrThrow(read(columns.join(separator), row))
      assert.strictEqual(entry?.content.text, "中秋, 预热")
    }
  })

  it("is told which signs separate its columns, when a person wrote Chinese ones", () => {
    assert.deepStrictEqual(mistakes("id，date，time，author，text", "a，2026-09-18，09:30，lin，你好"), [
      "1 calendar/wrong-separator "
    ])
  })

  it("may have empty rows between and below, and empty columns behind, as spreadsheets leave them", () => {
    const entries = Result.getOrThrow(
      read(
        `${header},,`,
        "",
        "a,2026-09-18,09:30,lin,你好,,,",
        ",,,,,,,",
        "b,2026-09-18,10:30,lin,你们好,,,",
        ",,,,,,,"
      )
    )
    assert.deepStrictEqual(
      entries.map(({ id }) => id as string),
      ["a", "b"]
    )
    assert.deepStrictEqual(mistakes(header, "", "", ",,,,,", "a,2026-13-18,09:30,lin,你好,"), [
      "5 calendar/wrong-cell date"
    ])
  })

  it("shows a time as it was meant, and what stands there, or that nothing does", () => {
    const findings = Result.getOrThrow(
      Result.flip(read(header, "a,9/18/2026,09:30,,你好,", "b,2026-09-18,9点,lin,你好,"))
    )
    assert.deepStrictEqual(
      findings.map(({ fix, message }) => `${message.en} ${fix.en}`),
      [
        'date is "9/18/2026", and should be a date that exists, the year first, such as 2026-11-23. Write a date that exists, the year first, such as 2026-11-23.',
        "author is empty. Write who writes it. What may stand here: lin, he.",
        'time is "9点", and should be a time from 00:00 to 23:59 without seconds, such as 09:30. Write 09:00.'
      ]
    )
  })

  const columns = header.split(",")
  const hostile: Readonly<Record<string, string>> = {
    "five megabytes": "x".repeat(5_000_000),
    "a header of very many columns": Array.from({ length: 190_000 }, (_, n) => `c${n}`).join(","),
    "a header of one column very many times": "id,".repeat(300_000),
    "a row of commas alone": `${header}\n${",".repeat(900_000)}`,
    "a row of nearly as many commas as a long text may have": `${header}\n${`${",".repeat(19_000)}\n`.repeat(45)}`,
    "very many rows that are empty": `${header}\n${",,,,,\n".repeat(150_000)}`,
    "very many rows with mistakes": `${header}\n${"a,b,c,d,e,f\n".repeat(4_990)}`,
    "very many rows": `${header}\n${"a,b\n".repeat(200_000)}`,
    "a cell that is very long": `${header}\n${"x".repeat(900_000)}`,
    "a quote that is never closed": `${header}\n"${'x,""\n'.repeat(180_000)}`,
    "very many quotes": `${header}\n${'""'.repeat(450_000)}`
  }
  for (const [what, text] of Object.entries(hostile)) {
    it(`is read, or refused, soon, when it holds ${what}`, () => {
      const began = performance.now()
      const findings = Result.match(read(text), { onFailure: (all) => all, onSuccess: () => [] })
      assert.isBelow(performance.now() - began, 2000)
      assert.isAtMost(findings.length, 100)
      for (const { evidence, message } of findings) {
        assert.isBelow(evidence.length, 250)
        assert.isBelow(message.zh.length + message.en.length, 500)
        assert.match(message.zh, /\p{Script=Han}/u)
      }
    })
  }

  it("never throws, whatever the file", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("a", "2026-09-18", "09:30", "lin", '"', "\n", "图"))
    const file = fc.array(
      fc.array(cell, { maxLength: 7 }).map((cells) => cells.join(",")),
      { maxLength: 6 }
    )
    fc.assert(fc.property(file, (lines) => Result.isResult(read(header, ...lines)) && Result.isResult(read(...lines))))
  })
})
