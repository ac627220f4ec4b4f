import { MemoryObservationStore } from "@dualops/adapter-memory"
import { OutreachLaws } from "@dualops/core/testing"

OutreachLaws.suite("MemoryObservationStore", MemoryObservationStore.layer)
