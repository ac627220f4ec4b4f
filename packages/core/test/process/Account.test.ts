import { AccountId } from "@dualops/core/account"
import { PostProcess } from "@dualops/core/content"
import { Bilingual } from "@dualops/core/finding"
import { Account, Actor, Case, Process, Refusal } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Result, Schema } from "effect"
import * as fc from "fast-check"

const at = DateTime.makeUnsafe("2026-11-23T01:00:00Z")
const occasion = {
  case: Case.CaseId.make("one"),
  by: Actor.person("lin"),
  at,
  handbook: Case.HandbookVersion.make("1"),
  settings: {},
  entitled: () => true
}

/** A process that takes its input as it comes. */
const processOf = <Fields extends Schema.Struct.Fields>(input: Fields) => {
  const { start, process } = Process.define("Anything", {
    title: Bilingual.same("Anything"),
    states: { Begun: { title: Bilingual.same("Begun") } }
  })
  // Nothing of the input is kept, so its form is nobody's business.
  const Begin = start({
    title: Bilingual.same("Begin"),
    to: ["Begun"],
    by: "team.begin",
    input: input as {},
    evolve: () => ({ _tag: "Begun" })
  })
  return process({ about: () => Bilingual.same("anything"), steps: { Begin }, final: ["Begun"] })
}
const begin = (input: Schema.Struct.Fields, told: unknown, accounts?: ReadonlyArray<string>) =>
  Process.accept(processOf(input), undefined, {
    ...occasion,
    step: "Begin",
    input: told as {},
    ...(accounts && { accounts })
  })

interface Tree {
  readonly account: AccountId
  readonly below: ReadonlyArray<Tree>
}
const Tree: Schema.Codec<Tree, unknown> = Schema.Struct({
  account: AccountId,
  below: Schema.Array(Schema.suspend((): Schema.Codec<Tree, unknown> => Tree))
})

/** Where in an input an account may stand. */
const places: ReadonlyArray<readonly [Schema.Struct.Fields, (account: string) => unknown]> = [
  [{ account: AccountId }, (account) => ({ account })],
  [{ account: Schema.optionalKey(AccountId) }, (account) => ({ account })],
  [{ from: Schema.Struct({ account: AccountId }) }, (account) => ({ from: { account } })],
  [{ all: Schema.Array(AccountId) }, (account) => ({ all: ["1", account] })],
  [{ pair: Schema.Tuple([Schema.String, AccountId]) }, (account) => ({ pair: ["", account] })],
  [{ by: Schema.Record(Schema.String, AccountId) }, (account) => ({ by: { lin: account } })],
  [{ texts: Schema.Record(AccountId, Schema.String) }, (account) => ({ texts: { [account]: "" } })],
  [{ one: Schema.Union([Schema.Number, AccountId]) }, (account) => ({ one: account })],
  [{ one: Schema.NullOr(Schema.Struct({ account: AccountId })) }, (account) => ({ one: { account } })],
  [{ tree: Tree }, (account) => ({ tree: { account, below: [] } })]
]

describe("A step is about an account that the handbook has", () => {
  it("wherever in its input the account stands, one that the handbook does not have is refused", () => {
    for (const [fields, told] of places) {
      const refused = begin(fields, told("2"), ["1"])
      assertEquals(
        Result.isFailure(refused) ? refused.failure : undefined,
        new Refusal.UnknownAccount({ step: "Begin", account: "2", known: ["1"] })
      )
      assert.isTrue(Result.isSuccess(begin(fields, told("1"), ["1"])))
    }
  })

  it("whatever an input is, looking for accounts in it breaks nothing", () => {
    const looks = places.map(([fields]) => Account.accountsIn(Schema.Struct(fields)))
    fc.assert(
      fc.property(fc.anything(), (told) => {
        for (const look of looks) assert.isTrue(look?.(told).every((one) => typeof one === "string"))
      })
    )
    const fan = Schema.Struct({ kind: Schema.Literal("fan"), account: Schema.String })
    const brand = Schema.Struct({ kind: Schema.Literal("brand"), account: AccountId })
    const look = Account.accountsIn(Schema.Struct({ who: Schema.Union([fan, brand]) }))
    assert.deepStrictEqual<unknown>(look?.({ who: { kind: "fan", account: "2" } }), [])
    assert.deepStrictEqual<unknown>(look?.({ who: { kind: "brand", account: "2" } }), ["2"])
    assert.isUndefined(Account.accountsIn(Schema.Struct({ account: Schema.String, note: Schema.Unknown })))
  })

  it("where nobody says which accounts there are, any is taken, so that laws may try all of them", () => {
    assert.isTrue(Result.isSuccess(begin({ account: AccountId }, { account: "2" })))
  })

  it("whoever may not take the step at all hears that, and not which accounts there are", () => {
    const stranger = { ...occasion, entitled: () => false, accounts: ["1"] }
    const input = { account: AccountId.make("2"), content: { text: "", pictures: [] }, slot: at }
    const refused = Process.accept(PostProcess, undefined, { ...stranger, step: "Compose", input } as never)
    assert.strictEqual(
      Result.isFailure(refused) ? Reflect.get(refused.failure as object, "_tag") : "",
      "Process.NotPermitted"
    )
  })

  it("says which account may have been meant, or which there are", () => {
    const said = (account: string, known: ReadonlyArray<string>) =>
      new Refusal.UnknownAccount({ step: "Compose", account, known }).message
    const at = "Compose is for the account"
    assert.strictEqual(
      said("1000000010", ["1000000001"]),
      `${at} 1000000010, which the handbook does not have: did you mean 1000000001?`
    )
    assert.strictEqual(said("77", ["1", "2"]), `${at} 77, which the handbook does not have: it has 1, 2`)
    assert.strictEqual(said("77", []), `${at} 77, which the handbook does not have: it has none`)
    assert.isBelow(said("7".repeat(1e6), ["1"]).length, 200)
  })
})
