/** What a process is called, and what its states and steps are, stands in its own files: everything else takes it from the declaration. */
import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"
import { Practices } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"

const root = fileURLToPath(new URL("../src/", import.meta.url))
const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))
const processes = Practices.processes()

/** Texts of the program, comments left out. */
const textsOf = (file: string) =>
  [
    ...readFileSync(join(root, file), "utf8")
      .replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, "")
      .matchAll(/"([^"\n]*)"/g)
  ].map(([, text = ""]) => text)

const isIn = (file: string) => {
  const texts = new Set(textsOf(file))
  return (name: string) => texts.has(name)
}

/** The fragments that declarations are made of. */
const fragments = ["AtMostOnce", "Delivery", "Chain"]

/** Files that declare a process: their words, their rules, and what those are made of. */
const declaring = [...processes.map(({ name }) => name), ...fragments]
const others = sources.filter((file) => !declaring.some((name) => basename(file).startsWith(name)))

describe("Outside the files of a process", () => {
  it.each(processes.map(({ name }) => [name] as const))("nothing names %s", (name) => {
    assert.deepStrictEqual(
      others.filter((file) => isIn(file)(name)),
      []
    )
  })

  it.each(processes.map(({ name, titles }) => [name, Object.keys(titles)] as const))(
    "no two states of %s are named in one file",
    (_, states) => {
      const naming = others.map((file) => [file, states.filter(isIn(file))] as const)
      assert.deepStrictEqual(
        naming.filter(([, named]) => named.length > 1),
        []
      )
    }
  )
})
