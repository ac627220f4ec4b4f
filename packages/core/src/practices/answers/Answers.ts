/**
 * Answers to fans, and the promises that they are held to.
 *
 * @module
 */
import * as Settings from "../../handbook/Settings.ts"
import { AnswerProcess } from "../../internal-system/interaction/AnswerProcess.ts"
import { PrivateAnswerProcess } from "../../internal-system/private-messages/PrivateAnswerProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import { ofLibrary } from "../library/LibrarySection.ts"
import { ofPrivateAnswers } from "../private-messages/PrivateMessaging.ts"
import * as Escalation from "./EscalationRules.ts"
import { section } from "./PromisePages.ts"
import * as Promises from "./PromiseRules.ts"

/** Answers to fans, and the promises that they are held to. */
export const answers = make({
  name: "answers",
  title: { zh: "答复粉丝", en: "answers" },
  runs: [
    run(AnswerProcess, (handbook) => ({ ...Settings.ofAnswers(handbook), ...ofLibrary(handbook) })),
    run(PrivateAnswerProcess, ofPrivateAnswers)
  ],
  rules: [...Promises.rules, ...Escalation.rules],
  pages: (handbook, { words }) => [section(handbook, words)]
})
