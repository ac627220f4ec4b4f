import { Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { Desk, TokenDoor } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { createConfig, lintFromString } from "@redocly/openapi-core"
import { Validator } from "@seriousme/openapi-schema-validator"
import { Ajv2020 } from "ajv/dist/2020.js"
import { DateTime, Effect, Redacted } from "effect"
import openapi, { astToString } from "openapi-typescript"
import ts from "typescript"
import { PrizeClaimProcess } from "../../../examples/prizes/PrizeClaimProcess.ts"
import { atTen, claim, origin, processes, ten, tokens } from "./house.ts"

/** A program with a token of this person. */
const client = Effect.fnUntraced(function* (desk: Desk.Handler, person: string) {
  const { secret, token } = yield* TokenDoor.issue(Actor.person(person), DateTime.add(ten, { days: 1 }))
  tokens.push(token)
  return (path: string, order?: object, key = "key 1") =>
    Effect.promise(async () => {
      const answer = await desk(
        new Request(`${origin}/api/${path}`, {
          headers: {
            authorization: `Bearer ${Redacted.value(secret)}`,
            ...(order && { "content-type": "application/json", "idempotency-key": key })
          },
          ...(order && { method: "POST", body: JSON.stringify(order) })
        })
      )
      return { status: answer.status, type: answer.headers.get("content-type"), json: JSON.parse(await answer.text()) }
    })
})

const asked = { input: { winner: "小林", prize: { zh: "桂花乌龙", en: "osmanthus tea" } } }

describe("The API", () => {
  it.effect("takes a step of a process that the desk does not know, and the same key is the same order", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const call = yield* client(desk, "lin")
        const first = yield* call("cases/PrizeClaim/claim%201/Ask", asked)
        const again = yield* call("cases/PrizeClaim/claim%201/Ask", asked)
        assert.strictEqual(first.status, 200, JSON.stringify(first.json))
        assert.deepStrictEqual(first.json, again.json)
        assert.deepStrictEqual(first.json.state, { name: "Asked", title: { zh: "待核对", en: "asked" } })
        const other = yield* call("cases/PrizeClaim/claim%201/Ask", { input: { ...asked.input, winner: "another" } })
        assert.deepStrictEqual([other.status, other.json.title], [422, "Operations.KeyReused"])
      })
    )
  )

  it.effect("has the desk, the offers, a case and its events, as the caller sees them", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const zhou = yield* client(desk, "zhou")
        const { items } = (yield* zhou("desk")).json
        assert.deepStrictEqual(
          [items.length, items[0].case.id, items[0].case.due],
          [1, "claim 1", "2026-11-23T06:00:00.000Z"]
        )
        assert.includeMembers(
          items[0].steps.map((step: { name: string }) => step.name),
          ["Confirm", "Refuse"]
        )
        const one = yield* zhou("cases/PrizeClaim/claim%201")
        assert.strictEqual(one.json.case.about.zh, "小林 的桂花乌龙")
        const refuse = one.json.offers.find((offer: { step: { name: string } }) => offer.step.name === "Refuse")
        assert.isTrue(new Ajv2020().validate(refuse.input, { why: "重复" }))
        assert.strictEqual((yield* zhou("cases/PrizeClaim/claim%201/events")).json.items[0].step, "Ask")
        const stranger = yield* client(desk, "stranger")
        const nothing = yield* stranger("cases/PrizeClaim/claim%201")
        assert.deepStrictEqual(
          [nothing.status, nothing.type, nothing.json.title],
          [404, "application/problem+json", "Desk.NotFound"]
        )
        assert.strictEqual((yield* stranger("cases/PrizeClaim/claim%201/events")).status, 404)
      })
    )
  )

  it.effect("tells every refusal as a problem, with its tag and its words", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* claim("claim 1")
        const zhou = yield* client(desk, "zhou")
        const refused = [
          yield* zhou("cases/PrizeClaim/claim%201/Refuse", { input: {} }, "1"),
          yield* zhou("cases/PrizeClaim/claim%201/Settle", { input: { parcel: "SF 1" } }, "2"),
          yield* zhou("cases/PrizeClaim/claim%201/Confirm", { expected: 0 }, "3"),
          yield* zhou("cases/PrizeClaim/claim%201/Confirm", { expected: 99 }, "3"),
          yield* zhou("cases/PrizeClaim/claim%201/Nothing", {}, "4"),
          yield* zhou("cases/Nothing/claim%201/Confirm", {}, "5"),
          yield* zhou("cases/PrizeClaim/claim%201/Escalate", {}, "6"),
          yield* (yield* client(desk, "stranger"))("cases/PrizeClaim/claim%201/Confirm", {}, "7")
        ]
        assert.deepStrictEqual(
          refused.map(({ json, status }) => [status, json.title]),
          [
            [422, "Operations.BadInput"],
            [409, "Process.OutOfOrder"],
            [409, "EventLog.VersionConflict"],
            [409, "EventLog.VersionConflict"],
            [404, "Operations.UnknownStep"],
            [404, "Operations.UnknownProcess"],
            [403, "Process.NotPermitted"],
            [403, "Process.NotPermitted"]
          ]
        )
        for (const { json, type } of refused) {
          assert.strictEqual(type, "application/problem+json")
          assert.isAbove(json.said.zh.length, 0)
        }
        assert.strictEqual(refused[0]?.json.findings[0].where.path, "input.why")
        assert.strictEqual(refused[1]?.json.said.zh, "「待核对」时不能人工了结。")
        const state = (yield* Operations.load(PrizeClaimProcess, Case.CaseId.make("claim 1")))?.state._tag
        assert.strictEqual(state, "Asked")
      })
    )
  )

  it.effect("asks for a key of every order, and for JSON", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const call = yield* client(desk, "lin")
        const { json, status, type } = yield* call("cases/PrizeClaim/claim%201/Ask", asked, "")
        assert.deepStrictEqual([status, type], [400, "application/problem+json"], JSON.stringify(json))
      })
    )
  )

  it.effect("hands out lists in pages, none twice and none left out, though some come and go meanwhile", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        for (let number = 10; number < 30; number++) yield* claim(`claim ${number}`)
        const call = yield* client(desk, "zhou")
        const found: Array<string> = []
        let next: string | undefined = ""
        while (next !== undefined) {
          const { json }: { json: { items: ReadonlyArray<{ case: { id: string } }>; next?: string } } = yield* call(
            `desk?most=7${next === "" ? "" : `&after=${next}`}`
          )
          found.push(...json.items.map((item) => item.case.id))
          next = json.next
          // What comes in before is no matter of the pages that follow.
          yield* claim(`claim 0${found.length}`)
        }
        const first = Array.from({ length: 20 }, (_, index) => `claim ${index + 10}`)
        assert.includeMembers(found, first)
        assert.strictEqual(new Set(found).size, found.length)
        assert.deepStrictEqual([(yield* call("desk?most=0")).status, (yield* call("desk?after=!!")).status], [400, 400])
      })
    )
  )
})

/** What Redocly has against a document: the second judge. */
const lint = (json: object) =>
  Effect.promise(async () => {
    const config = await createConfig({ extends: ["spec"] })
    const problems = await lintFromString({ source: JSON.stringify(json), config })
    return problems.map(({ message, ruleId }) => `${ruleId}: ${message}`)
  })

/** What TypeScript has against a module that imports nothing. */
const complaints = (text: string): ReadonlyArray<string> => {
  const options: ts.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2024, types: [] }
  const host = ts.createCompilerHost(options)
  const file = ts.createSourceFile("desk.ts", text, ts.ScriptTarget.ES2024)
  const program = ts.createProgram(["desk.ts"], options, {
    ...host,
    getSourceFile: (name, ...more) => (name === "desk.ts" ? file : host.getSourceFile(name, ...more))
  })
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))
}

describe("The document of the API", () => {
  it("makes types that compile, of every process of the house", async () => {
    const types = astToString(await openapi(JSON.stringify(Desk.document({ processes }))))
    const refuse = `type Order = operations["PrizeClaim.Refuse"]["requestBody"]["content"]["application/json"]\n`
    assert.deepStrictEqual(complaints(`${types}${refuse}export const told: Order = { input: { why: "twice" } }`), [])
    const [wrong] = complaints(`${types}${refuse}export const told: Order = { input: {} }`)
    assert.match(String(wrong), /'why' is missing/)
  })

  it.effect("is OpenAPI 3.1 as others read it, and says of every step of a person what it is told", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const { json } = yield* (yield* client(desk, "lin"))("openapi.json")
        const { errors, valid } = yield* Effect.promise(() => new Validator().validate(structuredClone(json)))
        assert.isTrue(valid, JSON.stringify(errors))
        assert.match(json.openapi, /^3\.1/)
        const grant = json.paths["/api/cases/PrizeClaim/{case}/Refuse"].post
        assert.strictEqual(grant.summary, "不予兑奖 · refuse")
        const { schema } = grant.requestBody.content["application/json"]
        assert.deepStrictEqual(schema.properties.input.required, ["why"])
        assert.isUndefined(json.paths["/api/cases/PrizeClaim/{case}/Escalate"])
        const ids = Object.values<Record<string, { operationId: string }>>(json.paths).flatMap((path) =>
          Object.values(path).map((one) => one.operationId)
        )
        assert.strictEqual(new Set(ids).size, ids.length)
        assert.isAbove(ids.length, processes.length)
        assert.deepStrictEqual(yield* lint(json), [])
        assert.isNotEmpty(yield* lint({ ...json, components: {} }))
        const broken = yield* Effect.promise(() => new Validator().validate({ ...json, paths: { nonsense: 1 } }))
        assert.isFalse(broken.valid)
      })
    )
  )
})
