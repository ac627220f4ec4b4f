/**
 * A case set aside: it leaves the desk of whoever set it aside, until a moment, or until something happens in it or its deadline has come.
 *
 *     Aside ─BringBack→ Back      nobody else's desk changes, and nothing is suspended
 *       └────Return───→ Back
 *
 * The words stand here; the rules in `SetAsideProcess`.
 *
 * @module
 */
import { Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import { Wait } from "../../calendar/TimeSpan.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import { PersonId } from "../../process/Actor.ts"
import { define } from "../../process/Process.ts"
import type { Called } from "../../process/Reader.ts"
import { SeenCase } from "../../process/SeenCase.ts"

/** Which case, for whom, and until when. */
const aside = { of: SeenCase, by: PersonId, until: Moment }

/** The builders of the process, with its words. */
export const setAside = define("SetAside", {
  title: { zh: "稍后处理", en: "set aside" },
  settings: {
    /** No case is set aside for longer. */
    longest: Wait
  },
  states: {
    Aside: { title: { zh: "已搁置", en: "aside" }, ...aside },
    Back: { title: { zh: "已回到桌面", en: "back" }, ...aside }
  }
})

/** What a handbook says of cases that are set aside. */
export type Settings = typeof setAside.Settings.Type
/** Where it stands. */
export type State = typeof setAside.State.Type

/** The moment is past, or further away than the handbook allows. */
export class TooLong extends Schema.TaggedError<TooLong>()("SetAside.TooLong", { until: Moment, latest: Moment }) {
  get said(): Bilingual {
    return {
      zh: "须是以后的时间，且不超过手册允许的时长。",
      en: "A case is set aside until a moment to come, and within the time that the handbook allows."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The name is that of no case. */
export class NoCase extends Schema.TaggedError<NoCase>()("SetAside.NoCase", { of: Schema.String }) {
  get said(): Bilingual {
    return { zh: `没有「${this.of}」这样的事项。`, en: `No case is called ${this.of}.` }
  }
  override get message() {
    return this.said.en
  }
}

/** Somebody else has set it aside. */
export class NotYours extends Schema.TaggedError<NotYours>()("SetAside.NotYours", { by: PersonId }) {
  /** Why, in both languages, with what people are called. */
  said(called: Called = (person) => person): Bilingual {
    return { zh: `由 ${called(this.by)} 搁置。`, en: `${called(this.by)} has set it aside.` }
  }
  override get message() {
    return this.said().en
  }
}
