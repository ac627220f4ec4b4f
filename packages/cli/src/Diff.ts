/**
 * `dualops diff`: what a new edition of a handbook changes, and for whom.
 *
 * @module
 */
import { Changes, ChangesPage } from "@dualops/core"
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
        const page = ChangesPage.of(Changes.between(before, after))
        return put(asked, rendered(page, asked), surroundings)
      }
    })
}
