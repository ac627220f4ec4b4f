/** The list of tools: derived from the processes, as few as the caller's role has, in a form that every client takes. */
import { Offers } from "@dualops/core/operations"
import { Declaration } from "@dualops/core/process"
import { ToolName, ToolSchema } from "@dualops/desk/assistant"
import { assert, describe, it } from "@effect/vitest"
import { ListToolsResultSchema } from "@modelcontextprotocol/sdk/types.js"
import { Ajv } from "ajv"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Effect } from "effect"
import fc from "fast-check"
import { processes } from "../house.ts"
import { type Answer, atDesk, call, connected } from "./clients.ts"
import { assistant, may } from "./colleague.ts"

const listed = (person: string) =>
  atDesk((desk) =>
    Effect.gen(function* () {
      const client = yield* connected(desk, person)
      return (yield* Effect.promise(() => client.listTools())).tools
    })
  )
const toolOf = Effect.fnUntraced(function* (person: string, name: string) {
  return (yield* listed(person)).find((tool) => tool.name === name)
})

describe("The list of tools", () => {
  it.effect(
    "has every step that the caller's role may take, those of a process that the desk does not know included",
    () =>
      Effect.gen(function* () {
        const steps = (yield* listed(assistant)).flatMap(({ annotations, name }) =>
          annotations?.readOnlyHint === true ? [] : [name]
        )
        const expected = processes.flatMap((process) =>
          Object.entries(process.steps).flatMap(([step, { by }]) =>
            Declaration.isPersonal(by) && may.includes(by) ? [ToolName.of(process.name, step)] : []
          )
        )
        // What the handbook does not run is on nobody's list.
        assert.isEmpty(steps.filter((name) => !expected.includes(name)))
        assert.includeMembers(steps, ["Post_Compose", "Post_Edit", "Post_Submit", "Answer_PassOn", "HandOver_Prepare"])
        const lins = (yield* listed("lin")).map(({ name }) => name)
        assert.includeMembers(lins, ["PrizeClaim_Ask", "PrizeClaim_Confirm", "PrizeClaim_Grant", "PrizeClaim_Refuse"])
        assert.isAbove(lins.length, steps.length)
      })
  )

  it.effect("is empty for somebody whom no handbook gives a right", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* listed("stranger"), [])
    })
  )

  it.effect("says of each how far it reaches, as its process does", () =>
    Effect.gen(function* () {
      const hints = new Map((yield* listed("lin")).map(({ annotations, name }) => [name, annotations]))
      const of = (name: string) => {
        const { destructiveHint, idempotentHint, openWorldHint, readOnlyHint } = hints.get(name) ?? {}
        return [readOnlyHint, destructiveHint, idempotentHint, openWorldHint]
      }
      assert.deepStrictEqual(of("desk"), [true, false, true, false])
      assert.deepStrictEqual(of("Post_Compose"), [false, false, true, false])
      assert.deepStrictEqual(of("Post_Withdraw"), [false, true, true, false])
      assert.deepStrictEqual(of("Post_PublishNow"), [false, true, true, true])
      // The post publishes by itself when the time has come.
      assert.deepStrictEqual(of("Post_Schedule"), [false, true, true, true])
      assert.deepStrictEqual(of("Answer_Say"), [false, true, true, true])
    })
  )

  it.effect("says who may do what in one case, and in which states", () =>
    Effect.gen(function* () {
      const { description = "" } = (yield* toolOf("lin", "Post_Approve")) ?? {}
      assert.include(description, "Needs content.approve")
      assert.include(description, "does not write or edit in the same case")
      assert.include(description, "InReview")
    })
  )

  it.effect("is what the official client's own schema says, and its schemas compile in both dialects", () =>
    Effect.gen(function* () {
      const tools = yield* listed("lin")
      ListToolsResultSchema.parse({ tools })
      for (const { inputSchema, name, outputSchema } of tools) {
        for (const schema of [inputSchema, outputSchema ?? {}]) {
          new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(schema)
          new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(schema)
          const text = JSON.stringify(schema)
          for (const word of ["$ref", "$defs", "$schema", "prefixItems", "allOf", "\\\\p{"])
            assert.notInclude(text, word, name)
        }
      }
    })
  )
})

describe("A name of a tool", () => {
  it("is letters, digits, a line and a hyphen, 40 at most, and no other step's", () => {
    const steps = processes.flatMap(({ name, steps }) => Object.keys(steps).map((step) => [name, step] as const))
    const names = steps.map(([process, step]) => ToolName.of(process, step))
    assert.strictEqual(new Set(names).size, names.length)
    const pairs = fc.uniqueArray(fc.tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })), {
      selector: ([process, step]) => JSON.stringify([process, step])
    })
    fc.assert(
      fc.property(pairs, (all) => {
        const made = [...steps, ...all].map(([process, step]) => ToolName.of(process, step))
        for (const name of made) assert.match(name, /^[A-Za-z0-9_-]{1,40}$/)
        assert.strictEqual(new Set(made).size, new Set([...steps, ...all].map((pair) => JSON.stringify(pair))).size)
      })
    )
    // Two that were cut alike are not alike.
    assert.notStrictEqual(ToolName.of("A".repeat(60), "B"), ToolName.of("A".repeat(61), "B"))
    assert.notStrictEqual(ToolName.of("A_B", "C"), ToolName.of("A", "B_C"))
    assert.notStrictEqual(ToolName.of("投诉", "受理"), ToolName.of("投诉", "转交"))
  })
})

describe("A schema without references", () => {
  it("takes what the step's own takes: whatever the kernel reads, no client refuses to send", () => {
    for (const process of processes) {
      for (const step of Object.keys(process.steps)) {
        const plain = ToolSchema.plain(Offers.inputOf(process, step))
        assert.notInclude(JSON.stringify(plain), "$ref")
        new Ajv2020({ strict: false, validateFormats: false }).compile(plain)
      }
    }
  })

  it("has each definition where it is used, ends what goes on in itself, and takes a name for a name", () => {
    const tree = {
      $defs: {
        Tree: { type: "object", properties: { below: { type: "array", items: { $ref: "#/$defs/Tree" } } } },
        "a/b~c": { type: "string", pattern: "^\\p{L}+$" }
      },
      type: "object",
      properties: {
        tree: { $ref: "#/$defs/Tree", description: "of tea" },
        items: { $ref: "#/$defs/a~1b~0c" },
        pattern: { type: "array", prefixItems: [{ type: "string" }], items: { type: "string" } },
        $ref: { type: "string" }
      }
    }
    assert.deepStrictEqual(ToolSchema.plain(tree), {
      type: "object",
      properties: {
        tree: {
          type: "object",
          properties: { below: { type: "array", items: {} } },
          description: "of tea"
        },
        items: { type: "string" },
        pattern: { type: "array", items: { type: "string" }, minItems: 1 },
        $ref: { type: "string" }
      }
    })
  })
})

describe("What a tool answers", () => {
  it.effect("is the same in structure and in text, and every refusal has its words in both languages", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const client = yield* connected(desk, assistant)
        const answer = yield* call(client, "desk")
        assert.deepStrictEqual(JSON.parse(answer.texts[0]?.split("\n")[2] ?? ""), answer.data)
        const refused = yield* call(client, "Post_Approve", { case: "none", expected: 1 })
        assert.deepStrictEqual(
          [refused.isError, refused.why, refused.data],
          [true, "EventLog.VersionConflict", undefined]
        )
        const wrong = yield* call(client, "Post_Compose", { input: { slot: "tomorrow" } })
        assert.strictEqual(wrong.why, "Operations.BadInput")
        const { findings, said } = JSON.parse(wrong.texts[1]?.split("\n")[2] ?? "")
        assert.includeMembers(
          findings.map(({ where }: { where: { path: string } }) => where.path),
          ["input.account", "input.content", "input.slot"]
        )
        assert.match(said.zh, /[一-鿿]/)
      })
    )
  )

  it.effect("is the handbook in pieces, and the hand-over for a stand-in of this hour", () =>
    atDesk((desk) =>
      Effect.gen(function* () {
        const client = yield* connected(desk, assistant)
        let [text, next]: [string, string | undefined] = ["", undefined]
        do {
          const { data }: Answer = yield* call(client, "pages", {
            name: "handbook",
            ...(next === undefined ? {} : { after: next })
          })
          text += data.items[0].text
          next = data.next
        } while (next !== undefined)
        const { contents } = yield* Effect.promise(() =>
          client.readResource({ uri: "dualops://pages/1000000001/handbook" })
        )
        assert.strictEqual(text, Reflect.get(Object(contents[0]), "text"))
        assert.include(text, "小助")
        const asked = { out: "lin", in: "zhou" }
        const handed = yield* call(client, "pages", { name: "hand-over", language: "en", asked })
        assert.include(handed.data.items[0].text, "周舟")
        assert.isTrue((yield* call(client, "pages", { account: "1000000002", name: "handbook" })).isError)
      })
    )
  )
})
