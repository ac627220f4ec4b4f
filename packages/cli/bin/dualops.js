#!/usr/bin/env node
// Stands here before anything is built, so that npm finds what `npx dualops` starts when it installs the repository. Where nothing is
// built, the program runs from its sources; what V8 has compiled of it is kept for the next start.
import { existsSync } from "node:fs"
import module from "node:module"
import { fileURLToPath } from "node:url"

if (module.registerHooks === undefined) {
  process.stderr.write(
    `dualops needs Node 22.19 or later; this is ${process.version}. dualops 需要 Node 22.19 以上。\n`
  )
  process.exitCode = 2
} else {
  module.enableCompileCache()
  const program = import.meta.resolve("@dualops/cli/program")
  if (program.endsWith(".ts") || !existsSync(fileURLToPath(program))) await import("./sources.js")
  await import("@dualops/cli/program")
}
