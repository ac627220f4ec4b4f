/**
 * How every package is built: one JavaScript file for each address that it has, and what several of them need in files that they share. A
 * program that asks for one chapter reads a handful of files, and nothing that belongs to another.
 *
 * @module
 */
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
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
      contents: (await readFile(path, "utf8")).replace(listed, (_, type = "", names: string) =>
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

export default defineConfig({
  entry: ["src/**/index.ts"],
  format: ["esm"],
  clean: true,
  sourcemap: true,
  target: "node22",
  // `node:sqlite` has no name without the prefix.
  removeNodeProtocol: false,
  esbuildOptions: (options) => {
    options.chunkNames = "shared/[hash]"
  },
  esbuildPlugins: [deep]
})
