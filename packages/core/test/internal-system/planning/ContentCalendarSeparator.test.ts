/** What spreadsheets put in front of a table, and what they put between its cells. */

import { ContentCalendarFile } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import Papa from "papaparse"
import { known, mistakes } from "./CalendarCast.ts"

const read = (text: string) => ContentCalendarFile.read("calendar.csv", text, known)

describe("a first line that names the separator", () => {
  it("is no header: the columns stand below it, and lines keep their numbers", () => {
    const rows = ["编号;日期;时间;作者;正文", "a;2026/9/18;9:30;lin;桂花开了，来坐"]
    const [entry, ...others] = Result.getOrThrow(read(`\uFEFFsep=;\r\n${rows.join("\r\n")}\r\n`))
    assert.deepStrictEqual(others, [])
    assert.strictEqual(entry && DateTime.formatIso(entry.slot), "2026-09-18T01:30:00.000Z")
    assert.strictEqual(entry?.content.text, "桂花开了，来坐")
    assert.deepStrictEqual(mistakes("sep=;", ...rows, "b;2026/9/18;25:00;lin;晚安"), ["4 calendar/wrong-cell 时间"])
  })

  it.each([
    ["buckets/application#530", "id;date;time;author;text\n1;2026-09-18;09:30;lin;早安", "早安"],
    ["actualbudget/actual#19", '"id";"date";"time";"author";"text"\n"1";"2026-09-18";"09:30";"lin";"早安"', "早安"],
    [
      "bitwarden/clients#416",
      'id,date,time,author,text\n1,2026-09-18,09:30,lin,"早安; 今天\n再见; 晚安"',
      "早安; 今天\n再见; 晚安"
    ],
    [
      "AlexanderWillner/things.sh#10",
      "id,date,time,author,text\n1,2026-09-18,09:30,lin,看 https://a.example/a;b=1",
      "看 https://a.example/a;b=1"
    ]
  ])("is not needed, as users of other tools have reported it, %s", (_, table, text) => {
    assert.deepStrictEqual(
      Result.getOrThrow(read(table)).map(({ content }) => content.text),
      [text]
    )
  })

  it("is known in every form that programs write it in", () => {
    const forms = {
      ",": ["sep=,", '"sep=,"', "SEP=,", "Sep=,", "sep=,,,,,", '"sep=,",,,,', "\uFEFFsep=,"],
      ";": ["sep=;", '"sep=;"', "sep=;;;;;", '"sep=;";;;;'],
      "\t": ["sep=\t", "sep=\\t", '"sep=\t"', "sep=\t\t\t\t\t"],
      "|": ["sep=|"]
    }
    for (const [sign, lines] of Object.entries(forms)) {
      const rows = ["id,date,time,author,text", "a,2026-09-18,09:30,lin,早上好"].map((row) => row.replaceAll(",", sign))
      for (const line of lines) {
        for (const end of ["\n", "\r\n", "\r"]) {
          assert.strictEqual(Result.getOrThrow(read([line, ...rows, ""].join(end))).length, 1, JSON.stringify(line))
        }
      }
    }
  })

  it("is believed only as long as the names of the columns are told apart by it", () => {
    assert.strictEqual(
      Result.getOrThrow(read("sep=;\nid,date,time,author,text\na,2026-09-18,09:30,lin,早;安")).at(0)?.content.text,
      "早;安"
    )
  })

  it("is no table by itself", () => {
    assert.deepStrictEqual(mistakes("sep=;"), ["1 calendar/empty "])
    assert.deepStrictEqual(mistakes("sep=;", "id;date;time;author;text"), ["2 calendar/empty "])
  })

  it("never changes what stands in the cells of a file that another program has written", () => {
    const cell = fc
      .stringMatching(/^[\w桂花，;\t"',|\n=.-]{1,12}$/)
      .filter((text) => text.trim() === text && text !== "")
    fc.assert(
      fc.property(
        fc.uniqueArray(cell, {
          minLength: 1,
          maxLength: 6,
          selector: (text) => text.normalize("NFKC").replaceAll(/\s/g, "")
        }),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        (texts, delimiter, newline, quotes) => {
          const rows = texts.map((text, at) => [`p${at}`, "2026-09-18", `${10 + at}:00`, "lin", text])
          const table = Papa.unparse([["id", "date", "time", "author", "text"], ...rows], {
            delimiter,
            newline,
            quotes
          })
          const entries = Result.getOrThrow(read(`\uFEFFsep=${delimiter}${newline}${table}`))
          const judged = Papa.parse<ReadonlyArray<string>>(table, { delimiter, newline }).data.slice(1)
          assert.deepStrictEqual(
            entries.map(({ content }) => content.text),
            judged.map((row) => (row[4] ?? "").replaceAll("\r\n", "\n"))
          )
        }
      )
    )
  })
})
