/**
 * Port: the list of the company's members, a page at a time: of three million nobody asks for all at once.
 *
 * A list may be old; who a member is now, `Members` says. Failures are those of `Reading`.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { FanId } from "../../account/FanId.ts"
import type * as Reading from "../../operations/Reading.ts"
import type { Segment } from "./Member.ts"

/** Some of the members. */
export interface Page {
  readonly fans: ReadonlyArray<FanId>
  /** Where to go on; nothing at the end of the list. */
  readonly next?: string
}

/** The list of the company's members. */
export class MemberList extends Context.Service<
  MemberList,
  {
    /**
     * Members in any of these segments, at most so many, behind a place that an earlier page has named. Whoever goes on so sees everybody who was in
     * the list all the time; a place names nobody, and may be kept.
     */
    readonly page: (
      segments: ReadonlyArray<Segment>,
      after: string | undefined,
      limit: number
    ) => Effect.Effect<Page, Reading.Failure>
  }
>()("@dualops/core/MemberList") {}
