import { SnapshotsSuite, StoreSuite, WakingSuite } from "@dualops/core/testing"
import { MemoryStore } from "../src/index.ts"

StoreSuite.suite("memory", MemoryStore.layer)
SnapshotsSuite.suite("memory", MemoryStore.layer)
WakingSuite.suite("memory", MemoryStore.layer)
