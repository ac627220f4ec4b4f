/** Writes `handbook.schema.json`, for editors. A test says when it has to be written again. */
import { writeFileSync } from "node:fs"
import { Handbook } from "@dualops/core/handbook"

writeFileSync(new URL("handbook.schema.json", import.meta.url), `${JSON.stringify(Handbook.jsonSchema(), null, 2)}\n`)
