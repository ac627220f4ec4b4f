import { describe, it } from "@effect/vitest"
import { judge } from "./judge.ts"
import { freshFolder, start } from "./running.ts"

describe("a brand account's day", () => {
  it("loses nothing and publishes nothing twice, killed at fifty moments", { timeout: 600_000 }, async () => {
    let kills = 0
    while (kills < 50) {
      const out = freshFolder()
      for (let ended: number | null = null; ended !== 0; ) {
        const after = kills < 50 ? Math.random() * 1500 : 600_000
        ended = (await start(out, { stop: { after, from: "first step", by: "SIGKILL" } })).code
        if (ended === null) kills++
      }
      await judge(out)
    }
  })
})
