/** The figures of a report in CSV, XLSX and Parquet, each as two readers that nobody here wrote have them. */
import { execFileSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ReportCsv, ReportParquet, ReportRows, ReportXlsx } from "@dualops/reports"
import { DuckDBInstance } from "@duckdb/node-api"
import { assert, describe, it } from "@effect/vitest"
import { parse } from "csv-parse/sync"
import { Effect } from "effect"
import { parquetMetadata, parquetReadObjects } from "hyparquet"
import Papa from "papaparse"
import { readSheet } from "read-excel-file/node"
import { hostile, report } from "./sampleReport.ts"

const folder = mkdtempSync(join(tmpdir(), "reports-"))
const put = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}
const rows = ReportRows.of(report)
const cells = rows.map((row) => ReportRows.columns.map(({ of }) => of(row, "zh")))
const titles = ReportRows.columns.map(({ title }) => title.zh)
const names = ReportRows.columns.map(({ name }) => name)
const column = (name: string) => names.indexOf(name)

describe("A report in CSV", () => {
  const text = ReportCsv.render(report)

  it("begins with the mark by which Excel knows Chinese, and ends its lines as spreadsheets do", () => {
    assert.isTrue(text.startsWith("\ufeff起,止,章节,代号,指标,本期,单位"))
    assert.isTrue(text.endsWith("\r\n"))
  })

  it("has the same cells for two parsers: as many in each line, and nothing where nothing is known", () => {
    const papa = Papa.parse<ReadonlyArray<string>>(text.slice(1), { skipEmptyLines: true }).data
    const other: ReadonlyArray<ReadonlyArray<string>> = parse(text, { bom: true })
    assert.deepStrictEqual(papa, other.map((line) => [...line]) as typeof papa)
    assert.strictEqual(papa.length, cells.length + 1)
    assert.deepStrictEqual(papa[0] as Array<string>, titles)
    for (const [index, line] of papa.slice(1).entries())
      assert.deepStrictEqual(
        line.map((cell) => (/^'\s*[=+\-@\t＝]/.test(cell) ? cell.slice(1) : cell)),
        cells[index]?.map((cell) => (cell === null ? "" : String(cell)))
      )
  })

  it("holds no cell that a spreadsheet would run, and leaves numbers below zero numbers", () => {
    const all: ReadonlyArray<ReadonlyArray<string>> = parse(text, { bom: true })
    const run = all.flat().filter((cell) => /^\s*[=+\-@\t\r＝＋－＠]/.test(cell))
    assert.deepStrictEqual(run, ["-0.5"])
  })
})

describe("A report as a workbook", () => {
  it("has numbers that are numbers, texts that are no formulas, and empty cells for what is not known", async () => {
    const bytes = await Effect.runPromise(ReportXlsx.render(report))
    const [header, ...body] = await readSheet(put("report.xlsx", bytes))
    assert.deepStrictEqual(header as Array<unknown>, titles)
    assert.strictEqual(body.length, cells.length)
    for (const [index, line] of body.entries()) {
      assert.strictEqual(line[column("value")], cells[index]?.[column("value")])
      assert.strictEqual(line[column("before")], cells[index]?.[column("before")])
    }
  })

  it("takes no text for the escape of another sign, and cuts none in the middle of a character", async () => {
    const [chapter] = report.chapters
    const [line] = chapter?.lines ?? []
    assert.isDefined(line)
    const titled = (title: string) => ({ ...line, figure: { ...line?.figure, title: { zh: title, en: title } } })
    const lines = ["_x0041_=1+1", `ab${"😀".repeat(20_000)}`].map(titled) as NonNullable<typeof chapter>["lines"]
    const chapters = [{ ...chapter, lines }] as unknown as typeof report.chapters
    const bytes = await Effect.runPromise(ReportXlsx.render({ ...report, chapters }))
    const [, ...body] = await readSheet(put("escaped.xlsx", bytes))
    const [escaped, long] = body.map((cells) => String(cells[column("figure")]))
    assert.strictEqual(escaped, "_x0041_=1+1")
    assert.strictEqual(long?.length, 32_766)
    assert.isTrue(long?.endsWith("😀"))
  })

  const python = process.env.DUALOPS_PYTHON ?? "python3"
  const hasOpenpyxl = (() => {
    try {
      execFileSync(python, ["-c", "import openpyxl"], { stdio: "ignore" })
      return true
    } catch {
      return false
    }
  })()
  if (!hasOpenpyxl) console.warn("No openpyxl: the workbook of a report is NOT read by it here.")

  it.skipIf(!hasOpenpyxl)("is read by openpyxl as it was written, type for type", async () => {
    const file = put("other.xlsx", await Effect.runPromise(ReportXlsx.render(report)))
    const read: ReadonlyArray<ReadonlyArray<readonly [string, unknown]>> = JSON.parse(
      execFileSync(python, [
        "-c",
        "import sys,json,openpyxl;print(json.dumps([[(c.data_type,c.value) for c in r] for r in openpyxl.load_workbook(sys.argv[1]).active.iter_rows()]))",
        file
      ]).toString()
    )
    const body = read.slice(1)
    assert.strictEqual(body.length, cells.length)
    assert.notInclude(
      body.flat().map(([type]) => type),
      "f"
    )
    for (const [index, line] of body.entries())
      for (const [place, { isNumber }] of ReportRows.columns.entries()) {
        const [type, value] = line[place] ?? []
        if (!isNumber) continue
        assert.strictEqual(type, "n")
        assert.strictEqual(value, cells[index]?.[place])
      }
  })
})

describe("A report in Parquet", () => {
  const bytes = ReportParquet.render(report)
  const file = put("report.parquet", bytes)

  it("says to hyparquet what it was made of: null where nothing is known, and never 0", async () => {
    const read = await parquetReadObjects({ file: bytes.slice().buffer })
    assert.deepStrictEqual(
      read.map((row) => names.map((name) => row[name] ?? null)),
      cells.map((line) => [...line])
    )
    const { key_value_metadata } = parquetMetadata(bytes.slice().buffer)
    assert.include(JSON.stringify(key_value_metadata), "本期")
  })

  it("says the same to DuckDB, which has doubles and texts of it", async () => {
    const instance = await DuckDBInstance.create(":memory:")
    const database = await instance.connect()
    const read = await database.runAndReadAll(`SELECT * FROM read_parquet('${file}')`)
    assert.deepStrictEqual(
      read.getRows().map((row) => [...row]),
      cells.map((line) => [...line])
    )
    assert.deepStrictEqual(
      read.columnTypes().map(String),
      ReportRows.columns.map(({ isNumber }) => (isNumber ? "DOUBLE" : "VARCHAR"))
    )
    const sum = await database.runAndReadAll(
      `SELECT count(*), count(value), count(before) FROM read_parquet('${file}')`
    )
    assert.deepStrictEqual(sum.getRows()[0]?.map(Number), [hostile.length + 5, hostile.length + 2, 1])
    database.closeSync()
    instance.closeSync()
  })

  it("is the same bytes whenever it is made", () => {
    assert.deepStrictEqual(ReportParquet.render(report), bytes)
  })

  it("of no figures is a table without rows", async () => {
    const empty = ReportParquet.render({ ...report, chapters: [] })
    assert.deepStrictEqual(await parquetReadObjects({ file: empty.slice().buffer }), [])
  })
})
