import { HubSpotAddresses, HubSpotDesk, HubSpotMemberList, HubSpotMembers } from "@dualops/adapter-crm"
import { FanId } from "@dualops/core/account"
import { CustomerDesk, DeskKey } from "@dualops/core/customer-desk"
import { Members } from "@dualops/core/members"
import { CustomerDeskSuite, MemberListSuite, MembersSuite } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Client } from "@hubspot/api-client"
import { FilterOperatorEnum } from "@hubspot/api-client/lib/codegen/crm/tickets/index.js"
import { Effect, Layer, Redacted } from "effect"
import { make } from "./hubspot/FakeHubSpot.ts"
import * as Stage from "./hubspot/stage.ts"
import { objections } from "./hubspot/typeMaps.ts"
import * as Troubled from "./troubled.ts"

/** Whatever the suites ask and are answered has the form that the official client knows. */
const judged = Layer.effectDiscard(
  Effect.flatMap(Stage.Portal, ({ violations }) =>
    Effect.addFinalizer(() => Effect.sync(() => assert.deepEqual(violations, [])))
  )
)
const world = Stage.client.pipe(Layer.provideMerge(Troubled.fine), Layer.provideMerge(Stage.portal))
const { token } = make()

CustomerDeskSuite.suite(
  "HubSpotDesk",
  Layer.mergeAll(Stage.desk, HubSpotDesk.layer(Stage.settings(token)), judged).pipe(Layer.provide(world))
)
MembersSuite.suite(
  "HubSpotMembers",
  Layer.mergeAll(Stage.members, HubSpotMembers.layer(Stage.settings(token)), judged).pipe(Layer.provide(world))
)

MemberListSuite.suite(
  "HubSpotMemberList",
  Layer.mergeAll(
    Stage.list.pipe(Layer.provide(HubSpotMembers.layer(Stage.settings(token)))),
    HubSpotMemberList.layer(Stage.settings(token)),
    judged
  ).pipe(Layer.provide(world))
)

describe("Members on HubSpot", () => {
  it.live("are written to where their contact says, and whoever has no address there is not", () =>
    Effect.gen(function* () {
      const [reached, unreached] = [FanId.make("1669879400"), FanId.make("1669879401")]
      for (const fan of [reached, unreached]) yield* Members.use((port) => port.upsert({ fan, name: "小林" }))
      const fake = yield* Stage.Portal
      for (const one of fake.kinds.get("contacts")?.values() ?? [])
        if (one.properties.weibo_uid === reached) one.properties.email = "lin@members.example"
      const addressOf = yield* HubSpotAddresses.make(Stage.settings(token))
      const known = yield* addressOf(reached)
      assert.strictEqual(known && Redacted.value(known), "lin@members.example")
      assert.isUndefined(yield* addressOf(unreached))
      assert.isUndefined(yield* addressOf(FanId.make("1669879402")))
    }).pipe(Effect.provide(HubSpotMembers.layer(Stage.settings(token)).pipe(Layer.provideMerge(world))))
  )
})

describe("The portal in memory", () => {
  it("is judged: what the client does not know is said", () => {
    assert.deepEqual(objections("SimplePublicObjectInputForCreate", { properties: { subject: 1 }, association: [] }), [
      "$.properties.subject: not string",
      "$.association: unknown to SimplePublicObjectInputForCreate"
    ])
    assert.isNotEmpty(objections("SimplePublicObject", { id: 1, created_at: "x", properties: {} }))
    assert.isNotEmpty(objections("PublicObjectSearchRequest", { filterGroups: [{ filters: [{ operator: "ABOUT" }] }] }))
  })

  it.live("is understood by HubSpot's own client, which finds what the adapter has written", () =>
    Effect.gen(function* () {
      const fake = make()
      const url = yield* Stage.serve(fake)
      const layer = HubSpotDesk.layer({ ...Stage.settings(fake.token), url }).pipe(
        Layer.provide(Troubled.client.pipe(Layer.provide(Troubled.fine)))
      )
      const key = DeskKey.of("complaint:1")
      const opened = yield* Effect.provide(
        CustomerDesk.use((desk) =>
          desk.openTicket({
            key,
            customer: { fan: FanId.make("1669879400"), name: "迪丽热巴" },
            subject: "电池",
            text: "投诉 😡",
            priority: "low"
          })
        ),
        layer
      )
      const client = new Client({ accessToken: fake.token, basePath: url })
      yield* Effect.promise(async () => {
        const { basicApi, searchApi, batchApi } = client.crm.tickets
        const one = await basicApi.getById(key, ["subject", "content"], undefined, ["contacts"], false, "weibo_key")
        assert.strictEqual(one.id, opened.ticket)
        assert.strictEqual(one.properties.content, "投诉 😡")
        const contact = one.associations?.contacts?.results[0]?.id ?? ""
        assert.strictEqual(
          (await client.crm.contacts.basicApi.getById(contact, ["weibo_uid"])).properties.weibo_uid,
          "1669879400"
        )
        await basicApi.update(one.id, { properties: { hs_pipeline_stage: "4" } })
        const filters = [{ propertyName: "weibo_key", operator: FilterOperatorEnum.HasProperty }]
        const found = await searchApi.doSearch({
          filterGroups: [{ filters }],
          properties: [],
          sorts: [],
          limit: 10,
          after: "0"
        })
        assert.deepEqual(
          found.results.map(({ id }) => id),
          [one.id]
        )
        const read = await batchApi.read({
          inputs: [{ id: one.id }],
          properties: [],
          propertiesWithHistory: ["hs_pipeline_stage"]
        })
        assert.deepEqual(
          read.results[0]?.propertiesWithHistory?.hs_pipeline_stage?.map(({ value }) => value),
          ["4", "1"]
        )
        const twice = basicApi.create({ properties: { weibo_key: key, hs_pipeline_stage: "1" }, associations: [] })
        const refusal: unknown = await twice.catch((error: unknown) => error)
        assert.include(String(refusal), "CONFLICTING_UNIQUE_VALUE")
      })
      const { changes } = yield* Effect.provide(
        CustomerDesk.use((desk) => desk.changesSince(undefined)),
        layer
      )
      assert.deepEqual(
        changes.map(({ from, to }) => [from.status, to.status]),
        [["new", "solved"]]
      )
      assert.deepEqual(fake.violations, [])
    }).pipe(Effect.scoped)
  )
})
