#!/usr/bin/env node
// Stands here before anything is built, so that npm finds what `npx dualops` starts when it installs the repository. Where nothing is
// built, the program runs from its sources; what V8 has compiled of it is kept for the next start.
import { existsSync } from "node:fs"
import module from "node:module"
import { extname } from "node:path"
import { fileURLToPath } from "node:url"

/** Whose modules are of one format throughout: those of the house and of Effect. Others have folders that are packages in packages. */
const isOfOneFormat = (url) => /\/node_modules\/effect\/dist\//.test(url) || !url.includes("/node_modules/")

/**
 * Where a module is found, without looking twice: a relative name with the ending of the module that names it is of the same format, and
 * another name means the same in all of a package's sources.
 */
const sources = () => {
  const formats = new Map()
  const found = new Map()
  const keep = (result) => {
    formats.set(result.url, result.format)
    return { ...result, shortCircuit: true }
  }
  return (name, context, next) => {
    const from = context.parentURL ?? ""
    const format = formats.get(from)
    if (name.startsWith(".") && extname(name) === extname(from) && format && isOfOneFormat(from)) {
      return keep({ url: new URL(name, from).href, format })
    }
    const [root, inside] = from.split("/src/")
    const key = name.startsWith(".") || inside === undefined ? undefined : `${name} ${root}`
    const looked = found.get(key) ?? next(name, { ...context, conditions: [...context.conditions, "dualops:source"] })
    if (key !== undefined) found.set(key, looked)
    return keep(looked)
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
