import { assert, it } from "@effect/vitest"

it("every script runs on the Node that comes with the project", () => {
  assert.match(process.version, /^v24\./)
})
