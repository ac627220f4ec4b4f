/**
 * Standard input and output of this program for a protocol that has them to itself. Whatever else writes to the output, a log or a library, is written to
 * the error output for as long: one line that is none of the protocol ends the conversation with many clients.
 *
 * @module
 */
import { once } from "node:events"
import { Effect, Layer, Sink, Stdio, Stream } from "effect"

/** Input and output are given back with the scope. */
export const layer: Layer.Layer<Stdio.Stdio> = Layer.effect(
  Stdio.Stdio,
  Effect.gen(function* () {
    const write = yield* Effect.acquireRelease(
      Effect.sync(() => {
        const own = process.stdout.write
        process.stdout.write = process.stderr.write.bind(process.stderr)
        // Whoever reads it may have gone: nobody hears of that.
        process.stdout.on("error", ignore)
        return own
      }),
      (own) =>
        Effect.sync(() => {
          process.stdout.write = own
          process.stdout.off("error", ignore)
        })
    )
    const toOutput = (chunk: string | Uint8Array) =>
      Effect.promise(async () => {
        if (!process.stdout.destroyed && !write.call(process.stdout, chunk)) await once(process.stdout, "drain")
      })
    const toErrors = (chunk: string | Uint8Array) => Effect.sync(() => void process.stderr.write(chunk))
    return Stdio.make({
      args: Effect.sync(() => process.argv.slice(2)),
      stdin: Stream.orDie(Stream.fromAsyncIterable<Uint8Array, unknown>(process.stdin, (error) => error)),
      stdout: () => Sink.forEach(toOutput),
      stderr: () => Sink.forEach(toErrors)
    })
  })
)

const ignore = (): void => {}
