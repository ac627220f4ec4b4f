import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"

const root = fileURLToPath(new URL("../src/", import.meta.url))
const imported = /^(?:import|export)\b[^"]*?from "(\.[^"]+)"/gm

/** The folder of a module, to the second level: `internal-system/content`. */
const chapterOf = (path: string) => relative(root, dirname(path)).split("/").slice(0, 2).join("/")

/** Which chapters each chapter needs; the list of all modules at the top belongs to none. */
const needs = new Map<string, Set<string>>()
for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
  const path = join(root, file)
  const chapter = chapterOf(path)
  if (!file.endsWith(".ts") || chapter === "") continue
  const others = needs.get(chapter) ?? new Set()
  needs.set(chapter, others)
  for (const [, address = ""] of readFileSync(path, "utf8").matchAll(imported)) {
    const other = chapterOf(join(dirname(path), address))
    if (other !== chapter && other !== "") others.add(other)
  }
}

/** A way from the chapter back to itself. */
const circle = (chapter: string, way: ReadonlyArray<string> = [chapter]): ReadonlyArray<string> | undefined => {
  for (const next of needs.get(way.at(-1) ?? "") ?? []) {
    if (next === chapter) return [...way, next]
    const found = way.includes(next) ? undefined : circle(chapter, [...way, next])
    if (found !== undefined) return found
  }
  return undefined
}

describe("The chapters of core", () => {
  it("build on each other, and never in a circle", () => {
    assert.isAbove(needs.size, 10)
    assert.deepStrictEqual(
      [...needs.keys()].flatMap((chapter) => circle(chapter)?.join(" needs ") ?? []),
      []
    )
  })
})
