/**
 * What somebody else gets who installs the packages: they are packed, put into a folder far away, and `program.ts` is compiled there
 * against them as a package that publishes its types, is read by another, and runs.
 *
 * Nothing is downloaded: what the packages depend on is lent from this repository.
 *
 * @module
 */
import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"

const here = import.meta.dirname
const root = join(here, "../..")
const packages = [
  "core",
  "adapter-crm",
  "adapter-memory",
  "adapter-notify",
  "adapter-sql",
  "adapter-weibo",
  "classifier-llm",
  "desk"
]
const faraway = mkdtempSync(join(tmpdir(), "dualops-elsewhere-"))

const run = (program: string, ...args: ReadonlyArray<string>) =>
  execFileSync(program, args, { cwd: faraway, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })

/** Unpacks what would be published, and lends what it depends on. */
const install = () => {
  for (const name of packages) {
    const folder = join(faraway, "node_modules/@dualops", name)
    mkdirSync(folder, { recursive: true })
    const [{ filename }] = JSON.parse(run("npm", "pack", join(root, "packages", name), "--json", "--ignore-scripts"))
    run("tar", "-xzf", filename, "-C", folder, "--strip-components=1")
    const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
    for (const dependency of Object.keys(dependencies ?? {})) lend(dependency)
  }
  for (const dependency of ["effect", "@types/node"]) lend(dependency)
}

const lend = (dependency: string) => {
  const place = join(faraway, "node_modules", dependency)
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(join(root, "node_modules", dependency), place)
}

const compile = (include: string, options: object) => {
  const shared = { target: "es2024", lib: ["es2024", "esnext.disposable", "dom"], types: ["node"], strict: true }
  writeFileSync(
    join(faraway, "tsconfig.json"),
    JSON.stringify({ include: [include], compilerOptions: { ...shared, ...options } })
  )
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc")], { cwd: faraway, stdio: "inherit" })
}

/** Somebody who imports the published types: they are types, and not just any. */
const reader = `
import { program, worker } from "./published/program.js"
// @ts-expect-error: what a program needs and answers has not been lost on the way
program.nonsense
// @ts-expect-error: nor what a worker needs
worker.nonsense
`

try {
  install()
  writeFileSync(join(faraway, "package.json"), JSON.stringify({ name: "faraway", private: true, type: "module" }))
  writeFileSync(join(faraway, "reader.ts"), reader)
  cpSync(join(here, "program.ts"), join(faraway, "written/program.ts"))
  cpSync(join(here, "../handbooks"), join(faraway, "handbooks"), { recursive: true })

  const published = { declaration: true, rootDir: "written", skipLibCheck: true }
  compile("written", { ...published, module: "esnext", moduleResolution: "bundler", outDir: "bundled" })
  compile("written", { ...published, module: "nodenext", exactOptionalPropertyTypes: true, outDir: "published" })
  compile("reader.ts", { module: "nodenext", skipLibCheck: false, noEmit: true })
  console.log(run(process.execPath, "published/program.js").trim())
} finally {
  rmSync(faraway, { recursive: true })
}
