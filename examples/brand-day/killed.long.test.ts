import { assert, describe, it } from "@effect/vitest"
import { judge } from "./judge.ts"
import { freshFolder, start } from "./running.ts"

// Each of them has a folder and programs of its own.
describe.concurrent("a brand account's day", () => {
  it.each([1, 2, 3, 4, 5])(
    "loses nothing and publishes nothing twice, killed at ten moments (%i)",
    {
      timeout: 600_000
    },
    async () => {
      let kills = 0
      while (kills < 10) {
        const out = freshFolder()
        for (let ended: number | null = null; ended !== 0; ) {
          const after = kills < 10 ? Math.random() * 1500 : 600_000
          ended = (await start(out, { stop: { after, from: "first step", by: "SIGKILL" } })).code
          if (ended === null) kills++
        }
        assert.isAbove(await judge(out), 5)
      }
    }
  )
})
