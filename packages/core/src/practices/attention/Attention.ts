/**
 * What people must hear of: unclaimed outcomes, notices and warnings.
 *
 * @module
 */
import { NoticeProcess } from "../../attention/NoticeProcess.ts"
import { UnclaimedOutcomeProcess } from "../../attention/UnclaimedOutcomeProcess.ts"
import { WarningProcess } from "../../attention/WarningProcess.ts"
import * as Settings from "../../handbook/Settings.ts"
import { make, run } from "../../practice/Practice.ts"

/** What people must hear of: unclaimed outcomes, notices and warnings. */
export const attention = make({
  name: "attention",
  title: { zh: "提醒到人", en: "what people must hear of" },
  runs: [
    run(UnclaimedOutcomeProcess, Settings.ofNotices),
    run(NoticeProcess, Settings.ofNotices),
    run(WarningProcess, Settings.ofWarnings)
  ]
})
