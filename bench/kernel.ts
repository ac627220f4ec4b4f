/**
 * Accepted steps a second: posts run by the kernel, beside the same machine written for xstate, and beside the same rules written by hand.
 *
 * All are told the same steps of the same posts, check the same permissions and separations with the same function, and keep the same
 * facts. The kernel also makes an event of every step and keeps the clocks of the deadlines; so does what is written by hand, whose events and
 * states are compared with the kernel's before the race, and xstate is spared both. Submitting is left out: it reads the text by the content
 * rules, which `screening` measures.
 *
 * @module
 */
import { deepStrictEqual } from "node:assert/strict"
import { AccountId, PostId } from "@dualops/core/account"
import { type Post, PostProcess } from "@dualops/core/content"
import { Actor, Allowance, Case, Process } from "@dualops/core/process"
import { DateTime, Duration, Result } from "effect"
import * as Bench from "./Bench.ts"
import type * as ByHand from "./ByHandWords.ts"
import * as PostByHand from "./PostByHand.ts"
import { evolve as evolveByHand } from "./PostByHandAfter.ts"
import * as XstatePost from "./XstatePost.ts"
import * as XstateWords from "./XstateWords.ts"

const [lin, mei, hao, bao] = [Actor.person("Lin"), Actor.person("Mei"), Actor.person("Hao"), Actor.person("Bao")]
const rightsByPerson: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["Lin", new Set(["content.compose", "content.withdraw"])],
  ["Mei", new Set(["content.approve"])],
  ["Hao", new Set(["content.approve"])],
  ["Bao", new Set(["planning.schedule", "monitoring.hold"])]
])
const entitled: Process.Entitled = (person, permission) =>
  rightsByPerson.get(Actor.authority(person))?.has(permission) === true

const monday = (hour: number) => DateTime.makeUnsafe(Date.UTC(2026, 10, 23, hour))
const brand = AccountId.make("brand")
const rulebook = {
  case: Case.CaseId.make("autumn"),
  handbook: Case.HandbookVersion.make("2026.1"),
  entitled,
  accounts: [brand],
  settings: {
    review: { approvers: [mei.person, hao.person], needs: "all", within: Allowance.always("4 hours") },
    rules: { route: "business" },
    lead: bao.person,
    attention: Allowance.always("2 hours"),
    tolerance: Duration.minutes(30),
    patience: Duration.minutes(5),
    looks: { every: Duration.minutes(2), times: 3 }
  } satisfies Post.Settings
}

const content = { text: "新品开售", pictures: [] }
const compose = {
  step: "Compose",
  by: lin,
  at: monday(1),
  input: { account: brand, content, slot: monday(12) }
} as const
const submit = { step: "Submit", by: lin, at: monday(2), input: {} } as const
const edit = { step: "Edit", by: lin, at: monday(3), input: { content, slot: monday(12) } } as const
const approve = { step: "Approve", by: mei, at: monday(3), input: {} } as const
const schedule = { step: "Schedule", by: bao, at: monday(4), input: { slot: monday(12) } } as const
const hold = { step: "Hold", by: bao, at: monday(5), input: { reason: "an earthquake" } } as const
const release = { step: "Release", by: bao, at: monday(6), input: {} } as const
const requestChanges = { step: "RequestChanges", by: hao, at: monday(3), input: { note: "say when" } } as const
const withdraw = { step: "Withdraw", by: lin, at: monday(7), input: { reason: "sold out" } } as const
const publish = { step: "Publish", by: Actor.clock("publication"), at: monday(12), input: {} } as const
const loseSight = { step: "LoseSight", by: Actor.world, at: monday(12), input: { detail: "the line broke" } } as const
const notSeen = { step: "NotSeen", by: Actor.world, at: monday(12), input: { detail: "not there" } } as const
const lookAgain = { step: "LookAgain", by: Actor.clock("nextLook"), at: monday(13), input: {} } as const
const missSlot = { step: "MissSlot", by: Actor.clock("slot"), at: monday(12), input: {} } as const
const confirm = {
  step: "Confirm",
  by: Actor.world,
  at: monday(13),
  input: { post: PostId.make("5034567890123456789"), publishedAt: monday(12) }
} as const

/** What happens to a post that begins anew, and to two that have been submitted. */
const fresh = [compose, edit, hold, release, { ...edit, at: monday(7) }, missSlot, { ...withdraw, at: monday(13) }]
const approved = [approve, { ...approve, by: hao }, schedule, publish, loseSight, notSeen, lookAgain, confirm]
const changed = [requestChanges, edit, hold, release, withdraw]

type Attempt = Process.Attempt<typeof PostProcess> & ByHand.Attempt
type Life = readonly [from: Case.Case<Post.State> | undefined, attempts: ReadonlyArray<Attempt>]

const take = (current: Case.Case<Post.State> | undefined, attempt: Attempt): Case.Case<Post.State> => {
  const answer = Process.accept(PostProcess, current, attempt)
  if (Result.isFailure(answer)) throw new Error(`${attempt.step} was refused: ${answer.failure.message}`)
  return Process.evolve(PostProcess, current, answer.success)
}

const attempts = (steps: ReadonlyArray<XstateWords.Deed>): ReadonlyArray<Attempt> =>
  steps.map((step) => ({ ...rulebook, ...step }))
const submitted = attempts([compose, submit]).reduce(take, undefined as Case.Case<Post.State> | undefined)
const lives: ReadonlyArray<Life> = [
  [undefined, attempts(fresh)],
  [submitted, attempts(approved)],
  [submitted, attempts(changed)]
]

/** The kernel's case, as it is kept by hand; what it knows besides must be nothing. */
const asByHand = ({ clocks, did, parent, ...kept }: Case.Case<Post.State>): ByHand.PostCase => {
  const { Approve: approved = [], Compose: wrote = [], Edit: edited = [], ...others } = did
  const known = Object.keys(PostProcess.deadlines).flatMap((deadline, index) => {
    const { pauses = [], ...clock } = clocks[index] ?? { since: undefined }
    deepStrictEqual([pauses, parent, others], [[], undefined, {}])
    return clock.since === undefined ? [] : [[deadline, clock]]
  })
  return { ...kept, wrote, edited, approved, clocks: Object.fromEntries(known) }
}

const takeByHand = (current: ByHand.PostCase | undefined, attempt: ByHand.Attempt): ByHand.PostCase => {
  const answer = PostByHand.accept(current, attempt)
  if ("refused" in answer) throw new Error(`${attempt.step} was refused by hand: ${answer.refused}`)
  return evolveByHand(current, answer)
}

// What is written by hand does what the kernel does: it makes the same events, comes to the same cases, and refuses what the kernel refuses.
const everybody = [
  lin,
  mei,
  hao,
  bao,
  Actor.world,
  ...Object.keys(PostProcess.deadlines).map((name) => Actor.clock(name))
]
const anything = lives.flatMap(([, life]) => life.flatMap((attempt) => everybody.map((by) => ({ ...attempt, by }))))
const answerByHand = (current: ByHand.PostCase | undefined, attempt: Attempt) => {
  const answer = PostByHand.accept(current, attempt)
  return "refused" in answer ? answer.refused : answer
}
const answer = (current: Case.Case<Post.State> | undefined, attempt: Attempt) =>
  Result.getOrElse(Process.accept(PostProcess, current, attempt), ({ _tag }) => _tag.replace(/^.*\./, ""))
for (const [from, life] of lives) {
  let current = from
  for (const attempt of life) {
    const byHand = current && asByHand(current)
    const elsewhere = { ...attempt, accounts: [], handbook: Case.HandbookVersion.make("2027.1") }
    for (const one of [...anything, attempt, elsewhere, { ...attempt, accounts: [] }]) {
      deepStrictEqual(answerByHand(byHand, one), answer(current, one))
    }
    current = take(current, attempt)
    deepStrictEqual(takeByHand(byHand, attempt), asByHand(current))
  }
}

const peer = XstatePost.make(entitled, rulebook.settings)
const peerSubmitted = [compose, submit].map(XstateWords.happening).reduce(peer.take, peer.begin)
const peerLives = [
  [peer.begin, fresh.map(XstateWords.happening)],
  [peerSubmitted, approved.map(XstateWords.happening)],
  [peerSubmitted, changed.map(XstateWords.happening)]
] as const

const livesByHand = lives.map(([from, life]) => [from && asByHand(from), life] as const)
const units = fresh.length + approved.length + changed.length
const outcomes = Bench.race([
  {
    name: "dualops, accept and evolve",
    units: units * 20,
    once: () => {
      let steps = 0
      for (let round = 0; round < 20; round++) {
        for (const [from, life] of lives) {
          let current = from
          for (const attempt of life) current = take(current, attempt)
          steps += current?.version ?? Number.NaN
        }
      }
      return steps
    }
  },
  {
    name: "by hand, accept and evolve",
    units: units * 20,
    once: () => {
      let steps = 0
      for (let round = 0; round < 20; round++) {
        for (const [from, life] of livesByHand) {
          let current = from
          for (const attempt of life) current = takeByHand(current, attempt)
          steps += current?.version ?? Number.NaN
        }
      }
      return steps
    }
  },
  {
    name: "xstate, transition",
    units,
    once: () => {
      let steps = 0
      for (const [from, life] of peerLives) {
        let current: typeof from = from
        for (const event of life) current = peer.take(current, event)
        steps += current.context.version
      }
      return steps
    }
  }
])
const perSecond = Bench.speedOf(outcomes, "dualops, accept and evolve")

Bench.report({
  name: "kernel",
  unit: "steps",
  about:
    `Three lives of a post, ${units} steps by people, the clock and the world: written, held, missed; approved by two, sent, lost from ` +
    "sight, looked for and found; sent back and withdrawn. Permission, separation of duties, account, edition and the step's own rules are checked at each. What is written by hand makes the same events and cases, which is compared first.",
  outcomes,
  packages: ["effect", "xstate"],
  figures: {
    perSecond: Math.round(perSecond),
    ratioToByHand: Number((perSecond / Bench.speedOf(outcomes, "by hand, accept and evolve")).toFixed(2)),
    ratioToXstate: Number((perSecond / Bench.speedOf(outcomes, "xstate, transition")).toFixed(1))
  }
})
