import { spawn } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { Dualops } from "@dualops/cli"
import * as NodeFileSystem from "@effect/platform-node-shared/NodeFileSystem"
import * as NodePath from "@effect/platform-node-shared/NodePath"
import { Cause, Console, DateTime, Effect, Exit, FileSystem, Layer, Runtime, Stdio, Stream, Terminal } from "effect"
import { TerminalCapabilities } from "effect/cli"
import { ChildProcessSpawner } from "effect/process"
import { TestClock } from "effect/testing"

/** What a run has printed, and how it ended. */
export interface Ran {
  readonly out: string
  readonly error: string
  readonly exit: number
}

/** A machine for one run: what is piped in, whether somebody looks, and a file system with mistakes of its own. */
export interface Machine {
  readonly stdin?: Uint8Array | undefined
  readonly colour?: boolean | undefined
  readonly files?: ((real: FileSystem.FileSystem) => Partial<FileSystem.FileSystem>) | undefined
}

/** A folder with these files. */
export const folderOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "dualops-"))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** Every file of a folder, by its name. */
export const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), "utf8")])
  )

const silence = Effect.die("nobody is asked")

/** A terminal at which nobody sits. */
const nobody = Terminal.make({
  columns: Effect.succeed(80),
  rows: Effect.succeed(24),
  size: silence,
  readInput: silence,
  readLine: silence,
  display: () => silence
})

/** Runs a command on 1 September 2026 in China. Names of files are those of the folder, in what is asked as in what is said. */
export const run = async (folder: string, args: ReadonlyArray<string>, machine: Machine = {}): Promise<Ran> => {
  const said = { out: "", error: "" }
  const print = (to: keyof typeof said) => (text: string) => {
    said[to] += `${text}\n`.replaceAll(`${folder}/`, "")
  }
  const files = Layer.effect(
    FileSystem.FileSystem,
    Effect.map(FileSystem.FileSystem, (real) => ({ ...real, ...machine.files?.(real) }))
  ).pipe(Layer.provide(NodeFileSystem.layer))
  const platform = Layer.mergeAll(
    files,
    NodePath.layer,
    Stdio.layerTest({ stdin: machine.stdin === undefined ? Stream.empty : Stream.make(machine.stdin) }),
    Layer.succeed(Terminal.Terminal, nobody),
    Layer.succeed(
      ChildProcessSpawner.ChildProcessSpawner,
      ChildProcessSpawner.make(() => Effect.die("starts nothing"))
    ),
    Layer.succeed(Console.Console, { ...console, log: print("out"), error: print("error") }),
    Layer.succeed(TerminalCapabilities.TerminalCapabilities, {
      canColor: machine.colour ?? false,
      canAnimate: false,
      canPrompt: false
    }),
    TestClock.layer()
  )
  const named = args.map((arg) =>
    existsSync(join(folder, arg)) || /^[\w./-]+\.\w+$/.test(arg) ? (arg.startsWith("/") ? arg : join(folder, arg)) : arg
  )
  const at = DateTime.makeUnsafe("2026-08-31T16:00:00Z").epochMilliseconds
  const exit = await Effect.runPromiseExit(
    Effect.andThen(TestClock.setTime(at), Dualops.run(named, "1.2.3")).pipe(Effect.provide(platform))
  )
  if (Exit.isFailure(exit) && Cause.hasDies(exit.cause)) throw Cause.squash(exit.cause)
  let code = 0
  Runtime.defaultTeardown(exit, (ended) => {
    code = ended
  })
  return { ...said, exit: code }
}

const shim = fileURLToPath(new URL("../bin/dualops.js", import.meta.url))
/** What is in the sources is tried, whatever was built of them before. */
const source = ["--conditions=dualops:source"]

/** Starts the program as people do; what it prints is collected as it comes. */
export const start = (folder: string, args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [...source, shim, ...args], { cwd: folder, env: { ...process.env, ...env } })
  const said = { out: "", error: "" }
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.error += text
  })
  const ended = new Promise<Ran>((resolve) => child.on("close", (code) => resolve({ ...said, exit: code ?? -1 })))
  return { child, said, ended }
}

/** Runs a line of bash in a folder in which `dualops` is the program. */
export const bash = (folder: string, line: string): Promise<Ran> => {
  const said = { out: "", error: "" }
  const script = `dualops() { "${process.execPath}" ${source} "${shim}" "$@"; }\n${line}`
  const child = spawn("bash", ["-c", script], { cwd: folder })
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said.error += text
  })
  return new Promise((resolve) => child.on("close", (code) => resolve({ ...said, exit: code ?? -1 })))
}
