// Has a program run from the sources of the house: `node --import ./packages/cli/bin/sources.js PROGRAM`. What V8 has compiled is kept for the next start.
import module from "node:module"
import { extname } from "node:path"

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

module.enableCompileCache()
module.registerHooks({ resolve: sources() })
