import { RequestTrackerDesk, RequestTrackerMembers } from "@dualops/adapter-crm"
import { CustomerDeskSuite, MembersSuite } from "@dualops/core/testing"
import { afterAll, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { isThere } from "./rt/server.ts"
import * as Stage from "./rt/stage.ts"
import * as Troubled from "./troubled.ts"

if (!isThere) describe("Request Tracker 5", () => it.skip("is not installed"))
else {
  afterAll(Stage.close)

  const settings = Layer.unwrap(Effect.map(Stage.settings, (known) => RequestTrackerDesk.layer(known)))
  const members = Layer.unwrap(Effect.map(Stage.settings, (known) => RequestTrackerMembers.layer(known)))
  const http = Troubled.client.pipe(Layer.provideMerge(Troubled.fine))

  CustomerDeskSuite.suite("RequestTrackerDesk", Layer.merge(Stage.desk, settings).pipe(Layer.provide(http)))
  MembersSuite.suite("RequestTrackerMembers", Layer.merge(Stage.members, members).pipe(Layer.provide(http)))
}
