import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import manifest from "../package.json" with { type: "json" }

const root = fileURLToPath(new URL("../src/", import.meta.url))
const imported = /^(?:import|export)\b[^"]*?from "([^"]+)"/gm
const loaded = /^(?:import|export) (?!type\b)[^"]*?from "([^"]+)"/gm

/** The modules of the package, by their path below `src`, and the doors through which others come in. */
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))
const text = (file: string) => readFileSync(join(root, file), "utf8")
const doors = files.filter((file) => /(^|\/)index\.ts$/.test(file))
const below = (file: string, address: string) => relative(root, join(root, dirname(file), address))

/** The chapters that `package.json` has an address for, and the door of each. */
const chapters = new Map(
  Object.entries(manifest.exports).flatMap(([address, to]) =>
    typeof to === "object" && !address.includes("*")
      ? [[address.replace(/^\.\/?/, ""), to["dualops:source"].slice("./src/".length)]]
      : []
  )
)

/** The names that a door has, as lists: first those that matter, then what they are made of. */
const lists = (door: string) =>
  text(door)
    .split(/^\/\/ .*$/m)
    .map((list) =>
      Array.from(
        list.matchAll(/^export (?:type )?(?:\* as (\w+)|\{ (\w+) \})/gm),
        ([, one, other]) => one ?? other ?? ""
      )
    )

/** What is loaded with a module: others of the package, by their path, and packages, by their name. */
const reached = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  if (file.endsWith(".ts"))
    for (const [, address = ""] of text(file).matchAll(loaded))
      reached(address.startsWith(".") ? below(file, address) : address, seen)
  return seen
}

const edges = /^(?:yaml|csv-parse|ical\.js|rrule-temporal|pinyin-pro|opencc-js)(?:\/|$)|^(?:printing|page)\/|YamlText/

describe("The chapters of core", () => {
  it("have an address for every door and a door for every address, and nothing inside goes through a door", () => {
    assert.sameMembers([...chapters.values()], doors)
    const through = files.flatMap((file) =>
      Array.from(text(file).matchAll(imported), ([, address]) => `${file} ${address}`)
    )
    assert.deepStrictEqual(
      through.filter((one) => one.endsWith("/index.ts")),
      []
    )
  })

  it("stand in the list of the package's page, with the names that matter", () => {
    const page = readFileSync(new URL("../README.md", import.meta.url), "utf8")
    const rows = Array.from(
      page.matchAll(/^\| `@dualops\/core\/?([\w-]*)` \| .* \| ([^|]+) \|$/gm),
      ([, name, names = ""]) => ({
        name,
        names: Array.from(names.matchAll(/\w+/g), ([one]) => one)
      })
    )
    assert.deepStrictEqual(
      rows,
      Array.from(chapters, ([name, door]) => ({ name, names: lists(door)[0] ?? [] }))
    )
  })

  for (const [name, door] of chapters)
    it(`${name === "" ? "the root" : name} lists no more names first than a page can show, and none twice`, () => {
      const [first = [], ...behind] = lists(door)
      assert.isAtLeast(first.length, 1)
      assert.isAtMost(first.length, name === "" ? 16 : 12)
      const all = [first, ...behind].flat()
      assert.deepStrictEqual(all, [...new Set(all)])
    })

  for (const name of ["", "calendar", "finding", "operations", "process"])
    it(`${name === "" ? "the root" : name} loads nothing that reads files, prints, or knows how Chinese sounds`, () => {
      const all = [...reached(chapters.get(name) ?? "")]
      assert.isAbove(all.length, 5)
      assert.deepStrictEqual(
        all.filter((one) => edges.test(one)),
        []
      )
    })

  it("can be told from one that reads files", () => {
    const all = [...reached(chapters.get("files") ?? "")]
    for (const one of ["yaml", "csv-parse/browser/esm/sync", "ical.js", "pinyin-pro"]) assert.include(all, one)
  })
})
