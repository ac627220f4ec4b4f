/**
 * The packages as they would be published, in a folder far away. Nothing is downloaded: what they depend on is lent from this repository.
 *
 * @module
 */
import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs"
import { dirname, join } from "node:path"

/** Where the packages stand. */
export const root = join(import.meta.dirname, "../..")

const packages = [
  "core",
  "adapter-crm",
  "adapter-drand",
  "adapter-memory",
  "adapter-notify",
  "adapter-sql",
  "adapter-till",
  "adapter-web",
  "adapter-weibo",
  "classifier-llm",
  "cli",
  "desk",
  "dualops",
  "reports"
]

/** Unpacks what would be published, lends what it depends on, and makes the commands known, as an installation does. */
export const install = (faraway: string): void => {
  const run = (program: string, ...args: ReadonlyArray<string>) =>
    execFileSync(program, args, { cwd: faraway, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })
  const commands = join(faraway, "node_modules/.bin")
  mkdirSync(commands, { recursive: true })
  for (const name of packages) {
    const source = join(root, "packages", name)
    const { name: called } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"))
    const folder = join(faraway, "node_modules", called)
    mkdirSync(folder, { recursive: true })
    const [{ filename }] = JSON.parse(run("npm", "pack", source, "--json", "--ignore-scripts"))
    run("tar", "-xzf", filename, "-C", folder, "--strip-components=1")
    const { bin = {}, dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
    for (const dependency of Object.keys(dependencies)) if (!dependency.includes("dualops")) lend(faraway, dependency)
    for (const [command, file] of Object.entries<string>(bin)) {
      if (!existsSync(join(commands, command))) symlinkSync(join(folder, file), join(commands, command))
    }
  }
  for (const dependency of ["effect", "@types/node", "@effect/sql-pg"]) lend(faraway, dependency)
}

const lend = (faraway: string, dependency: string) => {
  const place = join(faraway, "node_modules", dependency)
  mkdirSync(dirname(place), { recursive: true })
  if (!existsSync(place)) symlinkSync(join(root, "node_modules", dependency), place)
}
