/** The command line, as people and programs use it. */

import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { fileURLToPath } from "node:url"
import { Check } from "@dualops/cli"
import { describe, expect, it } from "@effect/vitest"
import { DateTime } from "effect"

const handbooks = new URL("../../../examples/handbooks/", import.meta.url)
const worked = readFileSync(new URL("xinghe.yaml", handbooks), "utf8")
const alone = worked.replace("standIns: [lin, zhou]", "standIns: []")

const run = (text: string, ...args: ReadonlyArray<string>) =>
  Check.run(["check", "xinghe.yaml", ...args], { read: () => text, now: DateTime.makeUnsafe("2026-08-31T16:00:00Z") })

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
    expect(run(alone, "--language", "zh").out).toContain("职责「positioning」只有 he 一人。")
  })

  it("tells programs as JSON and code hosts as SARIF", () => {
    expect(JSON.parse(run(alone, "--format", "json").out)).toContainEqual(
      expect.objectContaining({ code: "duty/no-stand-in", severity: "error" })
    )
    expect(JSON.parse(run(alone, "--format", "sarif").out)).toMatchObject({ version: "2.1.0" })
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
      ["check", "x", "--format", "xml"],
      ["check", "x", "--at", "soon"],
      ["check", "x", "--sing"]
    ]) {
      const { error, exit } = Check.run(args, { read: () => worked, now: DateTime.makeUnsafe(0) })
      expect([exit, error.endsWith(Check.usage)]).toEqual([2, true])
    }
    const { error, exit } = Check.run(["check", "x"], {
      read: () => {
        throw new Error("no such file")
      },
      now: DateTime.makeUnsafe(0)
    })
    expect([exit, error]).toEqual([2, "x cannot be read: no such file\n"])
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
