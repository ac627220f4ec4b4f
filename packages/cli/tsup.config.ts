import { defineConfig } from "tsup"
import chapters from "../../tsup.chapters.ts"

// The command asks for what runs a house by its address, wherever the command itself stands.
export default defineConfig({ ...(chapters as object), external: ["@dualops/cli/run"] })
