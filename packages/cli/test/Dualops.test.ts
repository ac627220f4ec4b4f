/** The command line as a whole: help, mistakes, completion, and a handbook to begin with. */

import { readFileSync } from "node:fs"
import { HandbookFile } from "@dualops/core/files"
import { describe, expect, it } from "@effect/vitest"
import { Result } from "effect"
import { filesOf, folderOf, run } from "./run.ts"

const dualops = (...args: ReadonlyArray<string>) => run(folderOf({}), args)

describe("dualops", () => {
  it("says its version", async () => {
    expect(await dualops("--version")).toEqual({ out: "dualops 1.2.3\n", error: "", exit: 0 })
  })

  it("has help for itself and for every command, with the exit codes, in both languages", async () => {
    for (const command of [
      [],
      ["init"],
      ["check"],
      ["explain"],
      ["print"],
      ["diff"],
      ["roster"],
      ["roster", "import"]
    ]) {
      const english = await dualops(...command, "--help")
      expect([english.error, english.exit]).toEqual(["", 0])
      expect(english.out).toContain(`USAGE\n  ${["dualops", ...command].join(" ")}`)
      expect(english.out).toMatch(/EXIT CODES\n {2}0 .*\n {2}1 .*\n {2}2 /)
      const chinese = await dualops(...command, "--help", "--lang", "zh")
      expect(chinese.out).toMatch(/退出码\n {2}0 .*\n {2}1 .*\n {2}2 /)
      expect(chinese.out).not.toMatch(/^[A-Z ]+$|choices|optional|\[flags\]/m)
    }
  })

  it("says how it is used when nothing is asked, where nobody takes it for an answer", async () => {
    expect(await dualops()).toMatchObject({ out: "", exit: 2, error: expect.stringContaining("SUBCOMMANDS") })
  })

  it("tells a mistake in a sentence, with what was meant, in the language asked for", async () => {
    const mistakes = {
      "chekc x": ["There is no command chekc. Did you mean check?", "没有命令 chekc。是否应为 check？"],
      "roster exprot": ["There is no command exprot. Did you mean export?", "没有命令 exprot。是否应为 export？"],
      "check x --fromat json": [
        "There is no flag --fromat. Did you mean --format?",
        "没有选项 --fromat。是否应为 --format？"
      ],
      "check x --explain y": [
        "There is no flag --explain. Did you mean dualops explain?",
        "没有选项 --explain。是否应为 dualops explain？"
      ],
      check: [
        "<handbook> is missing: a file, or - for standard input.",
        "缺少参数 <handbook>：文件，「-」为标准输入。"
      ],
      "check x --at": [
        "--at has no value: the day that is taken for today. It takes YYYY-MM-DD.",
        "--at 后面缺少值：把这一天当作今天。应为：YYYY-MM-DD。"
      ],
      "check x --format": [
        "--format has no value: for people, for programs, for code hosts. It takes text, json, sarif.",
        "--format 后面缺少值：给人看、给程序、给代码托管平台。应为：text, json, sarif。"
      ],
      "check x --format json --format text": ["--format stands there more than once.", "--format 只写一次。"],
      "check x --format xml": [
        '--format is "xml", and should be text, json, sarif.',
        "--format 的值「xml」不对，应为：text, json, sarif。"
      ],
      "check x --at soon": [
        '--at is "soon", and should be a date that exists, as 2026-09-01.',
        "--at 的值「soon」不对，应为：真实日期，形如 2026-09-01。"
      ]
    }
    for (const [args, [en, zh]] of Object.entries(mistakes)) {
      const english = await dualops(...args.split(" "))
      expect([english.error.split("\n")[0], english.out, english.exit]).toEqual([en, "", 2])
      expect((await dualops(...args.split(" "), "--lang", "zh")).error.split("\n")[0]).toBe(zh)
    }
    expect((await dualops("check", "x", "--lang", "de")).error).toMatch(/^--lang is "de", and should be en, zh\.\n/)
  })

  it("has a value for every flag that takes one, or says what it is for", async () => {
    const flags = {
      "print x": ["--out", "--out=", "--format", "--at"],
      "diff x y": ["--out", "--format"],
      init: ["--brand", "--account", "--name", "--domain", "--person"],
      "roster export x": ["--roster", "--from", "--until", "--out", "--at"],
      "roster import x y": ["--roster", "--person"],
      explain: ["--lang"]
    }
    for (const [command, all] of Object.entries(flags))
      for (const flag of all) {
        const { error, exit } = await dualops(...command.split(" "), flag)
        expect([flag, exit]).toEqual([flag, 2])
        expect(error).toMatch(/^--[a-z]+ has no value: .*\. It takes .*\.\n/)
      }
  })

  it("explains a code by a flag too, and says which code is missing or meant", async () => {
    const explained = await dualops("explain", "duty/no-stand-in")
    expect(explained.out).toContain("Every duty has a stand-in.")
    expect(await dualops("--explain", "duty/no-stand-in")).toEqual(explained)
    expect(await dualops("--explain=duty/no-stand-in")).toEqual(explained)
    const chinese = await dualops("--lang", "zh", "--explain", "duty/no-stand-in")
    expect(chinese).toEqual(await dualops("explain", "duty/no-stand-in", "--lang", "zh"))
    const missing = "<code> is missing: the code of a finding, as duty/no-stand-in.\n"
    expect((await dualops("--explain")).error).toBe(`${missing}How it is used: dualops explain --help\n`)
    expect((await dualops("--explain", "duty/no-standin")).error).toBe(
      "There is no rule duty/no-standin. Did you mean: duty/no-stand-in\n"
    )
    expect((await dualops("--explian", "duty/no-stand-in")).error).toMatch(
      /^There is no flag --explian\. Did you mean dualops explain\?\nHow/
    )
  })

  it("answers briefly, however much was typed", async () => {
    const long = "x".repeat(10_000)
    for (const args of [
      [long],
      ["check", `--${long}`],
      ["check", "h", "--at", long],
      ["explain", long],
      ["check", long]
    ])
      expect((await dualops(...args)).error.length).toBeLessThan(1_200)
  })

  it("lets nothing that was typed reach the terminal as a command", async () => {
    expect((await dualops("\u001b[2J")).error).not.toMatch(/[^\n\P{C}]/u)
    expect((await dualops("check", "\u202Ex\u001b[2J")).error).not.toMatch(/[^\n\P{C}]/u)
  })
})

describe("dualops init", () => {
  const people = ["--person", "wang=王芳", "--person", "li=李雷", "--person", "zhao=赵敏"]

  it("begins a handbook that the check finds nothing in, with comments in the language asked for", async () => {
    for (const lang of ["en", "zh"]) {
      const folder = folderOf({})
      expect((await run(folder, ["init", "tea.yaml", "--lang", lang])).exit).toBe(0)
      expect(await run(folder, ["check", "tea.yaml"])).toEqual({ out: "No findings.\n", error: "", exit: 0 })
      const comments = filesOf(folder)["tea.yaml"]?.match(/^# .*/gm)?.slice(1) ?? []
      expect(comments.length).toBeGreaterThan(8)
      for (const comment of comments) expect(/\p{Script=Han}/u.test(comment)).toBe(lang === "zh")
    }
  })

  it("writes down what flags say, whatever stands in them", async () => {
    const folder = folderOf({})
    const flags = ["--brand", '茶"馆: #1', "--account", "7654321", "--name=- 茶馆", "--domain=tea.example", ...people]
    // Where everything was said, the numbers of people are all that is made up.
    expect((await run(folder, ["init", "tea.yaml", ...flags])).error).toBe(
      "Nobody could be asked, so these are the example's; put yours into tea.yaml: team.people.*.contact.\n"
    )
    const handbook = Result.getOrThrow(HandbookFile.read("tea.yaml", filesOf(folder)["tea.yaml"] ?? ""))
    expect(handbook.brand.zh).toBe('茶"馆: #1')
    expect(handbook.account).toMatchObject({ id: "7654321", name: "- 茶馆", safeDomains: ["tea.example"] })
    expect(Object.keys(handbook.team.people)).toEqual(["wang", "li", "zhao"])
    expect(handbook.duties["posting" as keyof typeof handbook.duties]).toMatchObject({ owner: "wang" })
  })

  it("says aloud what nobody was asked for, where it stands, and which flags say it", async () => {
    const ended = await run(folderOf({}), ["init", "tea.yaml", "--brand", "山前茶馆"])
    expect(ended).toMatchObject({ exit: 0, out: expect.stringMatching(/^tea\.yaml\n[\s\S]*^Next: /m) })
    expect(ended.error).toBe(
      "Nobody could be asked, so these are the example's; put yours into tea.yaml: account.id, account.safeDomains, team.people, team.people.*.contact.\n" +
        "Flags say them as well: --account --domain --person\n"
    )
    const chinese = await run(folderOf({}), ["init", "tea.yaml", "--lang", "zh"])
    expect(chinese.error).toMatch(
      /^没有提问的终端，这些内容取自示例，请在 tea\.yaml 里改成真实的：brand、account\.id、/
    )
  })

  it("leaves alone what is there, and begins nothing that the check finds fault with", async () => {
    const folder = folderOf({ "tea.yaml": "mine" })
    expect((await run(folder, ["init", "tea.yaml"])).error).toBe("tea.yaml is there already; name another file.\n")
    expect((await run(folder, ["init", "new.yaml", "--domain", "no host"])).error).toMatch(
      /^account\.safeDomains\[0\] is/
    )
    expect((await run(folder, ["init", "new.yaml", ...people.slice(0, 4)])).error).toMatch(
      /^The team needs three people/
    )
    expect((await run(folder, ["init", "new.yaml", ...people, "--person", "li=李明"])).exit).toBe(2)
    expect(filesOf(folder)).toEqual({ "tea.yaml": "mine" })
  })

  it("takes no account that is no number, and no id that can be no key", async () => {
    const folder = folderOf({})
    expect((await run(folder, ["init", "new.yaml", "--account", "abc"])).error).toMatch(
      /^The account's id abc is no number .* Write the number/
    )
    expect((await run(folder, ["init", "new.yaml", ...people, "--person", "__proto__=2"])).error).toMatch(
      /--person is "__proto__=2", and should be an id and a name/
    )
    expect(filesOf(folder)).toEqual({})
  })

  it("is named in the guides by the commands that there are", () => {
    const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")
    for (const command of ["init", "check", "explain", "print", "diff", "roster export", "roster import"]) {
      expect(readme).toContain(`\`dualops ${command}`)
    }
  })
})
