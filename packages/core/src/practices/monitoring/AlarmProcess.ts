/**
 * The rules of an alarm, as one value: the first level that holds says whose it is and how soon it is judged; whoever does not judge it in time is followed
 * by the next; what is heard meanwhile goes into the same alarm. How a true one becomes a crisis stands in `AlarmCrisis`.
 *
 * @module
 */
import { Array as Arrays, Result, Schema } from "effect"
import * as Remark from "../../finding/Remark.ts"
import * as Severity from "../../internal-system/monitoring/Severity.ts"
import { authority, type PersonId } from "../../process/Actor.ts"
import { inOrder, type PresenceOf } from "../../process/Presence.ts"
import * as Alarm from "./Alarm.ts"
import * as Crisis from "./AlarmCrisis.ts"

const { deadline, process, start, step } = Alarm.alarm

const toTell = ({ chain, turn }: Alarm.Open | Alarm.ToDecide): PersonId => chain[turn % chain.length] ?? chain[0]

/** What is heard of one that is open. */
const news = {
  figures: Severity.Figures,
  spread: Schema.optionalKey(Alarm.Spread),
  mentions: Alarm.Shown,
  isOver: Schema.Boolean
}

/** The first level that holds, its team and whoever is told after them, those first who are there. */
const levelOf = (figures: Severity.Figures, { presence, settings }: Under) => {
  const { crises = [], lead, levels, others = [] } = settings
  const { level, why } = Severity.of(levels, figures)
  const declares = crises.find((name) => name === level.declares)
  const chain = inOrder(Arrays.dedupe([...level.team, lead, ...others] as const), presence)
  return { level, held: why, chain, ...(declares !== undefined && { declares }) }
}
interface Under {
  readonly settings: Alarm.Settings
  readonly presence?: PresenceOf
}

const Raise = start({
  title: { zh: "预警", en: "raise" },
  to: ["Open"],
  by: "world",
  input: Alarm.heard,
  facts: { ...Alarm.heard, ...Alarm.graveness },
  decide: (input, under) => Result.succeed({ ...input, ...levelOf(input.figures, under) }),
  evolve: ({ facts }) => ({ _tag: "Open", ...facts, turn: 0, peak: facts.figures.authors, isOver: false }),
  performs: {
    notify: (alarm, _, reading) => ({ to: toTell(alarm), message: Alarm.toJudge(alarm, reading), urgent: true }),
    declareItself: Crisis.byItself
  }
})

/** More is heard of the same: no second alarm, and no second message unless it is graver now. */
const Update = step({
  title: { zh: "更新", en: "update" },
  from: ["Open", "ToDecide", "Declaring"],
  to: ["Open", "ToDecide", "Declaring"],
  by: "world",
  input: news,
  facts: { ...news, graver: Schema.optionalKey(Schema.Struct(Alarm.graveness)) },
  decide: (alarm, input, under) => {
    const place = (name: string) => under.settings.levels.findIndex((one) => one.name === name)
    const now = levelOf(input.figures, under)
    const isGraver = !input.isOver && place(now.level.name) < place(alarm.level.name)
    return Result.succeed({ ...input, ...(isGraver && { graver: now }) })
  },
  evolve: (alarm, { facts: { figures, graver, isOver, mentions, spread } }) => ({
    ...alarm,
    isOver,
    // The end brings no figures of its own: those of the burst stay.
    ...(!isOver && { figures, mentions, peak: Math.max(alarm.peak, figures.authors), ...(spread && { spread }) }),
    ...(graver && { ...graver, turn: 0 })
  }),
  performs: {
    notify: (alarm, { facts: { graver } }, reading) =>
      graver && alarm._tag === "Open"
        ? { to: toTell(alarm), message: Alarm.graver(alarm, reading), urgent: true }
        : undefined,
    declareItself: (alarm, event) =>
      event.facts.graver && alarm._tag === "Open" ? Crisis.byItself(alarm, event) : undefined
  }
})

const Climb = step({
  title: { zh: "转告下一人", en: "tell the next" },
  from: ["Open", "ToDecide", "Declaring"],
  to: ["Open", "ToDecide", "Declaring"],
  by: "clock",
  evolve: (alarm) => ({ ...alarm, turn: alarm.turn + 1 }),
  performs: {
    notify: (alarm, _, reading) => ({
      to: toTell(alarm),
      message: alarm._tag === "Open" ? Alarm.toJudge(alarm, reading) : Alarm.toDecide(alarm, reading),
      urgent: true
    })
  }
})

const judging = { from: ["Open"], by: "monitoring.judge", input: { reason: Remark.Reason } } as const

const Confirm = step({
  ...judging,
  title: { zh: "属实", en: "true" },
  to: ["True", "ToDecide"],
  facts: { reason: Remark.Reason, asks: Schema.Boolean },
  // Where an alarm has declared a crisis by itself, there is nothing to decide.
  decide: ({ declares, level }, { reason }, { settings: { crises = [] } }) =>
    Result.succeed({ reason, asks: level.isCrisis === true && declares === undefined && crises.length > 0 }),
  evolve: (alarm, { at, by, facts: { asks, reason } }) => ({
    ...alarm,
    _tag: asks ? "ToDecide" : "True",
    turn: 0,
    reason,
    by: authority(by),
    judgedAt: at
  }),
  performs: {
    notify: (alarm, _, reading) => [
      ...(alarm.level.steps.length === 0
        ? []
        : alarm.level.team.map((to) => ({ to, message: Alarm.toDo(alarm, reading), urgent: true }))),
      ...(alarm._tag === "ToDecide"
        ? [{ to: toTell(alarm), message: Alarm.toDecide(alarm, reading), urgent: true }]
        : [])
    ]
  }
})

const Dismiss = step({
  ...judging,
  title: { zh: "误报", en: "false" },
  to: ["False"],
  evolve: (alarm, { at, by, facts }) => ({ ...alarm, ...facts, _tag: "False", by: authority(by), judgedAt: at })
})

const Join = step({
  ...judging,
  title: { zh: "与另一预警重复", en: "the same as another" },
  to: ["Joined"],
  input: { other: Alarm.Other, reason: Remark.Reason },
  evolve: (alarm, { at, by, facts }) => ({ ...alarm, ...facts, _tag: "Joined", by: authority(by), judgedAt: at })
})

/** More people than usual say something of the brand. */
export const AlarmProcess = process({
  about: Alarm.about,
  awaits: (alarm) => (alarm._tag === "Open" || alarm._tag === "ToDecide" ? [toTell(alarm)] : []),
  steps: { Raise, Update, Climb, Confirm, Dismiss, Join, ...Crisis.steps },
  final: ["True", "False", "Joined"],
  sentBy: { Update: { zh: "舆情监测", en: "the monitor" } },
  deadlines: {
    judgement: deadline({
      title: { zh: "判断期限", en: "judgement" },
      while: ["Open"],
      within: (_, { level }) => level.within,
      warnAt: 1,
      fires: "Climb"
    }),
    decision: deadline({
      title: { zh: "决定期限", en: "decision" },
      while: ["ToDecide", "Declaring"],
      within: (_, { level }) => level.within,
      warnAt: 1,
      fires: "Climb"
    })
  },
  outcomes: { declare: { done: "Declared", refused: "NotDeclared" }, declareItself: { refused: "NotDeclared" } },
  children: { declare: Crisis.goesOn, declareItself: Crisis.goesOn }
})
