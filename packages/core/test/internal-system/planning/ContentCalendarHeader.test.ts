import { ContentCalendarFile } from "@dualops/core/files"
import { ContentCalendar } from "@dualops/core/planning"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import * as fc from "fast-check"
import { header, known, mistakes, read } from "./CalendarCast.ts"

describe("the columns of a content calendar", () => {
  it("names the columns that are missing, unknown or doubled", () => {
    assert.deepStrictEqual(mistakes("id,date,tme,author,author"), [
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
    assert.deepStrictEqual(said(chinese, "a,9/18/2026,9点半,,,moon.jpg", "b,2026-09-18,09:30,lin,你好,"), [
      "日期 「日期」是「9/18/2026」，应为真实日期，年在最前，形如 2026-11-23。 写入真实日期，年在最前，形如 2026-11-23。",
      "时间 「时间」是「9点半」，应为时间，从 00:00 到 23:59，精确到分，形如 09:30。 写入时间，从 00:00 到 23:59，精确到分，形如 09:30。",
      "作者 「作者」是空的。 写入撰稿人。可用的有：「lin」「he」。",
      "正文 「正文」是空的，应为微博正文。 写入微博正文。",
      "图片 「图片」是「moon.jpg」，应为存在的 jpg、png 或 gif 图片，路径从本文件所在的文件夹写起。 写入存在的 jpg、png 或 gif 图片，路径从本文件所在的文件夹写起。"
    ])
    assert.deepStrictEqual(
      mistakes("文案,编号,撰稿人,date,发布时间", "x,a,lin,2026-09-18,25:00", "x,a,lin,2026-09-18,10:00"),
      ["2 calendar/wrong-cell 发布时间", "3 calendar/id-twice 编号"]
    )
  })

  it("hears of missing and unknown columns in the language of its header", () => {
    assert.deepStrictEqual(said("编号,日期,時間,作者,微博正文"), [
      "時間 没有「時間」这一列。 若是「时间」列，把列名改为「时间」。",
      "微博正文 没有「微博正文」这一列。 若是「正文」列，把列名改为「正文」。"
    ])
    assert.deepStrictEqual(said("编号,日期,时间,作者,备注"), [
      "正文 缺少「正文」列。 在第一行加上「正文」。",
      "备注 没有「备注」这一列。 删除该列。可用的有：「编号」「日期」「发布日期」「时间」「发布时间」「作者」「撰稿人」「正文」「文案」「图片」「配图」。"
    ])
    assert.deepStrictEqual(said("id,date,time,author,text,pictures"), [
      "pictures 没有「pictures」这一列。 若是「picture」列，把列名改为「picture」。"
    ])
    assert.deepStrictEqual(said("编号,,日期,时间,作者,正文,图片").slice(0, 1).join().slice(0, 9), " 有一列没有列名。")
  })

  it("is told to rename a column that goes by another name, not to add one and take one out", () => {
    const named = (column: ContentCalendar.Column, name: string) =>
      said(ContentCalendar.columns.map((one) => (one === column ? name : ContentCalendar.chinese[one][0])).join())
    const renamed = {
      序号: "id",
      编码: "id",
      作者姓名: "author",
      姓名: "author",
      内容: "text",
      发布内容: "text",
      照片: "picture"
    } as const
    for (const [name, column] of Object.entries(renamed)) {
      const [right] = ContentCalendar.chinese[column]
      assert.deepStrictEqual(named(column, name), [
        `${name} 没有「${name}」这一列。 若是「${right}」列，把列名改为「${right}」。`
      ])
    }
    assert.deepStrictEqual(named("id", "ID"), ["ID 没有「ID」这一列。 若是「id」列，把列名改为「id」。"])
  })

  it("is told to rename one column only where two could be the one that is missing, and none where none is", () => {
    assert.deepStrictEqual(mistakes("序号,ID,日期,时间,作者,正文"), [
      "1 calendar/unknown-column 序号",
      "1 calendar/unknown-column ID"
    ])
    assert.match(said("序号,编码,日期,时间,作者,正文").join(), /序号.*改为「编号」.*编码.*删除该列/)
    assert.match(said(`${chinese},序号`).join(), /^序号 没有「序号」这一列。 删除该列/)
    assert.match(said("编号,日期时间,作者,正文").join(), /缺少「日期」列.*缺少「时间」列.*日期时间.*删除该列/)
  })

  it("is told the id of an author whom it calls by name", () => {
    const names = { lin: "林晓", he: "He Chuan", zhou: "何川", toString: "x" }
    const fixOf = (author: string) =>
      Result.match(
        ContentCalendarFile.read("c.csv", `${chinese}\na,2026-09-18,09:30,${author},你好,`, { ...known, names }),
        { onFailure: (findings) => findings.map(({ fix }) => [fix.zh, fix.en]), onSuccess: () => [] }
      )
    assert.deepStrictEqual(fixOf("林晓"), [["写编号，不写姓名：「lin」。", "Write the id, not the name: lin."]])
    assert.deepStrictEqual(fixOf("He Chuan"), [["写编号，不写姓名：「he」。", "Write the id, not the name: he."]])
    assert.deepStrictEqual(fixOf("何川"), [
      ["写入撰稿人。可用的有：「lin」「he」。", "Write who writes it. What may stand here: lin, he."]
    ])
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

  it("without a post below them are not taken for a calendar in which nothing is to be done", () => {
    assert.deepStrictEqual(said(chinese), [" 日历只有列名，没有任何一条微博。 在列名下面为每条微博写一行。"])
    assert.deepStrictEqual(mistakes(header, "", ",,,,,", ""), ["1 calendar/empty "])
  })
})
