/** SARIF, as the standard's own schema and the code hosts' rules have it. */

import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { Check } from "@dualops/cli"
import { describe, expect, it } from "@effect/vitest"
import { DateTime } from "effect"

const require = createRequire(import.meta.url)
