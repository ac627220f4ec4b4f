/** Content plans in files: what is written is read again, by us and by others, and what nobody should open is refused. */
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PlanCsv, PlanXlsx } from "@dualops/core/content-plan-files"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Result } from "effect"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import Papa from "papaparse"
import { brief, given, made } from "./plannedWeek.ts"

/** The parts of a workbook, changed. */
const changed = (bytes: Uint8Array, change: (name: string, text: string) => string) =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strToU8(change(name, strFromU8(part)))])
    )
  )
const findingsOf = (bytes: Uint8Array) =>
  Effect.map(Effect.flip(PlanXlsx.read("plan.xlsx", bytes, brief)), (findings) =>
    findings.map(({ code, where }) => `${code.slice(9)} ${where.line}`)
  )
const sheet = (rows: string, more = "") =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${more}</worksheet>`
const withRows = (rows: string, more = "", workbook = (text: string) => text) =>
  Effect.map(PlanXlsx.write(made, brief), (bytes) =>
    changed(bytes, (name, text) =>
      name === "xl/worksheets/sheet1.xml" ? sheet(rows, more) : name === "xl/workbook.xml" ? workbook(text) : text
    )
  )
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`
const header = `<row r="1">${text("A1", "日期")}${text("B1", "时间")}${text("C1", "类别")}</row>`

describe("A plan in CSV", () => {
  it("is read as it was written, in both languages, and so by another reader", () => {
    for (const language of ["zh", "en"] as const) {
      const csv = PlanCsv.write(made, brief, language)
      assert.deepStrictEqual(Result.getOrThrow(PlanCsv.read("plan.csv", csv, brief)), given)
      const { data, errors } = Papa.parse<ReadonlyArray<string>>(csv.slice(1), { skipEmptyLines: true })
      assert.deepStrictEqual(errors, [])
      assert.strictEqual(data.length, made.entries.length + 1)
    }
  })

  it("begins with the mark by which Excel knows Chinese (SQLPage#528), and holds nothing that a spreadsheet runs (tableExport#230)", () => {
    const csv = PlanCsv.write(made, brief)
    assert.strictEqual(csv.codePointAt(0), 0xfeff)
    assert.include(csv, ",'=上新,")
    assert.notMatch(csv, /(^|,)"?[=+@-]/m)
  })

  it("is read with semicolons, other lines, dates and times as spreadsheets save them", () => {
    const read = PlanCsv.read(
      "plan.csv",
      "日期;时间;类别;备注\r\n2026/3/2;8:30:00;茶;x\r\n2026年3月3日;12:00;service;\r\n",
      brief
    )
    assert.deepStrictEqual(
      Result.getOrThrow(read).map(({ category, slot }) => `${DateTime.formatIso(slot)} ${category}`),
      ["2026-03-02T00:30:00.000Z tea", "2026-03-03T04:00:00.000Z service"]
    )
  })

  it("has every mistake told at once, with its line: of a thousand wrong rows the first hundred", () => {
    const read = PlanCsv.read(
      "plan.csv",
      "date,time,category,occasion,status\n3/4/26,9,te,nothing,maybe\n2026-03-04,09:00,tea,,\n2026-03-04,09:00,fans,,\n",
      brief
    )
    assert.deepStrictEqual(
      Result.isFailure(read)
        ? read.failure.map(({ code, where }) => `${code.slice(9)} ${where.line} ${where.path}`)
        : [],
      [
        "wrong-cell 2 date",
        "wrong-cell 2 time",
        "unknown-name 2 category",
        "unknown-name 2 occasion",
        "unknown-name 2 status",
        "slot-twice 4 "
      ]
    )
    const many = PlanCsv.read("plan.csv", `date,time,category\n${"x,y,z\n".repeat(1000)}`, brief)
    assert.strictEqual(Result.isFailure(many) ? many.failure.length : 0, 100)
  })
})

describe("A plan in a workbook", () => {
  it.effect("is read as it was written", () =>
    Effect.gen(function* () {
      for (const language of ["zh", "en"] as const)
        assert.deepStrictEqual(
          yield* PlanXlsx.read("plan.xlsx", yield* PlanXlsx.write(made, brief, language), brief),
          given
        )
    })
  )

  it.effect("says the same to openpyxl, if that is there", (context) =>
    Effect.gen(function* () {
      const folder = mkdtempSync(join(tmpdir(), "dualops-"))
      writeFileSync(join(folder, "plan.xlsx"), yield* PlanXlsx.write(made, brief))
      const script =
        "import sys,json,openpyxl;print(json.dumps([list(r) for r in openpyxl.load_workbook(sys.argv[1]).active.iter_rows(values_only=True)]))"
      const read = Result.try(() =>
        execFileSync("python3", ["-c", script, join(folder, "plan.xlsx")], { stdio: "pipe" }).toString()
      )
      rmSync(folder, { recursive: true })
      if (Result.isFailure(read)) return context.skip("openpyxl is not there to read it.")
      const rows = JSON.parse(read.success)
      assert.strictEqual(rows.length, made.entries.length + 1)
      assert.deepStrictEqual(rows[1].slice(0, 3), [made.entries[0]?.date, made.entries[0]?.time, "茶"])
    })
  )

  it.effect("may have dates and times of a spreadsheet, also those of 1904 (exceljs#1002, sheetjs#1565)", () =>
    Effect.gen(function* () {
      const styles = (bytes: Uint8Array) =>
        changed(bytes, (name, part) =>
          name === "xl/styles.xml"
            ? '<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>'
            : part
        )
      const rows = (days: number) =>
        `${header}<row r="2"><c r="A2" s="1"><v>${days}</v></c><c r="B2" s="2"><v>0.354166666666667</v></c>${text("C2", "茶")}</row>`
      const usual = styles(yield* withRows(rows(46083)))
      const mac = styles(
        yield* withRows(rows(46083 - 1462), "", (part) =>
          /<workbookPr/.test(part)
            ? part.replace(/<workbookPr/, '<workbookPr date1904="1"')
            : part.replace(/<sheets>/, '<workbookPr date1904="1"/><sheets>')
        )
      )
      for (const bytes of [usual, mac])
        assert.deepStrictEqual(
          (yield* PlanXlsx.read("plan.xlsx", bytes, brief)).map(({ slot }) => DateTime.formatIso(slot)),
          ["2026-03-02T00:30:00.000Z"]
        )
    })
  )

  it.effect("is read from the first sheet that is shown, and empty rows are passed over", () =>
    Effect.gen(function* () {
      const bytes = yield* withRows(
        `${header}<row r="4">${text("A4", "2026-03-02")}${text("B4", "08:30")}${text("C4", "茶")}</row>`
      )
      assert.strictEqual((yield* PlanXlsx.read("plan.xlsx", bytes, brief)).length, 1)
      const hidden = changed(bytes, (name, part) =>
        name === "xl/workbook.xml" ? part.replace("<sheet ", '<sheet state="hidden" ') : part
      )
      assert.deepStrictEqual(yield* findingsOf(hidden), ["empty 1"])
    })
  )

  it.effect("has every wrong row told at once, by its row in the sheet", () =>
    Effect.gen(function* () {
      const bytes = yield* withRows(
        `${header}<row r="3">${text("A3", "soon")}${text("B3", "08:30")}${text("C3", "茶")}</row><row r="5">${text("A5", "2026-03-02")}${text("B5", "x")}${text("C5", "y")}</row>`
      )
      assert.deepStrictEqual(yield* findingsOf(bytes), ["wrong-cell 3", "wrong-cell 5", "unknown-name 5"])
    })
  )

  it.effect("is refused with formulas and merged cells, all of them told (ExcelDataReader#582)", () =>
    Effect.gen(function* () {
      const rows = `${header}<row r="2"><c r="A2" t="str"><f>TODAY()</f><v>2026-03-02</v></c>${text("B2", "08:30")}<c r="C2"><f/></c></row>`
      assert.deepStrictEqual(
        yield* findingsOf(yield* withRows(rows, '<mergeCells count="1"><mergeCell ref="A2:A9"/></mergeCells>')),
        ["formula 2", "formula 2", "merged 2"]
      )
    })
  )

  it.effect(
    "is refused when it unpacks to more than anybody writes, declares entities, or reaches to the end of a sheet (insightforge#18, hucre#333)",
    () =>
      Effect.gen(function* () {
        const bytes = yield* PlanXlsx.write(made, brief)
        const bomb = zipSync({ ...unzipSync(bytes), "xl/media/zeros.xml": new Uint8Array(45_000_000) })
        assert.isBelow(bomb.length, 100_000)
        assert.deepStrictEqual(yield* findingsOf(bomb), ["too-much 1"])
        const laughs = changed(bytes, (name, part) =>
          name === "xl/sharedStrings.xml" ? `<!DOCTYPE lolz [<!ENTITY lol "lol">]>${part}` : part
        )
        assert.deepStrictEqual(yield* findingsOf(laughs), ["not-xlsx 1"])
        assert.deepStrictEqual(
          yield* findingsOf(yield* withRows(`${header}<row r="1048576">${text("XFD1048576", "x")}</row>`)),
          ["too-much 1"]
        )
        assert.deepStrictEqual(yield* findingsOf(yield* withRows(header, '<dimension ref="A1:XFD1048576"/>')), [
          "too-much 1"
        ])
        const parts = zipSync(
          Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`xl/${index}.xml`, new Uint8Array(1)]))
        )
        assert.deepStrictEqual(yield* findingsOf(parts), ["too-much 1"])
      })
  )

  it.effect("that is none is refused, whatever it is", () =>
    Effect.gen(function* () {
      for (const bytes of [
        new Uint8Array(),
        strToU8("date,time\n"),
        new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
        (yield* PlanXlsx.write(made, brief)).slice(0, 900),
        zipSync({ "a.txt": new Uint8Array(3) })
      ])
        assert.isTrue(["not-xlsx 1", "empty 1"].includes((yield* findingsOf(bytes)).join()))
    })
  )
})
