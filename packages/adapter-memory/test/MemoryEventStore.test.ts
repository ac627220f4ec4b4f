import { EventStoreSuite } from "@dualops/core/testing"
import { MemoryEventStore } from "../src/index.ts"

EventStoreSuite.suite("memory", MemoryEventStore.layer)
