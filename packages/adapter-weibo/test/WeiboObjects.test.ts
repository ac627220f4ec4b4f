import { WeiboAnswer, WeiboObjects } from "@dualops/adapter-weibo"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result, type Schema } from "effect"
import * as fc from "fast-check"
import * as fixtures from "./fixtures.ts"

const read = <S extends Schema.ConstraintDecoder<unknown>>(schema: S, body: unknown) =>
  Result.getOrThrow(WeiboAnswer.read(schema)(200, typeof body === "string" ? body : JSON.stringify(body)))
const isRead = (schema: Schema.ConstraintDecoder<unknown>, body: unknown): boolean =>
  Result.isSuccess(WeiboAnswer.read(schema)(200, JSON.stringify(body)))

const status = {
  id: 3935747314735304,
  idstr: "3935747314735304",
  created_at: "Tue May 24 18:04:53 +0800 2011",
  text: "茶"
}
const user = { id: 2489518277, screen_name: "小林" }
const comment = { ...status, user, status }

/** Ways in which Weibo has been seen to write nothing. */
const nothings: ReadonlyArray<unknown> = [undefined, null, "", []]

describe("An object of Weibo", () => {
  it("whose author deleted it is known by its mark, and may have lost its author", () => {
    const original = { id: 2, text: "此微博已被原作者删除。", deleted: "1", user: null }
    const repost = read(WeiboObjects.Status, { ...status, retweeted_status: original })
    assert.isTrue(repost.retweeted_status && WeiboObjects.isDeleted(repost.retweeted_status))
    assert.isFalse(WeiboObjects.isDeleted(repost))
    for (const deleted of ["1", 1, true])
      assert.isTrue(WeiboObjects.isDeleted(read(WeiboObjects.Status, { ...status, deleted })))
    for (const deleted of [...nothings, "0", 0, false]) {
      assert.isFalse(WeiboObjects.isDeleted(read(WeiboObjects.Status, { ...status, deleted })))
    }
  })

  it("keeps its exact id where Weibo's number has lost the last digits", () => {
    assert.strictEqual(WeiboObjects.idOf({ id: "3504803600500000", idstr: "3504803600502730" }), "3504803600502730")
    for (const idstr of nothings) {
      const text = `{"id":21212120637982993,"idstr":${JSON.stringify(idstr) ?? null},"created_at":"${status.created_at}","text":""}`
      assert.strictEqual(WeiboObjects.idOf(read(WeiboObjects.Status, text)), "21212120637982993")
    }
  })

  it("is not read with an exact id that is none, for the other might be wrong", () => {
    assert.isFalse(isRead(WeiboObjects.Status, { ...status, idstr: "3.5e15" }))
    assert.isFalse(isRead(WeiboObjects.Status, { ...status, id: -1 }))
    assert.isFalse(isRead(WeiboObjects.Status, { ...status, id: 1.5 }))
  })

  it("tells what Weibo does not show by silence, never by zero", () => {
    for (const unknown of [...nothings, {}, "12.3万", "1e3", false]) {
      const { followers_count, verified } = read(WeiboObjects.User, { id: 1, followers_count: unknown })
      assert.isUndefined(followers_count, JSON.stringify(unknown))
      assert.isUndefined(verified)
    }
    for (const count of [12, "12", 0, "0"]) {
      assert.strictEqual(read(WeiboObjects.User, { id: 1, followers_count: count }).followers_count, Number(count))
    }
    assert.deepEqual(read(WeiboObjects.Counts, [{ id: 1, comments: null, reposts: "3" }]), [{ id: "1", reposts: 3 }])
  })

  it("may have nobody in the place of its author, but not somebody who cannot be told from others", () => {
    for (const nobody of nothings) assert.isFalse("user" in read(WeiboObjects.Comment, { ...comment, user: nobody }))
    for (const odd of [{}, { id: null }, { id: "小林" }, "小林", 7]) {
      assert.isFalse(isRead(WeiboObjects.Comment, { ...comment, user: odd }))
    }
  })

  it("is dated in the one way in which Weibo dates, its days with a nought or without", () => {
    const at = (created_at: string) =>
      DateTime.formatIso(read(WeiboObjects.Status, { ...status, created_at }).created_at)
    assert.strictEqual(at("Wed Jun 01 00:50:25 +0800 2011"), "2011-05-31T16:50:25.000Z")
    assert.strictEqual(at("Wed Jun  1 00:50:25 +0800 2011"), "2011-05-31T16:50:25.000Z")
    assert.strictEqual(at("Wed Jun 1 00:50:25 +0800 2011"), "2011-05-31T16:50:25.000Z")
    for (const created_at of ["", null, "今天 18:04", "2012-02-29 18:00:00", 1280833537]) {
      assert.isFalse(isRead(WeiboObjects.Status, { ...status, created_at }))
    }
  })
})

describe("A page of Weibo", () => {
  const gone = { id: 5, deleted: "1", text: "", created_at: "" }

  it("holds what was deleted as a remnant, and what else has lost its text or its time as it came", () => {
    const page = read(WeiboObjects.Timeline, { statuses: [status, gone, { ...status, deleted: 1 }] })
    assert.deepEqual("statuses" in page && page.statuses.map((one) => ("raw" in one ? "" : WeiboObjects.idOf(one))), [
      status.idstr,
      "5",
      status.idstr
    ])
    assert.deepEqual(WeiboObjects.statusesOf(page).map(WeiboObjects.idOf), [status.idstr])
    const odd = { ...gone, deleted: "0" }
    const others = read(WeiboObjects.Timeline, { statuses: [status, odd] })
    assert.deepEqual("statuses" in others && others.statuses[1], { raw: odd })
    assert.deepEqual(WeiboObjects.statusesOf(others).map(WeiboObjects.idOf), [status.idstr])
    assert.isTrue(isRead(WeiboObjects.Comments, { comments: [comment, gone] }))
  })

  it("says where the next one begins as a number or in quotes, or does not say", () => {
    const next = (next_cursor: unknown) => {
      const page = read(WeiboObjects.Comments, { comments: [], next_cursor })
      return "next_cursor" in page ? page.next_cursor : undefined
    }
    assert.deepEqual([0, "0", 3935564896223189, "3935564896223189"].map(next), [
      "0",
      "0",
      "3935564896223189",
      "3935564896223189"
    ])
    for (const unknown of [...nothings, -1, false]) assert.isUndefined(next(unknown))
  })

  it("is empty as an empty list or a bare [], and not when the list is missing", () => {
    assert.isTrue(isRead(WeiboObjects.Reposts, { reposts: [] }))
    assert.isTrue(isRead(WeiboObjects.Reposts, []))
    for (const broken of [{}, { reposts: null }, { reposts: {} }, null])
      assert.isFalse(isRead(WeiboObjects.Reposts, broken))
  })
})

describe("A post as Weibo may write it", () => {
  const sampleOf: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    NoneType: fc.constant(null),
    bool: fc.boolean(),
    int: fc.maxSafeNat(),
    str: fc.string(),
    list: fc.array(fc.anything({ maxDepth: 1 }), { maxLength: 3 }),
    dict: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(null)))
  }
  interface Seen {
    readonly [field: string]: Readonly<Record<string, number>>
  }

  /** An object with the fields of the recordings, each in one of its types, and absent if it was absent once; some fields are made up. */
  const recorded = (seen: Seen, times: number, madeUp: Readonly<Record<string, fc.Arbitrary<unknown>>>) => {
    const fields = Object.entries(seen).map(([field, types]): [string, fc.Arbitrary<unknown>] => [
      field,
      madeUp[field] ??
        fc.oneof(...Object.keys(types).map((type) => sampleOf[type] ?? assert.fail(`a new type ${type}`)))
    ])
    const always = Object.keys(seen).filter(
      (field) => Object.values(seen[field] ?? {}).reduce((sum, one) => sum + one, 0) === times
    )
    return fc.record(Object.fromEntries(fields), { requiredKeys: always })
  }

  fixtures.withFixtures(
    "is read with every field in every type in which 650 recorded ones had it, present or absent",
    () => {
      const seen = fixtures.json<{ readonly status: Seen; readonly user: Seen }>("recorded/field-types.json")
      const exact = fc.maxSafeNat().map(String)
      const date = fc.constantFrom("Tue May 24 18:04:53 +0800 2011", "Fri Jan 06 23:42:49 +0800 2017")
      const aUser = recorded(seen.user, 650, { idstr: exact })
      const plain = recorded(seen.status, 650, {
        idstr: exact,
        mid: exact,
        created_at: date,
        user: aUser,
        retweeted_status: fc.constant({})
      })
      const whole = fc
        .tuple(plain, fc.option(plain))
        .map(([post, original]) => ({ ...post, retweeted_status: original ?? undefined }))
      const lost = fc.subarray(["reposts_count", "comments_count", "attitudes_count", "user", "idstr", "mid"])
      fc.assert(
        fc.property(whole, lost, fc.constantFrom(...nothings), (post, fields, nothing) => {
          const shown: Readonly<Record<string, unknown>> = {
            ...post,
            ...Object.fromEntries(fields.map((field) => [field, nothing]))
          }
          const out: Readonly<Record<string, unknown>> = read(WeiboObjects.Status, shown)
          for (const field of fields) assert.isFalse(field in out, `${field} was not shown`)
          for (const field of ["reposts_count", "comments_count", "attitudes_count"]) {
            if (!fields.includes(field)) assert.strictEqual(out[field], shown[field])
          }
        }),
        { numRuns: 500 }
      )
    }
  )
})
