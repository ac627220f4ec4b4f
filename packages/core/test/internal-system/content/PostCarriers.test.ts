import type { Action } from "@dualops/core"
import { AccountId, PostId } from "@dualops/core/account"
import { Post, PostCarriers, type Publication, Publisher } from "@dualops/core/content"
import { Reading, Writing } from "@dualops/core/operations"
import { Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect, Result } from "effect"

const asked = { process: "Post", case: Case.CaseId.make("moon") }

const account = AccountId.make("1902538057")
const since = DateTime.makeUnsafe("2026-06-01T02:00:00Z")
const content = { text: "明天见", pictures: [] }
const publication = (post: string, text = content.text): Publication.Publication => ({
  post: PostId.make(post),
  text,
  at: since
})
const sentAnew = publication("9")
const out = { post: "1", publishedAt: since }
const notSeen = new Writing.Refused({ code: "not-seen", detail: "not among the latest posts of the account" })
const manyAlike = "several of the latest posts of the account look like it; a person has to say which it is"

type Platform = Publisher.Publisher["Service"]
const withPosts = (latest: ReadonlyArray<Publication.Publication>): Platform => ({
  publish: () => Effect.succeed(sentAnew),
  latest: () => Effect.succeed(latest),
  takeDown: () => Effect.void,
  stands: ({ post }) => Effect.succeed(latest.some((one) => one.post === post))
})

/** What the carrier of this kind brings back from an account with these posts. */
const carry = (kind: Action.AnyKind, request: object, latest: ReadonlyArray<Publication.Publication>) =>
  carryTo(withPosts(latest), kind, request)

const carryTo = (platform: Platform, kind: Action.AnyKind, request: object) => {
  const carrier = PostCarriers.carriers.find((one) => one.kind === kind)
  assert.isDefined(carrier)
  // The kinds of the post ask for an account and a content.
  const carried =
    carrier?.carry({ account, content, ...request } as never, "key", asked) ?? Effect.die("no such carrier")
  return Effect.runSync(Effect.provideService(Effect.result(carried), Publisher.Publisher, platform))
}
const succeeds = (answer: ReturnType<typeof carry>, what: unknown) =>
  assertEquals<unknown>(answer, Result.succeed(what))
const fails = (answer: ReturnType<typeof carry>, why: Writing.Refused | Writing.Unknown) =>
  assertEquals<unknown>(answer, Result.fail(why))

describe("A post is looked for", () => {
  it("and found, if one shows it", () => {
    succeeds(carry(Post.look, { since }, [publication("2", "另一条"), publication("1")]), out)
  })

  it("and not seen, if none does", () => {
    fails(carry(Post.look, { since }, [publication("2", "另一条")]), notSeen)
  })

  it("and left to a person, if several do", () => {
    const code = "many-alike"
    fails(
      carry(Post.look, { since }, [publication("1"), publication("2")]),
      new Writing.Refused({ code, detail: manyAlike })
    )
  })
})

describe("A post is published", () => {
  it("at once, whatever stands there, if it was never sent before", () => {
    succeeds(carry(Post.publish, {}, [publication("1")]), { post: sentAnew.post, publishedAt: since })
  })

  it("anew, if an earlier attempt was given up and does not stand there", () => {
    succeeds(carry(Post.publish, { earlier: since }, []), { post: sentAnew.post, publishedAt: since })
  })

  it("not again, if the earlier attempt came out after all: that one is it", () => {
    succeeds(carry(Post.publish, { earlier: since }, [publication("1")]), out)
  })

  it("not again, if nobody can tell which of several it is", () => {
    const both = [publication("1"), publication("2")]
    fails(carry(Post.publish, { earlier: since }, both), new Writing.Unknown({ code: "many-alike", detail: manyAlike }))
  })
})

describe("An account that shows five posts", () => {
  const others = [1, 2, 3, 4, 5].map((post) => publication(`${post}`, `另一条${post}`))
  const detail =
    "the latest posts of the account do not reach back to when it was first sent; a person has to look whether it is out"

  it("all of them later, may have it out of sight: it is not published again, and a person has to look", () => {
    fails(carry(Post.publish, { earlier: since }, others), new Writing.Unknown({ code: "out-of-sight", detail }))
    fails(carry(Post.look, { since }, others), new Writing.Refused({ code: "not-seen", detail }))
  })

  it("reaches back with one that is older, or with fewer than it could show", () => {
    const older = { ...publication("0", "昨天"), at: DateTime.subtract(since, { minutes: 3 }) }
    for (const latest of [[...others.slice(1), older], others.slice(1)]) {
      succeeds(carry(Post.publish, { earlier: since }, latest), { post: sentAnew.post, publishedAt: since })
      fails(carry(Post.look, { since }, latest), notSeen)
    }
  })
})

describe("A platform that does not publish", () => {
  const code = "10023"
  const detail = "user requests out of rate limit"
  const soon = Duration.seconds(40)
  it.each([
    {
      says: "that it refuses",
      failure: new Writing.Refused({ code, detail }),
      told: new Writing.Refused({ code, detail })
    },
    {
      says: "that the account has to be authorised anew",
      failure: new Writing.Unauthorised({ code, detail }),
      told: new Writing.Unauthorised({ code, detail })
    },
    {
      says: "that nobody knows",
      failure: new Writing.Unknown({ code, detail }),
      told: new Writing.Unknown({ code, detail })
    },
    {
      says: "not now, and is asked again in a quarter of a minute",
      failure: new Writing.TryLater({ code, detail }),
      told: new Writing.TryLater({ code, detail, after: Duration.seconds(15) })
    },
    {
      says: "when it may be asked again, if that is soon",
      failure: new Writing.TryLater({ code, detail, after: soon }),
      told: new Writing.TryLater({ code, detail, after: soon })
    },
    {
      says: "to wait a minute, which is the longest",
      failure: new Writing.TryLater({ code, detail, after: Duration.minutes(1) }),
      told: new Writing.TryLater({ code, detail, after: Duration.minutes(1) })
    },
    {
      says: "to wait longer, which is for people to decide about",
      failure: new Writing.TryLater({ code, detail, after: Duration.hours(1) }),
      told: new Writing.Refused({ code, detail: `${detail}; it can be tried again in 1h` })
    }
  ])("says $says", ({ failure, told }) => {
    const platform = { ...withPosts([]), publish: () => Effect.fail(failure) }
    assertEquals<unknown>(carryTo(platform, Post.publish, {}), Result.fail(told))
  })

  it("or does not show its posts: then a look has failed, and nothing is sent a second time", () => {
    const failure = new Reading.TryLater({ code, detail })
    const later = Result.fail(new Writing.TryLater({ code, detail, after: Duration.seconds(15) }))
    const platform = { ...withPosts([]), latest: () => Effect.fail(failure) }
    assertEquals<unknown>(carryTo(platform, Post.look, { since }), later)
    assertEquals<unknown>(carryTo(platform, Post.publish, { earlier: since }), later)
  })
})

describe("A post is taken down", () => {
  const place = { account, post: PostId.make("1") }
  /** What the carrier brings back, and how often the platform was asked to take it down. */
  const taken = (
    request: object,
    latest: ReadonlyArray<Publication.Publication>,
    kind: Action.AnyKind = Post.takeDown
  ) => {
    let asked = 0
    const platform = { ...withPosts(latest), takeDown: () => Effect.sync(() => void asked++) }
    return { answer: carryTo(platform, kind, { ...place, ...request }), asked: () => asked }
  }

  it("at once, if it was not tried before", () => {
    const { answer, asked } = taken({}, [publication("1")])
    succeeds(answer, {})
    assert.strictEqual(asked(), 1)
  })

  it("and not a second time, if it is gone since it was tried", () => {
    const { answer, asked } = taken({ earlier: since }, [publication("2")])
    succeeds(answer, {})
    assert.strictEqual(asked(), 0)
    assert.strictEqual(taken({ earlier: since }, [publication("1")]).asked(), 1)
  })

  it("and is looked for: it is gone if the account does not show it, and that it does proves nothing", () => {
    succeeds(taken({}, [publication("2")], Post.lookWhetherGone).answer, {})
    const detail = "the account still shows it"
    fails(
      taken({}, [publication("1")], Post.lookWhetherGone).answer,
      new Writing.Refused({ code: "still-seen", detail })
    )
  })

  it.each([
    [
      new Writing.Refused({ code: "20102", detail: "not yours" }),
      new Writing.Refused({ code: "20102", detail: "not yours" })
    ],
    [new Writing.Unknown({ code: "timeout", detail: "no answer" }), "Nobody knows"]
  ] as const)("or not: %s", (failure, told) => {
    const answer = carryTo({ ...withPosts([]), takeDown: () => Effect.fail(failure) }, Post.takeDown, place)
    if (typeof told === "string") assert.include(String(answer), told)
    else fails(answer, told)
  })
})
