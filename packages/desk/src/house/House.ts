/**
 * What pages and the API know: the processes and their open cases, and where they are.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import type { HousePage } from "@dualops/core/house-pages"
import type { Caseload, Editions, EventLog, Snapshots } from "@dualops/core/operations"
import type { DrawnPage } from "@dualops/core/pages"
import type { PictureShelf, Pictures } from "@dualops/core/pictures"
import { Case } from "@dualops/core/process"
import { type Redacted, Schema } from "effect"

/** What is run, and what people call it. */
export interface Running {
  readonly caseload: Caseload.Caseload
  /** The pages beside those of cases. */
  readonly pages: ReadonlyArray<HousePage>
  /** What people call it. */
  readonly title: Bilingual.Bilingual
}

/** The house whose desk it is. */
export interface House extends Running {
  /** The path below which the desk is: nothing, or `/desk`. */
  readonly base: string
  /** The origin of its pages as browsers see it, where that is not what the request is sent to. */
  readonly origin: string | undefined
  /** By which forms are known as its own. */
  readonly secret: Redacted.Redacted<string>
  /** Draws the charts of pages; without it they are tables of their numbers. */
  readonly drawChart?: DrawnPage.Drawers["drawChart"]
  /** What reads the pictures of cases; without it they are named, and not shown. */
  readonly pictures?: Pictures.Pictures["Service"]
  /** Where chosen pictures are put; without it none are taken. */
  readonly shelf?: PictureShelf.PictureShelf["Service"]
}

/** What pages need of a store and of the handbooks. */
export type Needs = EventLog.EventLog | Snapshots.Snapshots | Editions.Editions

/** What can be the name of a case. */
export const isCaseId: (name: string) => name is Case.CaseId = Schema.is(Case.CaseId)
