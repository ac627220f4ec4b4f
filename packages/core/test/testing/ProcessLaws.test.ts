import { ProcessLaws } from "@dualops/core/testing"
import { ann, ben, cleo, Errand, rulebook } from "../process/Errand.ts"

// A process needs no more than its own declaration: what its steps are told is made up from their schemas.
ProcessLaws.suite("Errand", Errand, { people: [ann, ben, cleo], settings: [rulebook.settings] })
