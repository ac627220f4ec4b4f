/**
 * A program of these benchmarks as users run it: compiled, and not from the sources, whose types Node strips while it starts. That takes some hundred megabytes of
 * memory, which would be counted as the house's.
 *
 * @module
 */
import { type SpawnSyncReturns, spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { buildSync } from "esbuild"

/** Compiles the program of that file, which stands beside this one, and runs it to its end. What it writes to the console is shown, or answered. */
export const run = (file: string, writes: "shown" | "answered"): SpawnSyncReturns<string> => {
  const program = fileURLToPath(new URL(file, import.meta.url))
  // Beside the program, so that what it finds by its own place is where it was.
  const built = program.replace(/\.ts$/, ".built.mjs")
  buildSync({
    entryPoints: [program],
    outfile: built,
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["dualops:source"],
    logLevel: "error",
    // What is CommonJS asks for the modules of Node by `require`.
    banner: {
      js: 'import { createRequire as requiring } from "node:module"; const require = requiring(import.meta.url);'
    }
  })
  try {
    const stdio = writes === "shown" ? "inherit" : "pipe"
    return spawnSync(process.execPath, [built], { encoding: "utf8", stdio })
  } finally {
    rmSync(built)
  }
}
