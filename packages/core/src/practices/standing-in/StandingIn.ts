/**
 * Standing in for somebody: takeovers, delegations, and the hand-over that is read.
 *
 * @module
 */
import * as Settings from "../../handbook/Settings.ts"
import { HandOverReceiptProcess } from "../../internal-system/team/HandOverReceiptProcess.ts"
import { TakeoverProcess } from "../../internal-system/team/TakeoverProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import { delegations } from "./DelegationPages.ts"

/** Standing in for somebody: takeovers, delegations, and the hand-over that is read. */
export const standingIn = make({
  name: "standing in",
  title: { zh: "代班与交接", en: "standing in" },
  runs: [run(TakeoverProcess, Settings.ofTakeovers), run(HandOverReceiptProcess, Settings.ofReceipts)],
  pages: (handbook, { words }) => [delegations(handbook, words)]
})
