import { CaseTextsSuite } from "@dualops/core/testing"
import { MemoryCaseTexts } from "../src/index.ts"

CaseTextsSuite.suite("memory", MemoryCaseTexts.layer)
