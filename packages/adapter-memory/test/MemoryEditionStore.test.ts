import { EditionStoreSuite } from "@dualops/core/testing"
import { MemoryEditionStore } from "../src/index.ts"

EditionStoreSuite.suite("MemoryEditionStore", MemoryEditionStore.layer)
