/**
 * The account: who it is, whom it speaks to, and how.
 *
 * @module
 */
import { make } from "../../practice/Practice.ts"
import { positioning } from "./AccountPages.ts"
import { rules } from "./AccountRules.ts"

/** The account: who it is, whom it speaks to, and how. */
export const account = make({
  name: "account",
  title: { zh: "账号与定位", en: "the account" },
  rules: [...rules],
  pages: (handbook) => [positioning(handbook)]
})
