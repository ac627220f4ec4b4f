import { readFileSync } from "node:fs"
import { AccountFunction } from "@dualops/core/account"
import { HandbookFile } from "@dualops/core/files"
import { EditorSchema, Handbook } from "@dualops/core/handbook"
import { Practices } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Arbitrary, Effect, Result, Schema } from "effect"
import { parse } from "yaml"
import { minimal, textOf, xinghe } from "./worked.ts"

const written = (handbook: Handbook.Handbook): Handbook.Written => Schema.encodeSync(Handbook.Handbook)(handbook)

describe("A handbook", () => {
  it("of a small team has no more than sixty lines", () => {
    assert.isAtMost(textOf("minimal").trimEnd().split("\n").length, 60)
  })

  it("that is complete has a duty of each of the nine functions, and a resource of every kind", () => {
    const having = new Set(Object.values(xinghe.duties).map((duty) => duty.function))
    assert.sameMembers([...having], [...AccountFunction.functions])
    assert.strictEqual(new Set(Object.values(xinghe.resources).map(({ kind }) => kind)).size, 8)
  })

  it("is made of what is written, in TypeScript as in a file", () => {
    assertEquals(Handbook.make(written(minimal)), Result.succeed(minimal))
  })

  it("has its times in Shanghai unless it says so", () => {
    assert.strictEqual(minimal.timeZone, "Asia/Shanghai")
  })

  it("has no place for a password", () => {
    const text = textOf("xinghe").replace(
      "credential: { holders: [he, lin,",
      "credential: { password: x, holders: [he, lin,"
    )
    const findings = Result.getOrThrow(Result.flip(HandbookFile.read("xinghe.yaml", text)))
    assert.deepStrictEqual(
      findings.map(({ code, where }) => `${code} ${where.path}`),
      ["file/unknown-key team.tools.weibo.credential.password"]
    )
  })

  it("says every mistake at once, by its line, with what may have been meant", () => {
    const text = textOf("minimal").replace("owner: lin", "owner: lim").replace("function: content", "funktion: content")
    const findings = Result.getOrThrow(Result.flip(HandbookFile.read("minimal.yaml", text)))
    assert.deepStrictEqual(
      findings.map(({ fix, where }) => `${where.line} ${where.path} ${fix.en}`),
      ["28 duties.posting.funktion Did you mean function?", "29 duties.posting.owner Did you mean lin?"]
    )
    assert.deepStrictEqual(
      findings.flatMap(({ followers = [] }) => followers.map(({ message }) => message.en)),
      ["duties.posting.function is missing."]
    )
  })
})

describe("A safe domain", () => {
  it.each([
    ["https://brand.com/shop", 'Write "brand.com".'],
    ["品牌.com", "Write a host name such as brand.com, without https:// and without a path."]
  ])("is a host name, and %s is none", (domain, fix) => {
    const text = textOf("minimal").replace("[xinghe.example]", `["${domain}"]`)
    const findings = Result.getOrThrow(Result.flip(HandbookFile.read("minimal.yaml", text)))
    assert.deepStrictEqual(
      findings.map((one) => `${one.where.path} ${one.fix.en}`),
      [`account.safeDomains[0] ${fix}`]
    )
  })
})

describe("The file of a handbook", () => {
  it("is written so that reading it gives the same handbook", () => {
    for (const handbook of [minimal, xinghe]) {
      assertEquals(HandbookFile.read("again.yaml", HandbookFile.write(handbook)), Result.succeed(handbook))
    }
  })

  const decode = Schema.decodeUnknownResult(Handbook.Handbook)
  for (const section of Object.keys(Handbook.Handbook.fields) as ReadonlyArray<keyof Handbook.Handbook>) {
    it.effect(`loses nothing of any ${section}`, () =>
      Effect.gen(function* () {
        const values = yield* Arbitrary.sampleEffect(Arbitrary.schema(Handbook.Handbook.fields[section]), {
          count: 40,
          size: 3,
          seed: 20260901,
          maxDiscards: 100_000
        })
        for (const value of values) {
          const handbook: Handbook.Handbook = { ...minimal, [section]: value }
          assertEquals(decode(parse(HandbookFile.write(handbook), { version: "1.2" })), Result.succeed(handbook))
        }
      })
    )
  }
})

describe("The JSON Schema of handbooks", () => {
  const file = readFileSync(new URL("../../handbook.schema.json", import.meta.url), "utf8")

  it("in the package is today's; `npm run schema -w @dualops/core` writes it", () => {
    assert.deepStrictEqual(JSON.parse(file), JSON.parse(JSON.stringify(EditorSchema.of(Practices.formOf()))))
  })

  it("tells an editor what the words mean", () => {
    assert.include(file, "Who takes it over when the owner is away")
    assert.include(file, "such as 30 minutes, 4 hours or 2 days")
  })
})
