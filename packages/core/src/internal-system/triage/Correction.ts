/**
 * A correction (更正): a person says what a text that was judged really is. It is kept for the next training, and what became of the text is put right.
 *
 *     Recording ─Record→ Recorded        and a complaint begins, or an answer, or a complaint is dismissed
 *       └───────Miss───→ NotRecorded     nobody here has judged the text
 *
 * Whoever thinks again corrects again: the word that was spoken last holds. The words stand here; the rules in `CorrectionProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { FanId } from "../../account/FanId.ts"
import * as Personal from "../../account/Personal.ts"
import * as Tag from "../../account/Tag.ts"
import { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as FieldLabel from "../../finding/Label.ts"
import * as Observation from "../../observations/Observation.ts"
import * as Action from "../../process/Action.ts"
import { Person, PersonId } from "../../process/Actor.ts"
import { Allowance } from "../../process/Allowance.ts"
import { notify } from "../../process/Notify.ts"
import { define } from "../../process/Process.ts"
import { InteractionId } from "../interaction/Interaction.ts"
import { Outcome } from "./Heard.ts"
import * as Label from "./Label.ts"
import { Policy } from "./Policy.ts"

/** The text that was judged, by its id: its words stand where they were heard, and can be erased there. */
export const TextId = InteractionId.annotate(Tag.as("text"))

/** The classifier that is corrected, with its edition; absent where nobody knows it any more. */
const classifier = Schema.optionalKey(Schema.NonEmptyString)

/** A person's word on a judgement, and whose text it was. A judgement that is confirmed is kept as well: it says what was right. */
export const kind = Observation.define("Correction", {
  title: { zh: "判断更正", en: "Correction of a judgement" },
  facts: { text: TextId, said: Label.Label, meant: Label.Label, by: PersonId, classifier },
  personal: { fan: FanId }
})

/** What it is, to be chosen of the seven. */
export const Meant = Schema.Union(
  Label.all.map((label) => Schema.Literal(label).annotate(FieldLabel.of(Label.faces[label].title)))
).annotate(FieldLabel.of({ zh: "其实是", en: "what it is" }))

/** What has become of the text by the correction. */
export const Mended = Schema.Union([
  Schema.Literal("complaint").annotate(FieldLabel.of({ zh: "立为投诉", en: "a complaint has begun" })),
  Schema.Literal("thread").annotate(
    FieldLabel.of({ zh: "并入在办的投诉", en: "it is part of the complaint that is open" })
  ),
  Schema.Literal("answer").annotate(FieldLabel.of({ zh: "转为待答复", en: "an answer is owed" })),
  Schema.Literal("dismissed").annotate(FieldLabel.of({ zh: "投诉已撤销", en: "the complaint is dismissed" })),
  Schema.Literal("stays").annotate(FieldLabel.of({ zh: "维持原样", en: "it stays as it was" }))
]).annotate(FieldLabel.of({ zh: "处理", en: "what became of it" }))
/** What has become of the text by the correction. */
export type Mended = typeof Mended.Type

/** What was found of the text: what it was taken for, and its words where they are not erased. */
export const found = {
  judged: Meant.annotate(FieldLabel.of({ zh: "原判", en: "what it was taken for" })),
  classifier,
  mended: Mended,
  fan: Schema.optionalKey(FanId),
  words: Schema.optionalKey(Schema.String.annotate(Personal.text))
}

/** Keeps the correction, and puts right what became of the text. Twice is as good as once. */
export const recording = Action.kind({
  name: "RecordCorrection",
  request: { account: AccountId, text: TextId, meant: Label.Label, wants: Outcome, by: Person, at: Moment },
  done: found,
  repeatable: true
})

const said = { account: AccountId, text: TextId, meant: Meant, by: PersonId }

/** The builders of the process, with its words. */
export const correction = define("Correction", {
  title: { zh: "判断更正", en: "correction of a judgement" },
  settings: {
    /** What is counted, and becomes no case. */
    counted: Policy.fields.counted,
    /** Whether complaints are followed by a process of their own. */
    complaints: Policy.fields.complaints,
    /** Who hears that a correction is not recorded. */
    lead: PersonId,
    others: Schema.optionalKey(Schema.Array(PersonId)),
    /** How long it may take before they hear of it, again and again. */
    attention: Allowance
  },
  states: {
    Recording: { title: { zh: "登记中", en: "being recorded" }, ...said },
    Recorded: { title: { zh: "已登记", en: "recorded" }, ...said, ...found },
    NotRecorded: {
      title: { zh: "未登记", en: "not recorded" },
      ...said,
      detail: Schema.String.annotate(FieldLabel.of({ zh: "原因", en: "why" }))
    }
  },
  actions: { record: recording, notify }
})

/** What a handbook says of corrections. */
export type Settings = typeof correction.Settings.Type
/** Where a correction stands. */
export type State = typeof correction.State.Type

/** What it is about, in one line: the fan's words, where they are known. */
export const about = (state: State): Bilingual => {
  const { title } = Label.faces[state.meant]
  return "words" in state && state.words !== undefined
    ? { zh: `「${state.words}」其实是${title.zh}`, en: `“${state.words}” is ${title.en}` }
    : { zh: `留言 ${state.text} 其实是${title.zh}`, en: `what a fan wrote (${state.text}) is ${title.en}` }
}
