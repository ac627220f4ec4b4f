/** What people are told of a refusal, for every refusal that a process of the house may give: found in the sources, so that none is forgotten. */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Finding } from "@dualops/core/finding"
import { Practices } from "@dualops/core/practices"
import { Actor, Face, type Process } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, DateTime, Duration, Effect, type Schema, SchemaAST } from "effect"

const processes = new Map(Practices.processes().map((process): [string, Process.Any] => [process.name, process]))

interface Refused {
  new (facts: object, options: { readonly disableChecks: true }): Error
  readonly identifier: string
  readonly fields: Readonly<Record<string, Schema.Codec<unknown>>>
}

const src = fileURLToPath(new URL("../../src", import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && readFileSync(`${src}/${file}`, "utf8").includes("extends Schema.TaggedError")
)
const modules = await Promise.all(files.map((file): Promise<Record<string, unknown>> => import(`${src}/${file}`)))
const errors = modules
  .flatMap((module) => Object.values(module))
  // A class of `Schema.TaggedError` has its fields and its name.
  .filter((one) => typeof one === "function" && one.prototype instanceof Error) as unknown as ReadonlyArray<Refused>
const ownerOf = ({ identifier }: Refused) => identifier.split(".")[0] ?? ""
/** Of a process, of the kernel, which refuses for every process, or said to people by what it is. */
const isForPeople = (one: Refused) =>
  processes.has(ownerOf(one)) || ownerOf(one) === "Process" || Object.hasOwn(one.prototype, "said")

const refusals = errors.filter(isForPeople).map((one): [string, Refused] => [one.identifier, one])

/** All that a schema is made of. */
const partsOf = (ast: SchemaAST.AST, seen = new Set<unknown>()): ReadonlySet<unknown> => {
  const look = (value: unknown): void => {
    if (value === null || typeof value !== "object" || seen.has(value)) return
    seen.add(value)
    for (const one of Object.values(value)) look(one)
  }
  look(ast)
  return seen
}

/** What people call themselves and name: no Latin letter, unlike the ids of people, which nobody is to read. */
const [called, named, id] = ["甲", "乙", "lin"]
/** The value with other texts: a schema's own words stay. */
const plain = (value: unknown, words: ReadonlySet<unknown>, text: string): unknown => {
  if (typeof value === "string") return words.has(value) ? value : text
  if (Array.isArray(value)) return value.map((one) => plain(one, words, text))
  if (value === null || typeof value !== "object" || DateTime.isDateTime(value) || Duration.isDuration(value))
    return value
  const fields = Object.entries(value).map(([key, one]) => [key, plain(one, words, text)])
  return Object.assign(Object.create(Object.getPrototypeOf(value)), Object.fromEntries(fields))
}

const forbids = (findings: unknown) => Finding.blocks(findings as ReadonlyArray<Finding.Finding>)

/** Refusals of the kind, of every step, state and deadline of the process. */
const examples = (process: Process.Any, one: Refused): ReadonlyArray<Error> => {
  const known = { step: Object.keys(process.steps), did: Object.keys(process.steps), state: process.states }
  const values = Object.entries(one.fields)
    .filter(([name]) => name !== "_tag")
    .map(([name, schema]): [string, ReadonlyArray<unknown>] => {
      if (name in known) return [name, known[name as keyof typeof known]]
      const parts = partsOf(schema.ast)
      const words = new Set(
        [...parts]
          .filter(SchemaAST.isAST)
          .filter(SchemaAST.isLiteral)
          .map(({ literal }) => literal)
      )
      const samples = Effect.runSync(
        Arbitrary.sampleEffect(Arbitrary.schema(schema), { count: 40, seed: name, size: 4 })
      )
      // Who acts may be a person, a deadline or another case.
      const text = parts.has(Actor.PersonId.ast) && schema !== (Actor.Actor as unknown) ? id : named
      const told = samples.map((sample) => plain(sample, words, text))
      return [name, name === "findings" ? told.filter(forbids) : told]
    })
  return Array.from({ length: 40 }, (_, index) => {
    const facts = values.map(([name, all]): [string, unknown] => [name, all[index % all.length]])
    return new one(Object.fromEntries(facts.filter(([, fact]) => fact !== undefined)), { disableChecks: true })
  })
}

describe("People are told why a step was refused", () => {
  it.each(refusals)("%s: in Chinese without an English word, and in English without a Chinese one", (_, one) => {
    for (const process of processes.has(ownerOf(one)) ? [processes.get(ownerOf(one))] : processes.values()) {
      if (process === undefined) continue
      for (const refusal of examples(process, one)) {
        const { en, zh } = Face.refusal(process, refusal, () => called)
        assert.notMatch(zh, /[a-z]/i)
        assert.match(zh, /\p{Script=Han}.*[。？乙]$/u)
        assert.notMatch(en.replaceAll(/[甲乙]/g, ""), /\p{Script=Han}/u)
      }
    }
  })

  it("the refusals of every process that refuses for reasons of its own are among them", () => {
    const names = refusals.map(([name]) => name)
    assert.includeMembers(names, ["Process.OutOfOrder", "Claim.NotYours", "Post.SlotIsPast", "AtMostOnce.StillLooking"])
    assert.isAtLeast(names.length, 35)
  })
})
