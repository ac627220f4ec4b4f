/**
 * Posts: what may be published, by whose approval, and how much of what.
 *
 * @module
 */
import * as Settings from "../../handbook/Settings.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import * as Approval from "./ApprovalRules.ts"
import { content } from "./ContentPages.ts"
import * as Content from "./ContentRules.ts"
import * as Mix from "./MixRules.ts"

/** Posts: what may be published, by whose approval, and how much of what. */
export const posts = make({
  name: "posts",
  title: { zh: "发布微博", en: "posts" },
  runs: [run(PostProcess, Settings.ofPosts)],
  rules: [...Approval.rules, ...Mix.rules, ...Content.rules],
  pages: (handbook, { words }) => [content(handbook, words)]
})
