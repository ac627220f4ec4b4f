import { MemoryReportShelf } from "@dualops/adapter-memory"
import { ReportShelfSuite } from "@dualops/core/testing"

ReportShelfSuite.suite("MemoryReportShelf", MemoryReportShelf.layer)
