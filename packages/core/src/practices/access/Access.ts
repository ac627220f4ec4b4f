/**
 * Access to the platform and to tools: who holds the credentials, and when they are renewed.
 *
 * @module
 */
import * as Settings from "../../handbook/Settings.ts"
import { RenewalProcess } from "../../internal-system/team/RenewalProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import { rules } from "./CredentialRules.ts"
import { tools } from "./ToolPages.ts"

/** Access to the platform and to tools: who holds the credentials, and when they are renewed. */
export const access = make({
  name: "access",
  title: { zh: "平台授权", en: "access to the platform" },
  runs: [run(RenewalProcess, Settings.ofNotices)],
  rules: [...rules],
  pages: (handbook, { words }) => [tools(handbook, words)]
})
