/** Pages from the command line. */

import { chmodSync, linkSync, readFileSync, readlinkSync, statSync, symlinkSync } from "node:fs"
import { HandbookFile } from "@dualops/core/files"
import { Practices } from "@dualops/core/practices"
import { describe, expect, it } from "@effect/vitest"
import { Effect, PlatformError, Result } from "effect"
import { filesOf, folderOf, run } from "./run.ts"

const worked = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const { handbook } = Result.getOrThrow(HandbookFile.readLocated("h.yaml", worked))
const processes = Practices.processes(Practices.runBy(handbook))
const later = worked.replace(/^version: .*/m, 'version: "2027-01"').replace("standIns: [lin, zhou]", "standIns: [zhou]")

const ran = (files: Record<string, string>, ...args: ReadonlyArray<string>) => run(folderOf(files), args)

describe("dualops print", () => {
  it("prints Markdown, in the language that is asked for", async () => {
    expect((await ran({ "h.yaml": worked }, "print", "h.yaml")).out).toContain("## Who is there when")
    expect((await ran({ "h.yaml": worked }, "print", "h.yaml", "--lang", "zh")).out).toContain("## 谁在什么时候值守")
  })

  it("shows the week of the day that is asked for, or of today", async () => {
    expect((await ran({ "h.yaml": worked }, "print", "h.yaml")).out).toContain("09-01")
    expect((await ran({ "h.yaml": worked }, "print", "h.yaml", "--at", "2026-10-12")).out).toContain("10-12")
  })

  it("puts HTML, with pictures of the processes, into a file that is called so", async () => {
    const folder = folderOf({ "h.yaml": worked })
    expect(await run(folder, ["print", "h.yaml", "--out", "h.html", "--lang", "zh"])).toEqual({
      out: "h.html\n",
      error: "",
      exit: 0
    })
    const { "h.html": page = "", ...others } = filesOf(folder)
    expect(page).toContain('<html lang="zh-CN"')
    // Each picture, how they hang together, and the hours, in two languages.
    expect(page.split("<svg").length - 1).toBe((processes.length + 2) * 2)
    expect(others).toEqual({ "h.yaml": worked })
    expect((await run(folder, ["print", "h.yaml", "--format", "html"])).out).toContain("<!doctype html>")
  })

  it("prints nothing of a file that is no handbook, and says why", async () => {
    const { error, exit, out } = await ran(
      { "h.yaml": worked.replace("duties:", "dutys:") },
      "print",
      "h.yaml",
      "--out",
      "h.md"
    )
    expect([exit, out]).toEqual([1, ""])
    expect(error).toContain("Did you mean duties?")
  })

  it("guesses no form of a file that is called neither, nor of one with two forms", async () => {
    const folder = folderOf({ "h.yaml": worked })
    for (const args of [
      ["--out", "h.pdf"],
      ["--out", "h.html", "--format", "md"],
      ["--out", "h.yaml"]
    ]) {
      expect(await run(folder, ["print", "h.yaml", ...args])).toMatchObject({ out: "", exit: 2 })
    }
    expect((await run(folder, ["print", "h.yaml", "--out", "h.pdf", "--lang", "zh"])).error).toBe(
      "h.pdf 看不出格式：文件名以 .md 或 .html 结尾，或写明 --format。\n"
    )
    expect(Object.keys(filesOf(folder))).toEqual(["h.yaml"])
    expect((await run(folder, ["print", "h.yaml", "--out", "page.txt", "--format", "md"])).exit).toBe(0)
  })
})

describe("files that are written", () => {
  it("are never those that were read, by whichever name, link or hard link", async () => {
    const folder = folderOf({ "h.yaml": worked, "old.yaml": worked })
    symlinkSync("h.yaml", `${folder}/soft.html`)
    linkSync(`${folder}/h.yaml`, `${folder}/hard.html`)
    symlinkSync(".", `${folder}/here`)
    for (const out of ["h.yaml", "soft.html", "hard.html", "here/h.yaml"]) {
      const args = ["--out", out, "--format", "html"].slice(0, out.endsWith(".html") ? 2 : 4)
      for (const command of [
        ["print", "h.yaml"],
        ["diff", "old.yaml", "h.yaml"],
        ["print", "here/h.yaml"]
      ]) {
        expect(await run(folder, [...command, ...args])).toEqual({
          out: "",
          error: `${out} is the handbook itself; name another file.\n`,
          exit: 2
        })
      }
    }
    expect(filesOf(folder)).toEqual({ "h.yaml": worked, "old.yaml": worked, "hard.html": worked })
  })

  it("are written where a link leads to, also where nothing is there yet", async () => {
    const folder = folderOf({ "h.yaml": worked })
    symlinkSync("new.md", `${folder}/second.md`)
    symlinkSync("second.md", `${folder}/first.md`)
    expect((await run(folder, ["print", "h.yaml", "--out", "first.md"])).error).toBe("")
    expect(readlinkSync(`${folder}/first.md`)).toBe("second.md")
    expect(readlinkSync(`${folder}/second.md`)).toBe("new.md")
    expect(readFileSync(`${folder}/new.md`, "utf8")).toMatch(/^# /)
  })

  it("replace what stood there: a link stays a link, a hard link lets go, and the rights stay as they were", async () => {
    const folder = folderOf({ "h.yaml": worked, "pages/old.md": "old" })
    symlinkSync("pages/old.md", `${folder}/now.md`)
    linkSync(`${folder}/pages/old.md`, `${folder}/kept.md`)
    chmodSync(`${folder}/pages/old.md`, 0o640)
    expect((await run(folder, ["print", "h.yaml", "--out", "now.md"])).exit).toBe(0)
    expect(readlinkSync(`${folder}/now.md`)).toBe("pages/old.md")
    expect(readFileSync(`${folder}/pages/old.md`, "utf8")).toContain("## Who is there when")
    expect(readFileSync(`${folder}/kept.md`, "utf8")).toBe("old")
    expect(statSync(`${folder}/pages/old.md`).mode & 0o777).toBe(0o640)
  })

  it("are whole or not there at all, whatever fails: a full disk, a folder that nobody may write, a name that is taken", async () => {
    const failing = (method: "rename" | "writeFileString", code: string) => {
      const folder = folderOf({ "h.yaml": worked, "h.md": "before" })
      const fails = () =>
        Effect.fail(
          PlatformError.systemError({
            _tag: "Unknown",
            module: "FileSystem",
            method,
            cause: Object.assign(new Error(code), { code })
          })
        )
      const files = run(folder, ["print", "h.yaml", "--out", "h.md"], { files: () => ({ [method]: fails }) })
      return files.then((said) => [said.error, said.exit, filesOf(folder)["h.md"], Object.keys(filesOf(folder)).length])
    }
    expect(await failing("writeFileString", "ENOSPC")).toEqual([
      "h.md cannot be written: the disk is full.\n",
      2,
      "before",
      2
    ])
    expect(await failing("rename", "EACCES")).toEqual([
      "h.md cannot be written: permission is denied.\n",
      2,
      "before",
      2
    ])
    expect(await failing("writeFileString", "EROFS")).toEqual([
      "h.md cannot be written: its disk is read-only.\n",
      2,
      "before",
      2
    ])
    const taken = await ran({ "h.yaml": worked, "h.md/x": "" }, "print", "h.yaml", "--out", "h.md", "--lang", "zh")
    expect(taken).toEqual({ out: "", error: "写不了 h.md：是文件夹，不是文件。\n", exit: 2 })
    expect((await ran({ "h.yaml": worked }, "print", "h.yaml", "--out", "none/h.md")).error).toBe(
      "none/h.md cannot be written: there is no such file or folder.\n"
    )
  })
})

describe("dualops diff", () => {
  it("says what a new edition changes, and for whom", async () => {
    const { exit, out } = await ran({ "old.yaml": worked, "new.yaml": later }, "diff", "old.yaml", "new.yaml")
    expect(exit).toBe(0)
    expect(out).toMatch(/^# What changes: .* → 2027\\?-01/)
    expect(out).toContain("| **lost** | standing in | Positioning and style card |")
  })

  it("says that nothing differs, where nothing does", async () => {
    const files = { "old.yaml": worked, "new.yaml": `# a comment\n${worked}` }
    const { error, exit, out } = await ran(files, "diff", "old.yaml", "new.yaml")
    expect([error, exit]).toEqual(["", 0])
    expect(out).toContain("Nothing differs between the two handbooks.")
  })

  it("ends with an error where two that differ are called the same, also when the page goes into a file", async () => {
    const folder = folderOf({
      "old.yaml": worked,
      "new.yaml": worked.replace("standIns: [lin, zhou]", "standIns: [zhou]")
    })
    const { error, exit, out } = await run(folder, ["diff", "old.yaml", "new.yaml", "--out", "page.md"])
    expect([exit, out]).toEqual([1, "page.md\n"])
    expect(error).toMatch(
      /^Both handbooks are called version 2026-autumn-1, and they are not the same\..*version of its own\.\n$/
    )
    expect(filesOf(folder)["page.md"]).toContain("Both handbooks are called version")
    expect((await run(folder, ["diff", "old.yaml", "new.yaml", "--lang", "zh"])).error).toContain("内容却不同")
  })

  it("says what is wrong with either file", async () => {
    const broken = { "old.yaml": worked, "new.yaml": "version: [" }
    expect((await ran(broken, "diff", "old.yaml", "new.yaml")).error).toContain("new.yaml:1:")
    expect((await ran({ "old.yaml": worked }, "diff", "old.yaml", "new.yaml")).exit).toBe(2)
  })
})
