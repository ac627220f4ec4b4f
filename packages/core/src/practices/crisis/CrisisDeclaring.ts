/**
 * How a crisis begins: a person declares it, or an alarm of a level of which the handbook says so; the first voice who is there speaks, and may be followed by another.
 *
 * @module
 */
import { Array as Arrays, DateTime, Result, type Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { authority, PersonId } from "../../process/Actor.ts"
import { nextOf, type PresenceOf } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as Crisis from "./Crisis.ts"
import * as Messages from "./CrisisMessages.ts"
import { NoSuchLevel, NotAVoice } from "./CrisisRefusals.ts"

const { start, stay } = Crisis.crisis

type Wish = Schema.Struct<typeof Crisis.wish>["Type"]
type Declared = Schema.Struct<typeof Crisis.declared>["Type"]
interface Under {
  readonly settings: Crisis.Settings
  readonly presence?: PresenceOf
}

const begins = ({ level: name, ...wish }: Wish, { presence, settings }: Under, by?: PersonId) => {
  const { lead, levels, others = [], voices, writers } = settings
  const level = levels.find((one) => one.name === name)
  if (level === undefined) {
    return Result.fail(new NoSuchLevel({ level: name, levels: levels.map((one) => one.name) }))
  }
  const voice = nextOf(voices, presence)
  const chain = Arrays.dedupe([voice, ...voices, lead, ...others] as const)
  const declarers = by === undefined ? [] : [by]
  const told = Arrays.dedupe([voice, lead, ...declarers, ...writers] as const)
  return Result.succeed({ ...wish, level, voice, chain, told })
}

const silent = (facts: Declared, at: Moment, declaredBy?: PersonId): Crisis.In<"Silent"> => ({
  _tag: "Silent",
  ...facts,
  ...(declaredBy !== undefined && { declaredBy }),
  since: at,
  voiceSince: at,
  statements: [],
  nextFigures: DateTime.addDuration(at, facts.level.figures),
  reports: [],
  late: 0
})

const tellsAll = {
  notify: (crisis: Crisis.In<"Silent">, _: unknown, reading: Reading) =>
    crisis.told.map((to) => ({ to, message: Messages.begun(crisis, reading), urgent: true }))
}

export const Declare = start({
  title: { zh: "宣布危机", en: "declare" },
  to: ["Silent"],
  by: "crisis.declare",
  input: Crisis.wish,
  facts: Crisis.declared,
  decide: (input, under) => begins(input, under, authority(under.by)),
  evolve: ({ at, by, facts }) => silent(facts, at, authority(by)),
  performs: tellsAll
})

/** An alarm of a level by which the handbook declares it at once, whatever the hour. */
export const Break = start({
  title: { zh: "由预警宣布", en: "be declared by an alarm" },
  to: ["Silent"],
  by: "world",
  input: Crisis.wish,
  facts: Crisis.declared,
  decide: (input, under) => begins(input, under),
  evolve: ({ at, facts }) => silent(facts, at),
  performs: tellsAll
})

/** Another voice speaks from now on, and still only one: also for the other crises of the account. */
export const PassVoice = stay({
  title: { zh: "换发言人", en: "pass the voice on" },
  from: Crisis.lasts,
  by: "crisis.declare",
  input: { voice: PersonId.annotate(Label.of({ zh: "发言人", en: "voice" })), reason: Remark.Reason },
  decide: (_, input, { settings: { voices } }) =>
    voices.includes(input.voice) ? Result.succeed(input) : Result.fail(new NotAVoice({ person: input.voice, voices })),
  evolve: (crisis, { at, facts: { voice } }) => ({
    ...crisis,
    voice,
    voiceSince: at,
    chain: Arrays.dedupe([voice, ...crisis.chain] as const)
  }),
  performs: {
    notify: (crisis, _, reading) => ({ to: crisis.voice, message: Messages.yourVoice(crisis, reading), urgent: true })
  }
})
