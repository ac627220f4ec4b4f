/** The table of the house's processes, made of their values. After a change, `npm run test:only -- processTable -u` writes it anew. */
import { fileURLToPath } from "node:url"
import { Practices } from "@dualops/core/practices"
import type { Process } from "@dualops/core/process"
import { describe, expect, it } from "@effect/vitest"
import { type Schema, SchemaAST } from "effect"

const page = fileURLToPath(new URL("../../../docs/processes-of-the-house.md", import.meta.url))

const section = (process: Process.Any): ReadonlyArray<string> => [
  `## ${process.name}: ${process.title.en}, ${process.title.zh}`,
  "",
  `States: ${process.states.map((state) => `\`${state}\` ${process.titles[state]?.en ?? ""}`.trim()).join(", ")}. It ends in ${process.final.map((state) => `\`${state}\``).join(", ")}.`,
  "",
  "| step | | whose | is told | leads to |",
  "|---|---|---|---|---|",
  ...Object.entries(process.steps).map(
    ([name, { by, input, needs, title, to }]) =>
      `| \`${name}\` | ${title.en}, ${title.zh} | \`${by}\`${needs.map(({ grant }) => `, with ${grant.title.en}`).join("")} | ${fieldsOf(input)} | ${(to ?? []).join(", ") || "where it is"} |`
  ),
  "",
  ...(Object.keys(process.deadlines).length === 0
    ? []
    : [
        "| deadline | | while | fires |",
        "|---|---|---|---|",
        ...Object.entries(process.deadlines).map(
          ([name, one]) =>
            `| \`${name}\` | ${one.title.en}, ${one.title.zh} | ${one.while.join(", ")} | \`${one.fires}\`${one.whenSuspended === undefined ? "" : `, or \`${one.whenSuspended}\` when that is suspended`} |`
        ),
        ""
      ]),
  ...holding(process)
]

/** The fields of what a step is told; those that may be left out with a question mark. */
const fieldsOf = ({ ast }: Schema.Constraint): string =>
  SchemaAST.isObjects(ast)
    ? ast.propertySignatures
        .map(({ name, type }) => `\`${String(name)}${SchemaAST.isOptional(type) ? "?" : ""}\``)
        .join(", ")
    : ""

/** What its cases hold over others, state by state. */
const holding = ({ standing }: Process.Any): ReadonlyArray<string> => {
  const rows = Object.entries(standing).flatMap(([state, all]) =>
    all.map((one) => {
      if ("grants" in one) return `| \`${state}\` | grants ${one.grants.title.en}, ${one.grants.title.zh} | |`
      if ("setsAside" in one) return `| \`${state}\` | sets one aside for a person | |`
      const { process: name, steps } = one.suspends
      return `| \`${state}\` | suspends ${steps.map((step) => `\`${step}\``).join(", ")} of ${name} | ${one.except === undefined ? "" : "those that the case names"} |`
    })
  )
  return rows.length === 0 ? [] : ["| in state | over other cases | except for |", "|---|---|---|", ...rows, ""]
}

describe("The table of the house's processes", () => {
  it("is as the processes are", async () => {
    const text = [
      "# The processes of the house",
      "",
      "Made of the processes' own values by a test.",
      "",
      ...Practices.processes().flatMap(section)
    ]
    await expect(text.join("\n")).toMatchFileSnapshot(page)
  })
})
