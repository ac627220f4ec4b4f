/** The program at a terminal: the questions of `init`, and completion in the shells that are installed. */
import { spawn, spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "@effect/vitest"
import { bash, filesOf, folderOf, run } from "./run.ts"

const shim = fileURLToPath(new URL("../bin/dualops.js", import.meta.url))
const has = (shell: string) => spawnSync("sh", ["-c", `command -v ${shell}`]).status === 0

/** Answers the questions of `init` at a terminal that `script` makes, each when it stands there. */
const begin = async (
  folder: string,
  lang: string,
  answers: ReadonlyArray<readonly [asked: string, answer: string]>
) => {
  const line = `"${process.execPath}" --conditions=dualops:source "${shim}" init tea.yaml --lang ${lang}`
  const child = spawn("script", ["-qec", line, "/dev/null"], { cwd: folder, env: { ...process.env, TERM: "xterm" } })
  const left = [...answers]
  let said = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text
    const [next] = left
    if (next === undefined || !said.includes(next[0])) return
    left.shift()
    said = ""
    child.stdin.write(`${next[1]}\r`)
  })
  const code = await new Promise((resolve) => child.on("close", resolve))
  return { code, left }
}

describe.skipIf(!has("script"))("dualops init at a terminal", () => {
  it("asks for what no flag says, takes the example for Enter, and asks again for a team that is none", async () => {
    const folder = folderOf({})
    const ended = await begin(folder, "zh", [
      ["品牌叫什么？", "山前茶馆"],
      ["微博账号叫什么？", ""],
      ["数字编号？", "12345678"],
      ["哪个域名？", ""],
      ["团队有谁？", "lin=林夏 lin=周舟 he=何川"],
      ["编号各不相同", "\u0015lin=林夏 zhou=Zhou Zhou he=何川"]
    ])
    expect(ended).toEqual({ code: 0, left: [] })
    const written = filesOf(folder)["tea.yaml"]
    expect(written).toContain('brand: { zh: "山前茶馆", en: "山前茶馆" }')
    expect(written).toContain("Zhou Zhou")
    expect(written).toMatch(/id: "12345678"\n {2}name: "山前茶馆"\n.*\n {2}safeDomains: \["xinghe\.example"\]/)
    expect(await run(folder, ["check", "tea.yaml"])).toMatchObject({ out: "No findings.\n", exit: 0 })
  })
})

const typed = {
  "dualops ch": "check",
  "dualops check --fo": "--format",
  "dualops check --format s": "sarif",
  "dualops check hand": "handbook.yaml",
  "dualops roster im": "import"
}

describe("completion", () => {
  it.skipIf(!has("fish"))("offers commands, flags, their values and files in fish", async () => {
    const folder = folderOf({ "handbook.yaml": "" })
    const lines = Object.keys(typed).map((line) => `complete -C "${line}" | string replace -r "\\t.*" ""`)
    writeFileSync(`${folder}/try.fish`, ["source done.fish", ...lines].join("\n"))
    const { error, out } = await bash(folder, "dualops --completions fish > done.fish; HOME=$PWD fish try.fish")
    expect([error, out.trim().split("\n")]).toEqual(["", Object.values(typed)])
  })

  it.skipIf(!has("zsh"))("puts commands, flags, their values and files in place in zsh", async () => {
    const folder = folderOf({ "handbook.yaml": "" })
    // A terminal within zsh: a line, the tab, and Enter; what stands for the program says what it got. Pieces keep an echo from being it.
    const begun =
      'PS1=; fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; dualops() { print -r -- "go""t:$*:" }; print be""gun'
    const script = [
      "zmodload zsh/zpty; zpty z zsh -f -i",
      `zpty -w z '${begun}'; zpty -r z said '*begun*'`,
      ...Object.keys(typed).map(
        (line) => `zpty -w -n z '${line}'$'\\t\\n'; zpty -r z said '*got:*:*'; print -r -- "$said"`
      )
    ]
    writeFileSync(`${folder}/try.zsh`, script.join("\n"))
    const { out } = await bash(folder, "dualops --completions zsh > _dualops; zsh -f try.zsh")
    const got = [...out.matchAll(/got:([^:]*):/g)].map(([, words = ""]) => words.split(" ").at(-1))
    expect(got).toEqual(Object.values(typed))
  })
})
