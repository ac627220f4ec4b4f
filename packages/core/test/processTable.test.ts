/** The table of the house's processes, made of their values. After a change, `npm run test:only -- processTable -u` writes it anew. */
import { fileURLToPath } from "node:url"
import { Practices } from "@dualops/core/practices"
import type { Process } from "@dualops/core/process"
import { describe, expect, it } from "@effect/vitest"

const page = fileURLToPath(new URL("../../../docs/processes-of-the-house.md", import.meta.url))

const section = (process: Process.Any): ReadonlyArray<string> => [
  `## ${process.name}: ${process.title.en}, ${process.title.zh}`,
  "",
  `States: ${process.states.map((state) => `\`${state}\` ${process.titles[state]?.en ?? ""}`.trim()).join(", ")}. It ends in ${process.final.map((state) => `\`${state}\``).join(", ")}.`,
  "",
  "| step | | whose | leads to |",
  "|---|---|---|---|",
  ...Object.entries(process.steps).map(
    ([name, { by, title, to }]) =>
      `| \`${name}\` | ${title.en}, ${title.zh} | \`${by}\` | ${(to ?? []).join(", ") || "where it is"} |`
  ),
  "",
  ...(Object.keys(process.deadlines).length === 0
    ? []
    : [
        "| deadline | | while | fires |",
        "|---|---|---|---|",
        ...Object.entries(process.deadlines).map(
          ([name, one]) =>
            `| \`${name}\` | ${one.title.en}, ${one.title.zh} | ${one.while.join(", ")} | \`${one.fires}\` |`
        ),
        ""
      ])
]

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
