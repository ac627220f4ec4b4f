/**
 * The program `dualops`.
 *
 * @module
 */
import * as NodeFileSystem from "@effect/platform-node-shared/NodeFileSystem"
import * as NodePath from "@effect/platform-node-shared/NodePath"
import * as NodeRuntime from "@effect/platform-node-shared/NodeRuntime"
import * as NodeStdio from "@effect/platform-node-shared/NodeStdio"
import * as NodeTerminal from "@effect/platform-node-shared/NodeTerminal"
import { Cause, Console, Effect, Layer, Runtime } from "effect"
import { ChildProcessSpawner } from "effect/process"
import manifest from "../package.json" with { type: "json" }
import * as Dualops from "./Dualops.ts"

const spawner = Layer.succeed(
  ChildProcessSpawner.ChildProcessSpawner,
  ChildProcessSpawner.make(() => Effect.die("no command starts another program"))
)
const platform = Layer.mergeAll(NodeFileSystem.layer, NodePath.layer, NodeStdio.layer, NodeTerminal.layer, spawner)

// Whoever reads the beginning only, as `head` does, has what they want; a disk that is full is another matter.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit()
  process.stderr.write(`Standard output cannot be written: ${error.message}\n`)
  process.exit(2)
})

NodeRuntime.runMain(
  Dualops.run(process.argv.slice(2), manifest.version).pipe(
    Effect.provide(platform),
    Effect.tapCause((cause) =>
      Cause.hasDies(cause) ? Console.error(`dualops has a mistake in itself:\n${Cause.pretty(cause)}`) : Effect.void
    )
  ),
  {
    disableErrorReporting: true,
    // What is printed is still on its way when a pipe is slow: the process ends by itself, but for what was interrupted.
    teardown: (exit, end) =>
      Runtime.defaultTeardown(exit, (code) => {
        if (code === 130) end(code)
        else process.exitCode = code
      })
  }
)
