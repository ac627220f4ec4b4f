/**
 * Why a step of a crisis is refused.
 *
 * @module
 */
import { Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { PersonId } from "../../process/Actor.ts"
import type { Called } from "../../process/Reader.ts"

/** The handbook has no such level. */
export class NoSuchLevel extends Schema.TaggedError<NoSuchLevel>()("Crisis.NoSuchLevel", {
  level: Schema.String,
  levels: Schema.Array(Schema.String)
}) {
  get said(): Bilingual {
    return {
      zh: `手册没有危机级别「${this.level}」，只有：${this.levels.join("、")}。`,
      en: `The handbook has no level ${this.level}; it has ${this.levels.join(", ")}.`
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The handbook does not let this person speak in a crisis. */
export class NotAVoice extends Schema.TaggedError<NotAVoice>()("Crisis.NotAVoice", {
  person: PersonId,
  voices: Schema.Array(PersonId)
}) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    const voices = this.voices.map((one) => called(one))
    return {
      zh: `${called(this.person)} 不在发言人之列：${voices.join("、")}。`,
      en: `${called(this.person)} is no voice of the handbook, which has ${voices.join(", ")}.`
    }
  }
  override get message() {
    return this.said().en
  }
}

/** Nothing was learnt as yet: a lesson is written down first, or that there is none, with the reason. */
export class NoLessons extends Schema.TaggedError<NoLessons>()("Crisis.NoLessons", {}) {
  get said(): Bilingual {
    return {
      zh: "还没有一条教训；请先写下，或说明为什么没有。",
      en: "No lesson is written down; write one first, or say why there is none."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** Lessons were written down: there is one. */
export class HasLessons extends Schema.TaggedError<HasLessons>()("Crisis.HasLessons", { lessons: Schema.Int }) {
  get said(): Bilingual {
    return {
      zh: `已经写下 ${this.lessons} 条教训；请完成复盘。`,
      en: `${this.lessons} lessons are written down; conclude the review.`
    }
  }
  override get message() {
    return this.said.en
  }
}
