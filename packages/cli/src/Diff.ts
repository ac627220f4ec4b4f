/**
 * `dualops diff`: what a new edition of a handbook changes, and for whom. An edition that changes something without a new name is an error.
 *
 * @module
 */
import { Changes, ChangesPage, Edition, FindingText } from "@dualops/core"
import { Result } from "effect"
import { type Command, handbooks, put } from "./Command.ts"
import { rendered } from "./Print.ts"

/** Compares two editions. */
export const command: Command = {
  usage: "OLD.yaml NEW.yaml [--format md|html] [--out FILE] [--lang en|zh]",
  does: "what a new edition changes, for everybody, each person and each role",
  files: 2,
  options: { format: ["md", "html"], out: [] },
  run: (asked, surroundings) =>
    Result.match(handbooks(asked, surroundings), {
      onFailure: (outcome) => outcome,
      onSuccess: ([before, after]) => {
        if (before === undefined || after === undefined) throw new Error("two files have two handbooks")
        const changes = Changes.between(before, after)
        const outcome = put(asked, rendered(ChangesPage.of(changes, Edition.processes), asked), surroundings)
        if (outcome.exit !== 0 || !Changes.haveOneName(changes)) return outcome
        // The page says so as well; it may have gone into a file.
        return { ...outcome, error: `${FindingText.safe(ChangesPage.oneName(changes)[asked.lang])}\n`, exit: 1 }
      }
    })
}
