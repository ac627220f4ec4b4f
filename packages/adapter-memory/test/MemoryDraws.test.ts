import { MemoryDrawRecords, MemoryPublicRandomness } from "@dualops/adapter-memory"
import { DrawRecordsSuite, PublicRandomnessSuite } from "@dualops/core/testing"

DrawRecordsSuite.suite("The memory", MemoryDrawRecords.layer)
PublicRandomnessSuite.suite("The memory", MemoryPublicRandomness.layer, { out: [1, 700], later: 10_000_000 })
