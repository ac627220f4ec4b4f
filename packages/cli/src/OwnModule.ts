/**
 * Runs what a brand has written in files of its own. What says `export` is an ES module, whatever `package.json` beside it says: `npm init` has it say
 * `"type": "commonjs"` for everybody.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { registerHooks } from "node:module"
import { dirname, resolve } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { Predicate } from "effect"

/** What the module in a file exports as its default; nothing where it has none. */
export const load = async (file: string): Promise<unknown> => {
  const folder = pathToFileURL(`${dirname(resolve(file))}/`).href
  const hooks = registerHooks({
    resolve: (name, context, next) => {
      const found = next(name, context)
      const format = found.url.startsWith(folder) ? formatOf(found.url) : undefined
      return format === undefined ? found : { ...found, format }
    }
  })
  try {
    const loaded: unknown = await import(pathToFileURL(resolve(file)).href)
    return Predicate.hasProperty(loaded, "default") ? loaded.default : undefined
  } finally {
    hooks.deregister()
  }
}

const formats: Readonly<Record<string, string>> = { ".ts": "module-typescript", ".js": "module" }

const formatOf = (url: string): string | undefined => {
  const format = formats[url.slice(-3)]
  if (format === undefined || url.includes("/node_modules/")) return undefined
  return /^export\b/m.test(readFileSync(fileURLToPath(url), "utf8")) ? format : undefined
}
