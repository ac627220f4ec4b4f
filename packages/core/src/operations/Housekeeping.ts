/**
 * The processes that the house runs for itself: no work has to name them, and every view of the cases shows theirs.
 *
 * @module
 */

import { NoticeProcess } from "../attention/NoticeProcess.ts"
import { UnclaimedOutcomeProcess } from "../attention/UnclaimedOutcomeProcess.ts"
import { WarningProcess } from "../attention/WarningProcess.ts"
import type { Any } from "../process/Process.ts"

/** These processes and the house's own, each once. */
export const withOwn = (processes: ReadonlyArray<Any>): ReadonlyArray<Any> => [
  ...new Set([...processes, UnclaimedOutcomeProcess, NoticeProcess, WarningProcess])
]
