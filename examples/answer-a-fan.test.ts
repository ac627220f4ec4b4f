import { readFileSync } from "node:fs"
import { assert, it } from "@effect/vitest"

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8")

it("the example of the Weibo adapter is the program that runs here", async () => {
  const region =
    /\/\/ #region answer-a-fan\n([\s\S]*?)\/\/ #endregion/.exec(read("answer-a-fan.ts"))?.[1] ?? "no region"
  assert.include(read("../packages/adapter-weibo/README.md"), region.trim())
  const { answer } = await import("./answer-a-fan.ts")
  assert.deepEqual(answer, {
    answers: ["回复@小林:各门店今天起都有。"],
    more: false,
    happened: ["Posted", "Commented", "Received", "Messaged", "Commented"]
  })
})

it("the emulator of the guide starts, and tells what it speaks", async () => {
  const { emulator } = await import("./weibo-emulator.ts")
  try {
    // A list of paths, as the guide says.
    const paths = (await (await fetch(`${emulator.url}/emulator/paths`)).json()) as ReadonlyArray<string>
    const guide = read("../docs/emulator.md")
    for (const path of paths) assert.include(guide, path)
  } finally {
    await emulator.close()
  }
})
