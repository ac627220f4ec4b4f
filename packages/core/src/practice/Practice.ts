/**
 * A practice: one capability of the account as one registration. Its processes and how the handbook tells them their settings, the sections
 * that it adds to a handbook, what the verifier demands of those, and the pages that print them. Whatever runs, checks or prints a handbook
 * takes a list of practices and knows none of them by name.
 *
 *     const prizes = Practice.make({
 *       name: "prizes",
 *       title: { zh: "奖品兑付", en: "prize claims" },
 *       sections: [Prizes],
 *       runs: [Practice.run(PrizeClaim, (handbook) => Prizes.of(handbook))],
 *       rules: [ownerHasAContact],
 *       pages: (handbook, { words }) => [...]
 *     })
 *
 * @module
 */
import type { Holidays } from "../calendar/Holidays.ts"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import type { HandbookSection } from "../handbook/HandbookSection.ts"
import type { AnyKind } from "../observations/Observation.ts"
import type { HandbookWords } from "../page/HandbookWords.ts"
import type { Section } from "../page/Page.ts"
import type { PrintedWeek } from "../page/PrintedWeek.ts"
import type { Agenda } from "../process/Agenda.ts"
import type { Any, SettingsOf } from "../process/Process.ts"
import type { Rule } from "./Rule.ts"

/** A process that a practice runs, and what it is told. */
export interface Running {
  readonly process: Any
  /** What the process is told under a handbook. */
  readonly settings: (handbook: Handbook) => unknown
  /** Whether the program says the settings, and not the handbook: then they are kept with each edition, as they were. */
  readonly isOwn: boolean
}

/** What a handbook is printed with. */
export interface Printing {
  /** What people call that which the handbook names by ids. */
  readonly words: HandbookWords
  readonly holidays: Holidays
  /** The week whose hours are shown. */
  readonly week: PrintedWeek
}

/** One capability of the account. */
export interface Practice {
  readonly name: string
  readonly title: Bilingual
  /** What it adds to a handbook. A handbook that lacks one of them does not run the practice, and is not wrong. */
  readonly sections: ReadonlyArray<HandbookSection<unknown>>
  readonly runs: ReadonlyArray<Running>
  /** What it hears and counts outside, of which reports tell; whoever listens may do so before a handbook has its sections. */
  readonly hears: ReadonlyArray<AnyKind>
  readonly rules: ReadonlyArray<Rule>
  /** What has to begin by itself, because the handbook says so. */
  readonly agenda: (handbook: Handbook, holidays: Holidays) => Agenda
  /** The sections of the printed handbook that are about it. */
  readonly pages: (handbook: Handbook, printing: Printing) => ReadonlyArray<Section>
}

/** A practice; what is left out, it does not have. */
export const make = (declared: Pick<Practice, "name" | "title"> & Partial<Practice>): Practice => ({
  sections: [],
  runs: [],
  hears: [],
  rules: [],
  agenda: () => () => [],
  pages: () => [],
  ...declared
})

/** A process that is told its settings by the handbook. */
export const run = <P extends Any>(process: P, settings: (handbook: Handbook) => SettingsOf<P>): Running => ({
  process,
  settings,
  isOwn: false
})

/** The practice of one process that is told its settings by the program. */
export const own = <P extends Any>(process: P, settings: SettingsOf<P>): Practice =>
  make({ name: process.name, title: process.title, runs: [{ process, settings: () => settings, isOwn: true }] })
