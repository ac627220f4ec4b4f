/**
 * What a newcomer does, in an empty folder with the packages as they would be published: a handbook is begun and checked, the house is started on the
 * emulator by the command that was printed, and a post that was approved by click is out. How long it took is said at the end.
 *
 * @module
 */
import { execFileSync, spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Clicking from "../../packages/cli/test/clicking.ts"
import { install } from "./packed.ts"

const folder = mkdtempSync(join(tmpdir(), "dualops-newcomer-"))
/** Programs run as they are published, and not from the sources of this repository. */
const { NODE_OPTIONS: _, ...env } = process.env
const npx = (...args: ReadonlyArray<string>) =>
  execFileSync("npx", ["--no", "dualops", ...args], {
    cwd: folder,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"]
  })

/** The commands that were printed, after `Next:` and `Then:`, without what watches for ever. */
const commandIn = (text: string, word: string): ReadonlyArray<string> => {
  const [, command = ""] = new RegExp(`^${word}: npx dualops (.*)$`, "m").exec(text) ?? []
  return command.split(" ").filter((part) => part !== "--watch")
}

const program = `
import * as dualops from "dualops"
import { PostProcess } from "dualops/processes"
await using house = await dualops.open({ handbook: { file: "handbook.yaml" }, store: { file: "emulator/store.sqlite" } })
const post = await house.find(PostProcess, "first")
console.log(post.state._tag, (await house.desk("lin")).map(({ step }) => step))
`

try {
  install(folder)
  const begun = performance.now()
  const written = npx("init", "--brand", "山前茶馆", "--account", "7654321000", "--domain", "tea.example")
  console.log(written)
  console.log(npx(...commandIn(written, "Next")))

  const house = spawn("npx", ["--no", "dualops", ...commandIn(written, "Then"), "--port", "0"], {
    cwd: folder,
    env,
    detached: true
  })
  const said = { out: "", error: "" }
  house.stdout.on("data", (chunk) => {
    said.out += chunk
  })
  house.stderr.on("data", (chunk) => {
    said.error += chunk
  })
  const ended = new Promise<number | null>((resolve) => house.on("close", resolve))
  const desk = await Clicking.printed(said, /^desk +(\S+)$/m, ended)
  const weibo = await Clicking.printed(said, /^weibo .*(http\S+)$/m, ended)
  const text = await Clicking.publish(desk, "7654321000", "tea.example")
  const [first] = await Clicking.out(weibo, 1)
  if (first?.sent !== text) throw new Error(`${first?.sent} is out, and not ${text}`)
  console.log(said.out)
  // As a terminal does it: Ctrl-C goes to all that a command has started.
  process.kill(-(house.pid ?? 0), "SIGINT")
  await ended

  // And the same house by the plain door, from a program of one's own.
  writeFileSync(join(folder, "mine.mjs"), program)
  console.log(execFileSync(process.execPath, ["mine.mjs"], { cwd: folder, env, encoding: "utf8" }).trim())
  console.log(`A newcomer needs ${Math.round((performance.now() - begun) / 1000)} s, reading not counted.`)
} finally {
  rmSync(folder, { recursive: true })
}
