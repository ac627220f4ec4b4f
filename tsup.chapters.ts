/**
 * How every package is built: one JavaScript file for each address that it has, and what several of them need in files that they share. A
 * program that asks for one chapter reads a handful of files: its own, the ground, and the kernel.
 *
 * @module
 */
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { defineConfig, type Options } from "tsup"

type Plugin = NonNullable<Options["esbuildPlugins"]>[number]

/**
 * Sources import `{ Effect, type Schema } from "effect"`, and what is built imports `effect/Effect`: the list of all modules that `effect` is
 * reads 247 files where `effect/Schema` reads 142. A name that is no module there stops the build.
 */
const deep: Plugin = {
  name: "deep",
  setup: (build) =>
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      loader: "ts",
      contents: `${imported(path)}${await readFile(path, "utf8")}`.replace(listed, (_, type = "", names: string) =>
        names.replace(
          listedName,
          (_, only = "", name, own = name) => `import ${type || only}* as ${own} from "${module(name)}";`
        )
      )
    }))
}
const listed = /^import (type )?\{([^}]*)\} from "effect"$/gm
const listedName = /(type )?(\w+)(?: as (\w+))?,?/g
const module = (name: string): string => {
  const address = `effect/${name}`
  if (!existsSync(fileURLToPath(import.meta.resolve(address)))) throw new Error(`effect has no module ${name}.`)
  return address
}

/**
 * The chapters of core that nearly every program reads stand in two files, and not in forty small ones, each of which costs Node two milliseconds:
 * the ground, and the kernel for whoever needs any of it. What every address imports by name, the bundler puts into one file.
 */
const ground = ["account", "calendar", "finding"]
const kernel = ["attention", "operations", "process"]
/** The chapters that stand on the ground alone. */
const low = [...ground, "analytics", "positioning", "promotion"]

const imported = (path: string): string => {
  const [, src = "", chapter = ""] =
    /^(.*core[\\/]src)[\\/](?:.*[\\/])?([\w-]+)[\\/]index\.ts$/.exec(path) ?? whole.exec(path) ?? []
  if (src === "") return ""
  const shared = low.includes(chapter) ? ground : [...ground, ...kernel]
  return shared
    .flatMap((one) => (one === chapter ? [] : [`import ${JSON.stringify(`${src}/${one}/index.ts`)}\n`]))
    .join("")
}
const whole = /^(.*core[\\/]src)[\\/]index\.ts$/

/** The bundler leaves out an import that names nothing, unless it is told that there is something in the file. */
const together: Plugin = {
  name: "together",
  setup: (build) =>
    build.onResolve({ filter: /index\.ts$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      sideEffects: true
    }))
}

export default defineConfig({
  entry: ["src/**/index.ts"],
  format: ["esm"],
  clean: true,
  sourcemap: true,
  target: "node22",
  // Of their two thousand modules a dozen are needed, and each that is imported by name has Node read the list of all.
  noExternal: [/^(@date-fns|date-fns)\//],
  // `node:sqlite` has no name without the prefix.
  removeNodeProtocol: false,
  esbuildOptions: (options) => {
    options.chunkNames = "shared/[hash]"
  },
  esbuildPlugins: [together, deep]
})
