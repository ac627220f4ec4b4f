/** The command line, as people and programs use it. */

import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { fileURLToPath } from "node:url"
import { Dualops } from "@dualops/cli"
import { describe, expect, it } from "@effect/vitest"
import { assertSarif } from "../../core/test/finding/officialSarif.ts"
import { surroundings } from "./surroundings.ts"

const handbooks = new URL("../../../examples/handbooks/", import.meta.url)
const worked = readFileSync(new URL("xinghe.yaml", handbooks), "utf8")
const alone = worked.replace("standIns: [lin, zhou]", "standIns: []")

const run = (text: string, ...args: ReadonlyArray<string>) =>
  Dualops.run(["check", "books/xinghe.yaml", ...args], surroundings({ "books/xinghe.yaml": text }))

describe("dualops check", () => {
  it("ends with 0 where there is nothing to say", () => {
    expect(run(worked)).toEqual({ out: "No findings.\n", error: "", exit: 0 })
  })

  it("ends with 0 for the smallest handbook, and with 1 when what it lives with was to be mended", () => {
    const minimal = readFileSync(new URL("minimal.yaml", handbooks), "utf8")
    expect(run(minimal)).toEqual({ out: "No findings.\n", error: "", exit: 0 })
    expect(run(minimal, "--at", "2028-01-01").exit).toBe(1)
  })

  it("ends with 1 where a finding is an error, and shows its line", () => {
    const { exit, out } = run(alone)
    expect(exit).toBe(1)
    expect(out).toContain("error duty/no-stand-in duties.positioning.standIns")
    expect(out).toContain("When he is away, nobody takes over positioning.")
    expect(out).toMatch(/ {4}\d+ \| {5}standIns: \[\]\n {4} +\| {15}\^\n {2}Name at least one stand-in\./)
  })

  it("speaks Chinese as well", () => {
    expect(run(alone, "--lang", "zh").out).toContain("职责「positioning」只有 he 一人。")
  })

  it("tells programs as JSON", () => {
    expect(JSON.parse(run(alone, "--format", "json").out)).toContainEqual(
      expect.objectContaining({ code: "duty/no-stand-in", severity: "error" })
    )
  })

  it("tells code hosts as SARIF 2.1.0, of a clean handbook as of broken ones", () => {
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
      for (const lang of ["en", "zh"]) {
        assertSarif(JSON.parse(run(text, "--format", "sarif", "--lang", lang).out))
      }
    }
  })

  it("names a file to code hosts as it lies below the folder that was checked, however it was called", () => {
    for (const file of ["/brand/books/a b.yaml", "./books/a b.yaml", "books/../books/a b.yaml"]) {
      const { out } = Dualops.run(["check", file, "--format", "sarif"], surroundings({ [file]: alone }))
      expect(out).toContain('"uri": "books/a%20b.yaml"')
    }
  })

  it("tells a file that is no handbook as its reader does", () => {
    expect(run("version: [").out).toContain("file/not-yaml")
    expect(run("version: '1'").exit).toBe(1)
  })

  it("takes a day for today when it is told one", () => {
    expect(run(worked, "--at", "2026-12-01").out).toContain("warning plan/over")
  })

  it("ends with 2 where nothing could be checked, and says how it is used", () => {
    for (const args of [
      [],
      ["check"],
      ["sing", "x"],
      ["check", "x", "y"],
      ["check", "x", "--format", "xml"],
      ["check", "x", "--at", "soon"],
      ["check", "x", "--lang", "de"],
      ["check", "x", "--sing"]
    ]) {
      const { error, exit } = Dualops.run(args, surroundings({ x: worked }))
      expect([
        exit,
        error.endsWith(`dualops check ${Dualops.commands["check"]?.usage}\n`) || error.endsWith(`${Dualops.usage}\n`)
      ]).toEqual([2, true])
    }
    expect(Dualops.run(["check", "x"], surroundings({}))).toEqual({
      out: "",
      error: "x cannot be read: no such file\n",
      exit: 2
    })
    expect(Dualops.run(["check", "--help"], surroundings({}))).toEqual({ out: Dualops.usage, error: "", exit: 0 })
  })

  it("is a program", () => {
    const file = `${mkdtempSync(`${tmpdir()}/dualops-`)}/handbook.yaml`
    writeFileSync(file, alone)
    const main = fileURLToPath(new URL("../src/main.ts", import.meta.url))
    const { status, stdout } = spawnSync(
      process.execPath,
      ["--conditions=dualops:source", main, "check", file, "--at", "2026-09-01"],
      { encoding: "utf8" }
    )
    expect(status).toBe(1)
    expect(stdout).toContain(`${file}:`)
  })
})
