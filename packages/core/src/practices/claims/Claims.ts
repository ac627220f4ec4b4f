/**
 * Claims: one voice to each fan.
 *
 *     claims: { lease: 30 minutes }
 *
 * @module
 */
import { Schema } from "effect"
import { Wait } from "../../calendar/TimeSpan.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Names from "../../handbook/Names.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { ClaimProcess } from "./ClaimProcess.ts"

/** The section of handbooks by which fans are claimed. */
export const Claims = HandbookSection.make("claims", {
  title: { zh: "认领", en: "Claims" },
  schema: Schema.Struct({
    lease: Wait.annotateKey({
      description: "How long whoever has claimed a fan is the only one to answer, unless they keep the claim."
    })
  }).annotate({ description: "Whoever has claimed a fan answers alone, until the claim is released or lapses." })
})

/** One voice to each fan. */
export const claims = make({
  name: "claims",
  title: { zh: "认领粉丝", en: "claims" },
  sections: [Claims],
  runs: [run(ClaimProcess, Claims.of)],
  pages: (handbook) => [
    {
      id: "claims",
      title: Claims.title,
      blocks: factsOf([[{ zh: "认领有效", en: "A claim lasts" }, Names.alwaysName(Claims.of(handbook).lease)]])
    }
  ]
})
