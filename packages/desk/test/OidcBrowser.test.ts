/** A person signs in at a real provider, in a real browser. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { absent, browser } from "./browsing.ts"
import { ten } from "./house.ts"
import { signedInDesk } from "./signing-in.ts"

const signing = <A, E>(
  body: (desk: Effect.Success<ReturnType<typeof signedInDesk>>) => Effect.Effect<A, E>,
  more: Parameters<typeof signedInDesk>[0] = {}
) =>
  TestClock.setTime(ten.epochMilliseconds).pipe(Effect.andThen(Effect.flatMap(signedInDesk(more), body)), Effect.scoped)

describe.skipIf(absent)("In a real browser", () => {
  it.effect("a person signs in, works, and signs out", () =>
    signing(({ origin }) =>
      Effect.scoped(
        Effect.gen(function* () {
          const open = yield* browser
          yield* Effect.promise(async () => {
            const page = await (await open.newContext()).newPage()
            await page.goto(`${origin}/zh`)
            await page.fill("input[name=login]", "zhou")
            await page.fill("input[name=password]", "any")
            await page.click("button[type=submit]")
            await page.click("button[type=submit]")
            await page.waitForURL(`${origin}/zh`)
            assert.include(await page.content(), "周舟")
            assert.strictEqual(await page.evaluate("document.cookie"), "")
            await page.click("text=退出登录")
            await page.waitForURL(`${origin}/sign-out`)
            await page.click("button")
            await page.waitForLoadState()
            assert.match(page.url(), /session\/end/)
            await page.click("button[value=yes]")
            await page.waitForURL(`${origin}/signed-out`)
            await page.goto(`${origin}/zh`)
            assert.match(page.url(), /\/interaction\//)
          })
        })
      )
    )
  )
})
