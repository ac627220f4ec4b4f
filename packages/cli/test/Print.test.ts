/** Pages from the command line. */

import { readFileSync } from "node:fs"
import { Dualops } from "@dualops/cli"
import { Edition } from "@dualops/core"
import { describe, expect, it } from "@effect/vitest"
import { surroundings } from "./surroundings.ts"

const worked = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const later = worked.replace(/^version: .*/m, 'version: "2027-01"').replace("standIns: [lin, zhou]", "standIns: [zhou]")

const run = (files: Record<string, string>, ...args: ReadonlyArray<string>) => Dualops.run(args, surroundings(files))

describe("dualops print", () => {
  it("prints Markdown, in the language that is asked for", () => {
    expect(run({ "h.yaml": worked }, "print", "h.yaml").out).toContain("## Who is there when")
    expect(run({ "h.yaml": worked }, "print", "h.yaml", "--lang", "zh").out).toContain("## 谁在什么时候值守")
  })

  it("shows the week of the day that is asked for, or of today", () => {
    expect(run({ "h.yaml": worked }, "print", "h.yaml").out).toContain("09-01")
    expect(run({ "h.yaml": worked }, "print", "h.yaml", "--at", "2026-10-12").out).toContain("10-12")
  })

  it("puts HTML, with pictures of the processes, into a file that is called so", () => {
    const files: Record<string, string> = { "h.yaml": worked }
    expect(run(files, "print", "h.yaml", "--out", "h.html", "--lang", "zh")).toEqual({
      out: "h.html\n",
      error: "",
      exit: 0
    })
    expect(files["h.html"]).toContain('<html lang="zh-CN"')
    expect(files["h.html"]?.split("<svg").length).toBe(Edition.processes.length + 2)
    expect(run(files, "print", "h.yaml", "--format", "html").out).toContain("<!doctype html>")
  })

  it("prints nothing of a file that is no handbook, and says why", () => {
    const { error, exit, out } = run(
      { "h.yaml": worked.replace("duties:", "dutys:") },
      "print",
      "h.yaml",
      "--out",
      "h.md"
    )
    expect([exit, out]).toEqual([1, ""])
    expect(error).toContain("Did you mean duties?")
  })

  it("never writes over the handbook that it has read", () => {
    for (const out of ["h.yaml", "./h.yaml", "/brand/h.yaml"]) {
      const files: Record<string, string> = { "h.yaml": worked, "old.yaml": worked }
      const said = { out: "", error: `${out} is the handbook itself; name another file.\n`, exit: 2 }
      expect(run(files, "print", "h.yaml", "--out", out)).toEqual(said)
      expect(run(files, "diff", "old.yaml", "h.yaml", "--out", out)).toEqual(said)
      expect(files).toEqual({ "h.yaml": worked, "old.yaml": worked })
    }
  })

  it("says when it cannot write", () => {
    expect(run({ "h.yaml": worked }, "print", "h.yaml", "--out", "/proc/h.md")).toEqual({
      out: "",
      error: "/proc/h.md cannot be written: not here\n",
      exit: 2
    })
  })
})

describe("dualops diff", () => {
  it("says what a new edition changes, and for whom", () => {
    const { exit, out } = run({ "old.yaml": worked, "new.yaml": later }, "diff", "old.yaml", "new.yaml")
    expect(exit).toBe(0)
    expect(out).toMatch(/^# What changes: .* → 2027\\?-01/)
    expect(out).toContain("| **lost** | standing in | Positioning and style card |")
  })

  it("says that nothing differs, where nothing does", () => {
    const { error, exit, out } = run(
      { "old.yaml": worked, "new.yaml": `# a comment\n${worked}` },
      "diff",
      "old.yaml",
      "new.yaml"
    )
    expect([error, exit]).toEqual(["", 0])
    expect(out).toContain("Nothing differs between the two handbooks.")
  })

  it("ends with an error where two that differ are called the same, also when the page goes into a file", () => {
    const files: Record<string, string> = {
      "old.yaml": worked,
      "new.yaml": worked.replace("standIns: [lin, zhou]", "standIns: [zhou]")
    }
    const { error, exit, out } = run(files, "diff", "old.yaml", "new.yaml", "--out", "page.md")
    expect([exit, out]).toEqual([1, "page.md\n"])
    expect(error).toMatch(
      /^Both handbooks are called version 2026-autumn-1, and they are not the same\..*version of its own\.\n$/
    )
    expect(files["page.md"]).toContain("Both handbooks are called version")
    expect(run(files, "diff", "old.yaml", "new.yaml", "--lang", "zh").error).toContain("内容却不同")
  })

  it("says what is wrong with either file", () => {
    expect(run({ "old.yaml": worked, "new.yaml": "version: [" }, "diff", "old.yaml", "new.yaml").error).toContain(
      "new.yaml:1:"
    )
    expect(run({ "old.yaml": worked }, "diff", "old.yaml", "new.yaml").exit).toBe(2)
  })
})
