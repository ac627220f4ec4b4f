/**
 * What the company gives to the account: resources, the needs that they meet, and requests for them.
 *
 * @module
 */
import { ResourceRequestProcess } from "../../external-system/ResourceRequestProcess.ts"
import * as Settings from "../../handbook/Settings.ts"
import { make, run } from "../../practice/Practice.ts"
import * as Matrix from "./MatrixRules.ts"
import { sections } from "./ResourcePages.ts"

/** What the company gives to the account: resources, the needs that they meet, and requests for them. */
export const resources = make({
  name: "resources",
  title: { zh: "申请外部资源", en: "resources of the company" },
  runs: [run(ResourceRequestProcess, Settings.ofRequests)],
  rules: [...Matrix.rules],
  pages: (handbook, { words }) => sections(handbook, words)
})
