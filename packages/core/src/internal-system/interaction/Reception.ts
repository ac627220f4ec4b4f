/**
 * What becomes of what fans wrote, once it has been heard. A program that provides none gives everything an answer's case; `Triage` provides one that
 * tells complaints from small talk.
 *
 * @module
 */
import { Context, type Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type { Editions } from "../../operations/Editions.ts"
import type { EventLog } from "../../operations/EventLog.ts"
import type { StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import type { CaseId } from "../../process/Case.ts"
import type { Incoming } from "./Incoming.ts"

/** What becomes of what fans wrote. */
export class Reception extends Context.Service<
  Reception,
  {
    /**
     * Sees to it that everything which wants a case has one, the oldest first; answers which those are. What is received again has its case already,
     * and gets no second one. It fails where nothing can be kept, and then everything is received again.
     */
    readonly receive: (
      account: AccountId,
      interactions: ReadonlyArray<Incoming>
    ) => Effect.Effect<ReadonlyArray<CaseId>, StoreUnavailable, EventLog | Editions>
  }
>()("@dualops/core/Reception") {}
