/** Posts that are planned twice. */

import { ContentCalendarFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { known, mistakes, read } from "./CalendarCast.ts"

const header = "id,date,time,author,text"
const menu = "早上好，第一壶水刚开。菜单 https://xinghe.example.com/menu 欢迎来坐。"
const row = (id: string, day: string, time: string, text: string) => `${id},2026-09-${day},${time},lin,"${text}"`

const doubts = (...lines: ReadonlyArray<string>) =>
  ContentCalendarFile.doubts("calendar.csv", [header, ...lines].join("\n"), known)

describe("a text that a calendar has twice", () => {
  it("is told at its second row, with the line of the first, where Weibo would refuse it", () => {
    const rows = [
      row("001", "18", "08:30", menu),
      row("002", "18", "09:30", "桂花开了。"),
      row("1", "18", "10:30", menu)
    ]
    assert.deepStrictEqual(mistakes(header, ...rows), ["4 calendar/text-twice text"])
    const [finding] = Result.getOrThrow(Result.flip(read(header, ...rows)))
    assert.match(finding?.message.en ?? "", /^The text is that of line 2, less than a day apart/)
    assert.match(finding?.message.zh ?? "", /第 2 行相同/)
  })

  it("is one text for all blanks, line breaks, widths of signs and invisible characters", () => {
    for (const twin of [
      ` ${menu}\n`,
      menu.replaceAll(" ", "\u3000"),
      menu.replace("，", ","),
      `${menu}\u200B`,
      menu.replace("。", "。\n")
    ]) {
      assert.deepStrictEqual(
        mistakes(header, row("a", "18", "08:30", menu), row("b", "18", "10:30", twin)).length,
        1,
        twin
      )
    }
  })

  it("may come again another day: the file is read, and a warning names both lines", () => {
    const rows = [
      row("a", "18", "08:30", "早上好。"),
      row("b", "19", "08:30", "早上好。"),
      row("c", "25", "08:30", "早上好。")
    ]
    assert.strictEqual(Result.getOrThrow(read(header, ...rows)).length, 3)
    assert.deepStrictEqual(
      doubts(...rows).map(({ code, message, severity, where }) => [severity, code, where.line, message.en]),
      [
        ["warning", "calendar/text-twice", 3, "The text is that of line 2."],
        ["warning", "calendar/text-twice", 4, "The text is that of line 3."]
      ]
    )
  })

  it("is told by its times, in whichever order the rows stand", () => {
    const rows = [
      row("c", "20", "08:30", "晚安。"),
      row("a", "18", "08:30", "晚安。"),
      row("b", "19", "08:29", "晚安。")
    ]
    assert.deepStrictEqual(mistakes(header, ...rows), ["4 calendar/text-twice text"])
    assert.deepStrictEqual(mistakes(header, rows[0] ?? "", row("d", "21", "08:30", "晚安。")), [])
  })

  it("is no text that is nearly the same, nor a row whose mistake is another", () => {
    assert.deepStrictEqual(
      mistakes(header, row("a", "18", "08:30", "早上好。"), row("b", "18", "09:30", "早上好！")),
      []
    )
    assert.deepStrictEqual(mistakes(header, row("a", "18", "08:30", "早上好。"), row("b", "18", "25:00", "早上好。")), [
      "3 calendar/wrong-cell time"
    ])
    assert.deepStrictEqual(doubts(row("a", "18", "08:30", "早上好。")), [])
  })
})
