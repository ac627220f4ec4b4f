/**
 * The assistant's server as a program, for a client that starts it: `node examples/assistant/stdio.ts`, with its token in `DUALOPS_TOKEN`, the list of
 * tokens in the file `DUALOPS_TOKENS` and the store in the file `DUALOPS_STORE`.
 *
 * @module
 */
import { readFile } from "node:fs/promises"
import { Door, TokenDoor } from "@dualops/desk"
import { AssistantStdio } from "@dualops/desk/assistant"
import { NodeStdio } from "@dualops/desk/node"
import { Effect, Layer, Schema } from "effect"
import { handbook, pages, processes, store } from "./house.ts"

// #region stdio
const { DUALOPS_STORE = ":memory:", DUALOPS_TOKEN = "", DUALOPS_TOKENS = "" } = process.env

/** Asked for at every call: a token that is taken out of the file is none any more. */
const tokens = Effect.promise(() => readFile(DUALOPS_TOKENS, "utf8").catch(() => "[]")).pipe(
  Effect.flatMap(Schema.decodeEffect(Schema.fromJsonString(Schema.toCodecJson(Schema.Array(TokenDoor.Token))))),
  Effect.orDie
)

const server = AssistantStdio.serve({
  processes,
  pages,
  title: handbook.brand,
  headers: { authorization: `Bearer ${DUALOPS_TOKEN}` }
})
// #endregion

// Whatever else writes on the standard output, this line too, goes to the error output: the client reads the protocol and nothing else.
const noise = Effect.sync(() => console.log("The assistant's server has started."))

await Effect.runPromise(
  Effect.andThen(noise, server).pipe(
    Effect.provide(NodeStdio.layer),
    Effect.provide(Layer.merge(store(DUALOPS_STORE), Door.layer(TokenDoor.make(tokens))))
  )
)
