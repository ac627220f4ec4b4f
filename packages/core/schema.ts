/** Writes `handbook.schema.json`, for editors. A test says when it has to be written again. */
import { writeFileSync } from "node:fs"
import { EditorSchema } from "@dualops/core/handbook"
import { Practices } from "@dualops/core/practices"

const schema = EditorSchema.of(Practices.formOf())
writeFileSync(new URL("handbook.schema.json", import.meta.url), `${JSON.stringify(schema, null, 2)}\n`)
