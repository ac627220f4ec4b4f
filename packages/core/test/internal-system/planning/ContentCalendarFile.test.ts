import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { ContentCalendar, ContentCalendarFile } from "../../../src/index.ts"

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

  const chinese = "编号,日期,时间,作者,正文,图片"
  const said = (...lines: ReadonlyArray<string>) =>
    Result.match(read(...lines), {
      onFailure: (findings) => findings.map(({ fix, message, where }) => [where.path, message.zh, fix.zh].join(" ")),
      onSuccess: () => []
    })

  it("is the same calendar, whichever of its names a column has", () => {
    const row = 'moon,2026-09-18,09:30,lin,"中秋，预热",moon.png'
    const name = (column: ContentCalendar.Column) => fc.constantFrom(column, ...ContentCalendar.chinese[column])
    const anyHeader = fc.tuple(...ContentCalendar.columns.map(name))
    fc.assert(
      fc.property(anyHeader, (names) =>
        assert.deepStrictEqual(Result.getOrThrow(read(names.join(), row)), Result.getOrThrow(read(header, row)))
      )
    )
  })

  it("is told its mistakes under the names that it gives its columns itself", () => {
    assert.deepStrictEqual(said(chinese, "a,2026/9/18,9:30,,,moon.jpg", "b,2026-09-18,09:30,lin,你好,"), [
      "日期 「日期」是「2026/9/18」，应为真实日期，形如 2026-11-23。 写成「2026-09-18」。",
      "作者 「作者」是空的。 写入撰稿人。可用的有：「lin」「he」。",
      "正文 「正文」是空的，应为微博正文。 写入微博正文。",
      "图片 「图片」是「moon.jpg」，应为存在的 jpg、png 或 gif 图片。 写入存在的 jpg、png 或 gif 图片。"
    ])
    assert.deepStrictEqual(
      mistakes("文案,编号,撰稿人,date,发布时间", "x,a,lin,2026-09-18,25:00", "x,a,lin,2026-09-18,10:00"),
      ["2 calendar/wrong-cell 发布时间", "3 calendar/id-twice 编号"]
    )
  })

  it("hears of missing and unknown columns in the language of its header", () => {
    assert.deepStrictEqual(said("编号,日期,時間,作者,微博正文"), [
      "时间 缺少「时间」列。 在第一行加上「时间」。",
      "正文 缺少「正文」列。 在第一行加上「正文」。",
      "時間 没有「時間」这一列。 删除该列。可用的有：「编号」「日期」「发布日期」「时间」「发布时间」「作者」「撰稿人」「正文」「文案」「图片」「配图」。",
      "微博正文 没有「微博正文」这一列。 删除该列。可用的有：「编号」「日期」「发布日期」「时间」「发布时间」「作者」「撰稿人」「正文」「文案」「图片」「配图」。"
    ])
    assert.deepStrictEqual(said("id,date,time,author,text,pictures"), [
      "pictures 没有「pictures」这一列。 是否应为「picture」？"
    ])
    assert.deepStrictEqual(said("编号,,日期,时间,作者,正文,图片").slice(0, 1).join().slice(0, 9), " 有一列没有列名。")
  })

  it("has one column twice when it stands there under two names", () => {
    assert.deepStrictEqual(said(`id,${chinese}`, "a,a,2026-09-18,09:30,lin,你好,"), [
      "编号 「id」和「编号」是同一列。 只保留一列。"
    ])
  })

  it("may have Chinese names behind semicolons or tabs, and is told of Chinese commas between them", () => {
    for (const separator of [";", "\t"]) {
      const row = ["moon", "2026-09-18", "09:30", "lin", "中秋, 预热", "moon.png"].join(separator)
      assert.isTrue(Result.isSuccess(read(chinese.replaceAll(",", separator), row)))
    }
    assert.deepStrictEqual(mistakes(chinese.replaceAll(",", "，")), ["1 calendar/wrong-separator "])
  })

  it("with columns and no post is not taken for a calendar in which nothing is to be done", () => {
    assert.deepStrictEqual(said(chinese), [" 日历只有列名，没有任何一条微博。 在列名下面为每条微博写一行。"])
    assert.deepStrictEqual(mistakes(header, "", ",,,,,", ""), ["1 calendar/empty "])
  })

  it("is refused, not guessed at, when it is not CSV", () => {
    assert.deepStrictEqual(mistakes(header, 'a,2026-09-18,09:30,lin,"broken"text,'), ["2 calendar/not-csv "])
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
      read(`${header},,`, "", "a,2026-09-18,09:30,lin,你好,,,", ",,,,,,,", "b,2026-09-18,10:30,lin,你好,,,", ",,,,,,,")
    )
    assert.deepStrictEqual(
      entries.map(({ id }) => id as string),
      ["a", "b"]
    )
    assert.deepStrictEqual(mistakes(header, "", "", ",,,,,", "a,2026-13-18,09:30,lin,你好,"), [
      "5 calendar/wrong-cell date"
    ])
  })

  it("shows a date and a time as they were meant, and what stands there, or that nothing does", () => {
    const findings = Result.getOrThrow(
      Result.flip(read(header, "a,2026/9/18,09:30,,你好,", "b,2026-09-18,9:30,lin,你好,"))
    )
    assert.deepStrictEqual(
      findings.map(({ fix, message }) => `${message.en} ${fix.en}`),
      [
        'date is "2026/9/18", and should be a date that exists, such as 2026-11-23. Write 2026-09-18.',
        "author is empty. Write who writes it. What may stand here: lin, he.",
        'time is "9:30", and should be a time of day, such as 09:30. Write 09:30.'
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
