/** The program as people start it: processes, pipes, signals, shells, files that editors write. */

import { once } from "node:events"
import { existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "@effect/vitest"
import { bash, filesOf, folderOf, start } from "./run.ts"

const worked = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const alone = worked.replace("standIns: [lin, zhou]", "standIns: []")

describe("the program", () => {
  it("ends with what was found, and says files as they were called", async () => {
    const { error, exit, out } = await start(folderOf({ "h.yaml": alone }), ["check", "./h.yaml", "--at", "2026-09-01"])
      .ended
    expect([exit, error]).toEqual([1, ""])
    expect(out).toMatch(/^\.\/h\.yaml:\d+/)
  })

  it("colours nothing for a pipe, unless it is forced to", async () => {
    const folder = folderOf({ "h.yaml": alone })
    const args = ["check", "h.yaml", "--at", "2026-09-01"]
    expect((await start(folder, args).ended).out).not.toContain("\u001b")
    expect((await start(folder, args, { FORCE_COLOR: "1" }).ended).out).toContain("\u001b[31m")
    expect((await start(folder, args, { FORCE_COLOR: "1", NO_COLOR: "1" }).ended).out).not.toContain("\u001b")
    // An empty NO_COLOR is none, and 0 forces nothing, in CI neither.
    expect((await start(folder, args, { FORCE_COLOR: "1", NO_COLOR: "" }).ended).out).toContain("\u001b[31m")
    expect((await start(folder, args, { FORCE_COLOR: "0", CI: "1" }).ended).out).not.toContain("\u001b")
  })

  it("lets a reader have the beginning only, and reads what is piped in", async () => {
    const folder = folderOf({ "h.yaml": worked })
    const head = await bash(folder, 'dualops print h.yaml | head -1; echo "$PIPESTATUS"')
    expect(head).toEqual({ out: expect.stringMatching(/^# .*\n0\n$/), error: "", exit: 0 })
    expect(await bash(folder, "cat h.yaml | dualops check - --at 2026-09-01")).toMatchObject({
      out: "No findings.\n",
      exit: 0
    })
    expect(await bash(folder, "dualops check <(cat h.yaml) --at 2026-09-01")).toMatchObject({
      out: "No findings.\n",
      exit: 0
    })
  })

  it("says what comes next to a handbook as a command that runs, also where its name begins as a flag does", async () => {
    const folder = folderOf({})
    const { out } = await bash(folder, "dualops init -- -x.yaml")
    expect(out).toContain("Next: npx dualops check ./-x.yaml --watch")
    expect((await bash(folder, "dualops check ./-x.yaml")).exit).toBe(0)
  })

  it("ends in one sentence where there is no file to read", async () => {
    const folder = folderOf({ "gbk.yaml": Uint8Array.of(0xd6, 0xd0), "folder/x": "" })
    const said = {
      none: "none cannot be read: there is no such file or folder.\n",
      // What a shell leaves of a pattern that nothing matches.
      "none/*.yaml": "none/*.yaml cannot be read: there is no such file or folder.\n",
      folder: "folder cannot be read: it is a folder, not a file.\n",
      "none/h": "none/h cannot be read: there is no such file or folder.\n",
      "gbk.yaml/h": "gbk.yaml/h cannot be read: a part of its path is no folder.\n",
      "gbk.yaml": "gbk.yaml cannot be read: it is not in UTF-8; save it as UTF-8.\n",
      "/dev/zero": "/dev/zero cannot be read: it is a device, not a file.\n",
      pipe: "pipe cannot be read: it is a pipe; to read what is piped in, write -.\n"
    }
    const line = (file: string) => `dualops check ${file} --at 2026-09-01; echo $? >&2`
    const all = await bash(folder, `mkfifo pipe\n${Object.keys(said).map(line).join("\n")}`)
    expect(all.out).toBe("")
    expect(all.error).toBe(
      Object.values(said)
        .map((one) => `${one}2\n`)
        .join("")
    )
  })

  it("reads no more of what has no end than a file may have, wherever it is named", async () => {
    const folder = folderOf({ "h.yaml": worked })
    const lines = {
      "dualops check <(yes)": "/dev/fd/63",
      "yes | dualops check -": "stdin",
      "yes | dualops check /dev/stdin": "/dev/stdin",
      "dualops check <(cat h.yaml) <(yes)": "/dev/fd/62",
      "dualops print <(yes)": "/dev/fd/63",
      "dualops diff h.yaml <(yes)": "/dev/fd/63",
      "dualops roster import h.yaml <(yes)": "/dev/fd/63",
      // Whoever sends the end never sends it.
      "dualops check <(exec 2>&-; yes | head -c 20000000; exec sleep 60)": "/dev/fd/63"
    }
    for (const [line, name] of Object.entries(lines))
      expect(await bash(folder, `${line}; exit $?`)).toEqual({
        out: "",
        error: `${name} cannot be read: it has more than 16 MB.\n`,
        exit: 2
      })
  })

  it.skipIf(!existsSync("/proc/kmsg"))("waits for no file of the system that never ends", async () => {
    const { exit, out } = await bash(folderOf({}), "dualops check /proc/kmsg")
    expect(exit).toBe(1)
    expect(out).toMatch(/^\/proc\/kmsg:1:1 error file\/not-yaml/)
  })

  it("leaves a page as it was when the disk takes no more, and says so", async () => {
    const folder = folderOf({ "h.yaml": worked, "h.html": "before" })
    // The limit counts blocks of a kilobyte; the page has hundreds of them.
    const { error, exit } = await bash(folder, "ulimit -f 16; dualops print h.yaml --out h.html")
    expect([error, exit]).toEqual(["h.html cannot be written: the file would be too large.\n", 2])
    expect(filesOf(folder)).toEqual({ "h.yaml": worked, "h.html": "before" })
  })

  it.skipIf(!existsSync("/dev/full"))("says when what it prints cannot be kept", async () => {
    const { error, exit } = await bash(folderOf({ "h.yaml": worked }), "dualops print h.yaml > /dev/full")
    expect([exit, error]).toEqual([2, expect.stringContaining("Standard output cannot be written")])
  })

  it("completes commands, flags, their values and files in bash", async () => {
    const folder = folderOf({ "handbook.yaml": worked })
    const complete = (...words: ReadonlyArray<string>) =>
      [
        `COMP_WORDS=(dualops ${words.map((word) => `"${word}"`).join(" ")}); COMP_CWORD=${words.length}`,
        `COMP_LINE="dualops ${words.join(" ")}"; COMP_POINT=\${#COMP_LINE}; COMPREPLY=()`,
        `"$(complete -p dualops | sed 's/.*-F \\([^ ]*\\).*/\\1/')" dualops "\${COMP_WORDS[COMP_CWORD]}" ""; echo "\${COMPREPLY[*]}"`
      ].join("\n")
    const { error, out } = await bash(
      folder,
      [
        "dualops --completions bash > done.sh; source done.sh",
        complete("ch"),
        complete("check", "--fo"),
        complete("check", "--format", "s"),
        complete("check", "hand"),
        complete("roster", "im")
      ].join("\n")
    )
    expect(error).toBe("")
    expect(out.split("\n").map((line) => line.trim())).toEqual([
      "check",
      "--format",
      "sarif",
      "handbook.yaml",
      "import",
      ""
    ])
  })
})

describe("dualops check --watch", () => {
  const watching = (folder: string, file: string) => {
    const started = start(folder, ["check", file, "--watch", "--at", "2026-09-01"])
    let seen = 0
    const waits = /Waiting for a change; Ctrl-C ends\.\n/g
    /** What is said of the next state of the file. */
    const next = async (): Promise<string> => {
      while (true) {
        const parts = started.said.out.split(waits)
        if (parts.length > seen + 1) return parts[seen++] ?? ""
        await once(started.child.stdout, "data")
      }
    }
    return { ...started, next }
  }

  it("checks again when a file is written, replaced, gone and there again, and ends by Ctrl-C", async () => {
    const folder = folderOf({ "h.yaml": worked })
    const file = `${folder}/h.yaml`
    const { child, ended, next, said } = watching(folder, "h.yaml")
    expect(await next()).toBe("No findings.\n")
    writeFileSync(file, alone)
    expect(await next()).toContain("error duty/no-stand-in")
    // As vim and many others save: the new text beside the file, then in its place.
    writeFileSync(`${file}~`, worked)
    renameSync(`${file}~`, file)
    expect(await next()).toBe("No findings.\n")
    rmSync(file)
    await next()
    expect(said.error).toBe("h.yaml cannot be read: there is no such file or folder.\n")
    writeFileSync(file, alone.replaceAll("\n", "\r\n"))
    expect(await next()).toContain("error duty/no-stand-in")
    child.kill("SIGINT")
    expect(await ended).toMatchObject({ exit: 130, error: said.error })
  })

  it("follows a link to the file that it leads to", async () => {
    const folder = folderOf({ "books/h.yaml": worked })
    symlinkSync("books/h.yaml", `${folder}/now.yaml`)
    const { child, ended, next } = watching(folder, "now.yaml")
    expect(await next()).toBe("No findings.\n")
    writeFileSync(`${folder}/books/h.yaml`, alone)
    expect(await next()).toContain("error duty/no-stand-in")
    child.kill("SIGTERM")
    await ended
  })
})
