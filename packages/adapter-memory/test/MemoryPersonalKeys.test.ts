import { PersonalKeysSuite } from "@dualops/core/testing"
import { MemoryPersonalKeys } from "../src/index.ts"

PersonalKeysSuite.suite("MemoryPersonalKeys", MemoryPersonalKeys.layer)
