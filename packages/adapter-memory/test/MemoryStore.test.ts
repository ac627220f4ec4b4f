import { SnapshotsSuite, StoreSuite } from "@dualops/core/testing"
import { MemoryStore } from "../src/index.ts"

StoreSuite.suite("memory", MemoryStore.layer)
SnapshotsSuite.suite("memory", MemoryStore.layer)
