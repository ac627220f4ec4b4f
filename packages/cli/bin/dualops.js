#!/usr/bin/env node
// Stands here before anything is built, so that npm finds what `npx dualops` starts when it installs the repository. Where nothing is
// built, the program runs from its sources; what V8 has compiled of it is kept for the next start.
import { existsSync } from "node:fs"
import module from "node:module"
import { fileURLToPath } from "node:url"

/** Where a module of the sources is found: a relative name says it, and another means the same in all of a package. */
const sources = () => {
  const found = new Map()
  return (name, context, next) => {
    const from = context.parentURL ?? ""
    if (name.startsWith(".") && name.endsWith(".ts")) {
      return { url: new URL(name, from).href, format: "module-typescript", shortCircuit: true }
    }
    const lookedFor = () => next(name, { ...context, conditions: [...context.conditions, "dualops:source"] })
    const [root, inside] = from.split("/src/")
    if (name.startsWith(".") || inside === undefined) return lookedFor()
    const key = `${name} ${root}`
    if (!found.has(key)) found.set(key, lookedFor())
    return { ...found.get(key), shortCircuit: true }
  }
}

if (module.registerHooks === undefined) {
  process.stderr.write(
    `dualops needs Node 22.19 or later; this is ${process.version}. dualops 需要 Node 22.19 以上。\n`
  )
  process.exitCode = 2
} else {
  module.enableCompileCache()
  const program = import.meta.resolve("@dualops/cli/program")
  if (program.endsWith(".ts") || !existsSync(fileURLToPath(program))) module.registerHooks({ resolve: sources() })
  await import("@dualops/cli/program")
}
