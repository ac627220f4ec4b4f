import { MemoryObservationStore } from "@dualops/adapter-memory"
import { ObservationStoreSuite } from "@dualops/core/testing"

ObservationStoreSuite.suite("MemoryObservationStore", MemoryObservationStore.layer)
