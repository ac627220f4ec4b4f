import { assert, describe, it } from "@effect/vitest"

describe("A desk whose people sign in elsewhere", () => {
  it("leads whoever is not signed in to where they sign in, and remembers where they were going", async () => {
    const { answer } = await import("./sign-in.ts")
    assert.deepStrictEqual(answer, {
      status: 303,
      to: "https://desk.example.com/sign-in?to=%2Fzh%2Fsearch%3Fq%3Dtea"
    })
  })
})
