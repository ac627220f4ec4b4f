/** The desk is derived: nothing in it names a process, a step or a state. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { processes } from "./house.ts"

const root = fileURLToPath(new URL("../src/", import.meta.url))
const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"))
const textsIn = (file: string) =>
  Array.from(
    readFileSync(join(root, file), "utf8")
      .replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, "")
      .matchAll(/"([^"\n]*)"/g),
    ([, text = ""]) => text
  )

/** Outcomes and dates are called so elsewhere, too. */
const own = processes.flatMap(({ name, steps }) => [name, ...Object.keys(steps).map((step) => `${name}_${step}`)])

describe("The desk", () => {
  it("names no process and no step of one, an example's included", () => {
    assert.includeMembers(own, ["Post", "PrizeClaim", "Post_Compose"])
    const named = sources.flatMap((file) =>
      textsIn(file).flatMap((text) => (own.includes(text) ? [`${file} ${text}`] : []))
    )
    assert.deepStrictEqual(named, [])
  })
})
