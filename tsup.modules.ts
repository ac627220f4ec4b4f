/**
 * How every package is built: one JavaScript file for each module, beside its types. So each module has an address of its own
 * (`@dualops/core/process/Process`), by which a consumer's declarations can name what stands in it, and a bundler takes along only
 * what is used.
 *
 * @module
 */
import { defineConfig, type Options } from "tsup"

type Plugin = NonNullable<Options["esbuildPlugins"]>[number]

/** A module of the same package stays a module, under the name that it has when it is built. */
const neighbours: Plugin = {
  name: "neighbours",
  setup: (build) =>
    build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ kind, path }) =>
      kind === "import-statement" || kind === "dynamic-import"
        ? { path: path.replace(/\.ts$/, ".js"), external: true }
        : undefined
    )
}

export default defineConfig({
  entry: ["src/**/*.ts"],
  format: ["esm"],
  clean: true,
  sourcemap: true,
  target: "node22",
  // `node:sqlite` has no name without the prefix.
  removeNodeProtocol: false,
  esbuildPlugins: [neighbours]
})
