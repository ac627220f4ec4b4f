/**
 * Learns the model of the built-in classifier and writes it to where it is shipped from: `npm run bench -- train-classifier 2`, where 2 is its edition.
 *
 * A house's own texts stand in the folder as `texts.ndjson`, a line each, as `Corrections.lessons` of `@dualops/core/triage` gives them: `{"id": ID, "text": TEXT,
 * "label": LABEL}`. Texts without a label have theirs from `corrections.ndjson`, as `Corrections.meant` gives it: `{"text": ID, "meant": LABEL}`.
 *
 * @module
 */
import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { learn } from "./training/Learn.ts"
import * as Texts from "./training/Texts.ts"

const folder = Texts.folder()
if (folder === undefined)
  console.log("Skipped: there are no texts to learn from (DUALOPS_SHARED names the folder that has data/).")
else {
  const model = learn(Texts.read(folder), process.argv[3] ?? "1")
  const file = new URL("../packages/core/src/internal-system/triage/model.json", import.meta.url)
  writeFileSync(file, JSON.stringify(model))
  execFileSync("biome", ["format", "--write", fileURLToPath(file)])
  console.log(`${model.words.length} words, learned from ${JSON.stringify(model.learnedFrom)}.`)
}
