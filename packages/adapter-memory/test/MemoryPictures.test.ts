import { MemoryPictures } from "@dualops/adapter-memory"
import { PictureShelfSuite } from "@dualops/core/testing"

PictureShelfSuite.suite("MemoryPictures", MemoryPictures.layer())
