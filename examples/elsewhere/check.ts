/**
 * What somebody else gets who installs the packages: they are packed, put into a folder far away, and `program.ts` is compiled there
 * against them as a package that publishes its types, is read by another, and runs.
 *
 * Nothing is downloaded: what the packages depend on is lent from this repository.
 *
 * @module
 */
import { execFileSync } from "node:child_process"
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { install, root } from "./packed.ts"

const here = import.meta.dirname
const faraway = mkdtempSync(join(tmpdir(), "dualops-elsewhere-"))

const run = (program: string, ...args: ReadonlyArray<string>) =>
  execFileSync(program, args, { cwd: faraway, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })

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
  install(faraway)
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
