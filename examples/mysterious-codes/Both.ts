/**
 * Both stories of a seed, with their figures and their course, and the files that they leave.
 *
 * @module
 */
import { MemoryPublicRandomness } from "@dualops/adapter-memory"
import type { Bilingual } from "@dualops/core"
import { Draw } from "@dualops/core/prizes"
import { Face } from "@dualops/core/process"
import { DateTime, Effect } from "effect"
import * as Figures from "./Figures.ts"
import { processes } from "./House.ts"
import * as Story from "./Story.ts"

/** One of the two stories, as it is shown. */
export interface Side {
  readonly told: Story.Told
  readonly chapters: ReadonlyArray<Figures.Chapter>
  readonly course: ReadonlyArray<{ readonly at: string; readonly what: Bilingual.Bilingual }>
  /** Where its records stand. */
  readonly files: ReadonlyArray<string>
}

/** Both of them. */
export interface Both {
  readonly seed: string
  readonly plain: Side
  readonly dual: Side
}

/** The seed of the page: a middling one of the first five. */
export const seed = "3"

const side = Effect.fnUntraced(function* (seed: string, isDual: boolean) {
  const told = yield* Story.tell(seed, isDual)
  const name = isDual ? "codes-with" : "codes-without"
  const files = [`${name}.log.ndjson`, `${name}.observations.ndjson`]
  return { told, chapters: yield* Figures.of(told, isDual), course: courseOf(told), files } satisfies Side
})

/** Lives through both. */
export const of = (seed: string): Effect.Effect<Both> =>
  Effect.map(Effect.all([side(seed, false), side(seed, true)]), ([plain, dual]) => ({ seed, plain, dual }))

/** The first time that something was done which the story is about, in order. */
const courseOf = ({ events }: Story.Told): Side["course"] => {
  const seen = new Set<string>()
  return events.flatMap(({ event, process: name }) => {
    const process = processes.find((one) => one.name === name)
    // Every event of a log has its step and its moment.
    const { at, step } = event as unknown as { readonly at: string; readonly step: string }
    if (process === undefined || seen.has(`${name} ${step}`) || !milestones.has(`${name} ${step}`)) return []
    seen.add(`${name} ${step}`)
    const { en, zh } = Face.step(process, step)
    const { title } = process
    return [{ at: wall(at), what: { zh: `${title.zh}：${zh}`, en: `${title.en}: ${en}` } }]
  })
}

const milestones = new Set([
  ...["EventNotice Tell", "EventNotice Acknowledge", "EventNotice Learn", "Campaign Propose", "Campaign Approve"],
  ...["CampaignBudget Reserve", "ResourceRequest Ask", "ResourceRequest Grant", "Campaign WarmUp", "Campaign GoLive"],
  ...["Post Confirm", "CodeSeries Issue", "CodeSeries Begin", "Answer Receive", "Answer Escalate", "Answer Confirm"],
  ...["Complaint Receive", "Complaint Solve", "PrizeDraw Announce", "PrizeDraw Froze", "PrizeDraw Drew"],
  ...["PrizeDelivery Arrive", "Campaign Close", "Campaign Report", "Campaign Review", "CampaignBudget Settle"]
])

const wall = (at: string): string =>
  DateTime.format(DateTime.setZoneNamedUnsafe(DateTime.makeUnsafe(at), "Asia/Shanghai"), {
    locale: "sv-SE",
    dateStyle: "short",
    timeStyle: "short"
  }).slice(5)

/** What a check of the published record of the draw finds. */
export const checked = ({ told }: Side) =>
  told.record === undefined ? undefined : Draw.verify(told.record, { chains: [MemoryPublicRandomness.chain] })
