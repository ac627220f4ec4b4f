/** The check on the command line, as people and programs use it. */

import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { stripVTControlCharacters } from "node:util"
import { describe, expect, it, vi } from "@effect/vitest"
import { assertSarif } from "../../core/test/finding/officialSarif.ts"
import * as FileCodes from "../src/FileCodes.ts"
import { folderOf, type Machine, run } from "./run.ts"

const handbooks = new URL("../../../examples/handbooks/", import.meta.url)
const worked = readFileSync(new URL("xinghe.yaml", handbooks), "utf8")
const minimal = readFileSync(new URL("minimal.yaml", handbooks), "utf8")
const alone = worked.replace("standIns: [lin, zhou]", "standIns: []")

const check = (text: string, ...args: ReadonlyArray<string>) =>
  run(folderOf({ "h.yaml": text }), ["check", "h.yaml", ...args])

describe("dualops check", () => {
  it("ends with 0 where there is nothing to say", async () => {
    expect(await check(worked)).toEqual({ out: "No findings.\n", error: "", exit: 0 })
  })

  it("ends with 0 for the smallest handbook, and with 1 when what it lives with was to be mended", async () => {
    expect(await check(minimal)).toEqual({ out: "No findings.\n", error: "", exit: 0 })
    expect((await check(minimal, "--at", "2028-01-01")).exit).toBe(1)
  })

  it("ends with 1 where a finding is an error, and shows its line and the page of its rule", async () => {
    const { exit, out } = await check(alone)
    expect(exit).toBe(1)
    expect(out).toContain("error duty/no-stand-in duties.positioning.standIns")
    expect(out).toContain("When he is away, nobody takes over positioning.")
    expect(out).toMatch(/ {4}\d+ \| {5}standIns: \[\]\n {4} +\| {15}\^\n {2}Name at least one stand-in\./)
    expect(out).toMatch(/\nduty\/no-stand-in +https:\/\/\S+\/docs\/rules\/duty\/no-stand-in\.md\n/)
  })

  it("speaks Chinese as well", async () => {
    expect((await check(alone, "--lang", "zh")).out).toContain("职责「positioning」只有 he 一人。")
    expect((await check(alone, "--lang=zh")).out).toContain("错误 duty/no-stand-in")
  })

  it("colours what a terminal shows, and nothing else", async () => {
    const painted = await run(folderOf({ "h.yaml": alone }), ["check", "h.yaml"], { colour: true })
    expect(painted.out).toContain("\u001b[31merror\u001b[39m")
    expect(stripVTControlCharacters(painted.out)).toBe((await check(alone)).out)
  })

  it("tells programs as JSON", async () => {
    expect(JSON.parse((await check(alone, "--format", "json")).out)).toContainEqual(
      expect.objectContaining({ code: "duty/no-stand-in", severity: "error" })
    )
  })

  it("tells code hosts as SARIF 2.1.0, of a clean handbook as of broken ones", async () => {
    const broken = {
      clean: worked,
      alone,
      "a key that is nearly right": worked.replace("duties:", "dutys:"),
      "wrong values": worked.replaceAll('from: "09:00"', 'from: "9:00"'),
      "no YAML": "version: [\n- ]]\n\tx",
      "very many mistakes": worked + Array.from({ length: 300 }, (_, n) => `x${n}: 1\n`).join(""),
      nothing: ""
    }
    for (const text of Object.values(broken)) {
      const folder = folderOf({ "books/a b.yaml": text })
      const where = vi.spyOn(process, "cwd").mockReturnValue(folder)
      for (const lang of ["en", "zh"]) {
        const { out } = await run(folder, ["check", `${folder}/books/a b.yaml`, "--format", "sarif", "--lang", lang])
        assertSarif(JSON.parse(out))
        if (text === alone) expect(out).toContain('"uri": "books/a%20b.yaml"')
      }
      where.mockRestore()
    }
  })

  it("tells a file that is no handbook as its reader does", async () => {
    expect((await check("version: [")).out).toContain("file/not-yaml")
    expect((await check("version: '1'")).exit).toBe(1)
  })

  it("reads files with the line ends of Windows, and a mark of their bytes, as others", async () => {
    expect(await check(`\uFEFF${worked.replaceAll("\n", "\r\n")}`)).toEqual(await check(worked))
    expect((await check(alone.replaceAll("\n", "\r\n"))).out).toBe((await check(alone)).out)
  })

  it("takes a day for today when it is told one", async () => {
    expect((await check(worked, "--at", "2026-12-01")).out).toContain("warning plan/over")
  })

  it("checks several files, each under its name, and ends with the worst of them", async () => {
    const folder = folderOf({ "a.yaml": worked, "b.yaml": alone })
    const { exit, out } = await run(folder, ["check", "a.yaml", "b.yaml"])
    expect(exit).toBe(1)
    expect(out).toMatch(/^a\.yaml\nNo findings\.\nb\.yaml\nb\.yaml:\d+:/)
    const files = JSON.parse((await run(folder, ["check", "b.yaml", "b.yaml", "--format", "json"])).out)
    expect(files).toHaveLength(2 * JSON.parse((await run(folder, ["check", "b.yaml", "--format", "json"])).out).length)
  })

  it("checks what is piped in, once", async () => {
    const piped = (text: string, ...args: ReadonlyArray<string>) =>
      run(folderOf({}), ["check", "-", ...args], { stdin: new TextEncoder().encode(text) } satisfies Machine)
    expect(await piped(worked)).toEqual({ out: "No findings.\n", error: "", exit: 0 })
    expect((await piped(alone)).out).toMatch(/^stdin:\d+:\d+ error duty\/no-stand-in/)
    expect((await piped(worked, "-")).error).toBe("Standard input can be read only once; write - only once.\n")
    expect(await piped(worked, "--watch")).toMatchObject({ exit: 2 })
    expect((await piped("x".repeat(2 ** 24 + 1))).error).toBe("stdin cannot be read: it has more than 16 MB.\n")
  })
})

describe("dualops explain", () => {
  const explain = (...args: ReadonlyArray<string>) => run(folderOf({}), ["explain", ...args])

  it("says what a rule demands, what mends it, and where it is shown broken and mended", async () => {
    const { out } = await explain("duty/no-stand-in")
    expect(out).toMatch(
      /^duty\/no-stand-in error\n {2}Every duty has a stand-in\.\n {2}Name at least one stand-in\.\n {2}https:\S+\n$/
    )
    expect((await explain("duty/no-stand-in", "--lang", "zh")).out).toContain("每项职责有替补。")
  })

  it("is offered wherever findings are told, by a command that runs", async () => {
    const folder = folderOf({ "h.yaml": alone, "broken.yaml": "version: [" })
    const command = /Each is explained by a command: dualops explain (\S+)\n$/
    const { out } = await run(folder, ["check", "h.yaml"])
    expect((await explain(command.exec(out)?.[1] ?? "")).exit).toBe(0)
    for (const args of [
      ["print", "broken.yaml"],
      ["diff", "broken.yaml", "h.yaml"],
      ["roster", "export", "broken.yaml"]
    ]) {
      const { error } = await run(folder, args)
      expect(command.exec(error)?.[1]).toBe("file/not-yaml")
    }
    expect((await run(folder, ["check", "h.yaml", "--lang", "zh"])).out).toMatch(
      /逐条解释：dualops explain \S+ --lang zh\n$/
    )
    expect((await run(folder, ["check", "h.yaml", "--format", "json"])).out).not.toContain("explain")
  })

  it("says of every code of the readers of files what it means, in both languages", async () => {
    const sources = fileURLToPath(new URL("../../core/src/", import.meta.url))
    const codes = new Set(
      readdirSync(sources, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .flatMap((file) => {
          const text = readFileSync(`${sources}${file}`, "utf8")
          const written = [...text.matchAll(/code: "(file\/[a-z0-9-]+)"/g)].map(([, code = ""]) => code)
          // Each of these has functions that put its own word before the code.
          const chapter = /(?:Ical|TeamCalendar)\w*\.ts$/.test(file)
            ? "calendar-file"
            : /(?:ContentCalendar\w*|PlanTableReader|PlanXlsx|Workbook)\.ts$/.test(file)
              ? "calendar"
              : /SchemaFindings\.ts$/.test(file)
                ? "file"
                : undefined
          const made = [...text.matchAll(/\b(?:finding|refused)\(\s*(?:[^"()]*?,\s*)?"([a-z0-9-]+)",/g)].map(
            ([, code]) => `${chapter}/${code}`
          )
          return chapter === undefined ? written : [...written, ...made]
        })
    )
    expect(codes.size).toBeGreaterThan(30)
    expect([...codes].toSorted()).toEqual(Object.keys(FileCodes.meanings).toSorted())
    for (const code of codes) {
      expect((await explain(code)).out).toMatch(/^\S+\n {2}[A-Z].*\.\n {2}\S.*\.\n {2}https:\S+\n$/)
      expect((await explain(code, "--lang", "zh")).out).toMatch(/^\S+\n {2}.*。\n {2}.*。\n/)
    }
    expect((await explain("file/zzz")).exit).toBe(2)
  })

  it("tells a code of any length by its beginning", async () => {
    expect((await explain("x".repeat(100_000))).error.length).toBeLessThan(300)
  })

  it("asks what was meant by a code that nobody knows", async () => {
    expect((await explain("duty/no-standin")).error).toBe(
      "There is no rule duty/no-standin. Did you mean: duty/no-stand-in\n"
    )
    expect((await explain("roster/holes")).error).toContain("Did you mean: roster/gap")
    expect((await explain("x", "--lang", "zh")).error).toMatch(/^没有规则「x」。https:/)
  })
})
