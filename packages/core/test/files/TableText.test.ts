/** Tables as spreadsheets save them, in whatever encoding: read rightly, or refused. Judged by iconv, where the machine has it. */

import { execFileSync, spawnSync } from "node:child_process"
import { ContentCalendarFile, TableText } from "@dualops/core/files"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import * as fc from "fast-check"

const hasIconv = spawnSync("iconv", ["--version"]).status === 0
const iconv = (from: string, to: string, bytes: Uint8Array): Uint8Array =>
  execFileSync("iconv", ["-f", from, "-t", to], { input: bytes, stdio: ["pipe", "pipe", "ignore"] })
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const encoded = (text: string, to: string): Uint8Array => iconv("UTF-8", to, utf8(text))
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replaceAll(" ", ""), "hex"))
const decode = (of: Uint8Array) => TableText.decode("plan.csv", of)
const codes = (of: Uint8Array) =>
  Result.match(decode(of), {
    onFailure: (findings) => findings.map(({ code }) => code),
    onSuccess: ({ notes }) => notes.map(({ code }) => code)
  })
const plan = "日期,时间,类别,正文\r\n2026-09-07,08:30,茶与新品,桂花落在杯里，秋天就到了。\r\n"

describe("The text of a table", () => {
  it("is read in UTF-8 with and without its mark, and nothing is said of it", () => {
    for (const written of [plan, `\ufeff${plan}`, "date,time,category\r\n", ""]) {
      assert.deepStrictEqual(Result.getOrThrow(decode(utf8(written))), {
        text: written.replace("\ufeff", ""),
        encoding: "utf-8",
        notes: []
      })
    }
  })

  it("is known by its bytes in GBK, which a person is told with the first words", () => {
    // 日期,类别 and 茶 as any Chinese Excel saves them.
    const { encoding, notes, text } = Result.getOrThrow(
      decode(bytes("C8D5 C6DA 2C C0E0 B1F0 0D0A B2E8 2C CAB1 BCE4 0D0A"))
    )
    assert.strictEqual(text, "日期,类别\r\n茶,时间\r\n")
    assert.strictEqual(encoding, "gb18030")
    assert.deepStrictEqual(
      notes.map(({ code, evidence, severity }) => ({ code, evidence, severity })),
      [{ code: "table/read-as-gb18030", evidence: "日期", severity: "note" }]
    )
  })

  it.skipIf(!hasIconv)(
    "is what iconv says, in GBK, in GB18030 with four bytes, and in UTF-16 with and without its mark",
    () => {
      const emoji = `${plan}2026-09-08,12:00,粉丝故事,谢谢大家🍵，镕、喆、玥和䶮\r\n`
      const table: ReadonlyArray<readonly [string, string, TableText.Encoding]> = [
        [plan, "GBK", "gb18030"],
        [plan, "GB2312", "gb18030"],
        [emoji, "GB18030", "gb18030"],
        [plan, "UTF-16LE", "utf-16le"],
        [plan, "UTF-16BE", "utf-16be"],
        [`\ufeff${emoji}`, "UTF-16LE", "utf-16le"],
        [`\ufeff${emoji}`, "UTF-16BE", "utf-16be"]
      ]
      for (const [written, to, encoding] of table) {
        const read = Result.getOrThrow(decode(encoded(written, to)))
        assert.deepStrictEqual([read.text, read.encoding], [written.replace("\ufeff", ""), encoding], to)
        assert.strictEqual(read.notes.length, encoding === "gb18030" ? 1 : 0, to)
      }
    }
  )

  it("is refused where it is right in both, and says both", () => {
    // 目录 in GBK is Ŀ¼ in UTF-8.
    const both = decode(bytes("C4BF C2BC 2C 31 0D0A"))
    assert.isTrue(Result.isFailure(both))
    assert.deepStrictEqual(codes(bytes("C4BF C2BC 2C 31 0D0A")), ["table/either-encoding"])
    if (Result.isFailure(both)) assert.include(both.failure[0]?.message.zh, "「目录」（GBK），也可读作「Ŀ¼」")
  })

  it("is refused where nobody can know it: half a sign, a zero among bytes, UTF-32, and what only looks like GBK", () => {
    const cases = {
      "half a sign of GBK": bytes("C8D5 C6DA 2C C0"),
      "half a sign of UTF-8": bytes("EFBBBF E697"),
      "half a sign of UTF-16": bytes("FFFE 2C00 E5"),
      "half a pair in UTF-16": bytes("FFFE 3DD8 2C00"),
      zeros: bytes("31 00 32 00 00"),
      "UTF-32": bytes("FFFE0000 2C000000"),
      "caféa in a western encoding": bytes("63 61 66 E9 61 2C 31"),
      "日付 in Shift-JIS": bytes("93FA 9574 2C 8E9E 8AD4"),
      "of no sign at all": bytes("AAA1 AAA2 2C B2E8")
    }
    for (const [name, of] of Object.entries(cases)) assert.deepStrictEqual(codes(of), ["table/unknown-encoding"], name)
  })

  it.skipIf(!hasIconv)("in Big5, Shift-JIS and western encodings is never taken for Chinese in GBK", () => {
    const foreign = [
      ["日期,時間,類別,內容\r\n2026-09-07,08:30,茶飲,桂花落在杯裡，秋天就到了。\r\n", "BIG5"],
      ["日付,時間,分類,本文\r\n2026-09-07,08:30,お茶,秋が来ました。\r\n", "SHIFT_JIS"],
      ["date,text\r\n2026-09-07,été à Genève où l'œuvre naît\r\n", "WINDOWS-1252"],
      ["дата,текст\r\n2026-09-07,Осенний чай\r\n", "WINDOWS-1251"]
    ] as const
    for (const [written, to] of foreign)
      assert.deepStrictEqual(codes(encoded(written, to)), ["table/unknown-encoding"], to)
  })

  it.skipIf(!hasIconv)("in everyday Chinese comes out as it was written, or is refused, in every encoding", () => {
    const everyday = [
      ..."日期时间类别正文茶与新品粉丝故事活动服务公告桂花落在杯里秋天就到了目录联通，。「」0123456789,abc"
    ]
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...everyday), minLength: 1, maxLength: 40 }),
        fc.constantFrom("UTF-8", "GBK", "GB18030"),
        (written, to) => {
          const read = decode(encoded(written, to))
          if (Result.isSuccess(read)) assert.strictEqual(read.success.text, written)
          else assert.notStrictEqual(to, "UTF-8")
        }
      ),
      { numRuns: 200 }
    )
  })

  it("that somebody has decoded wrongly before is refused by the readers of tables", () => {
    const read = ContentCalendarFile.read("calendar.csv", plan.replace("茶", "\ufffd"), {
      rules: { route: "business", safeDomains: [] },
      people: []
    } as never)
    assert.isTrue(Result.isFailure(read))
    if (Result.isFailure(read))
      assert.deepStrictEqual(
        read.failure.map(({ code, where }) => [code, where.line]),
        [["calendar/garbled", 2]]
      )
  })
})
