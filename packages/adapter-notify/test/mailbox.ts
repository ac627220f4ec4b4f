/** A mail server on this machine, and what is read of what it took over. */
import { once } from "node:events"
import type { Trouble } from "@dualops/core/testing"
import { Effect } from "effect"
import PostalMime, { type Email } from "postal-mime"
import { SMTPServer } from "smtp-server"

const replies = { refused: 550, busy: 451 } as const

/** A server that takes messages of whoever knows the password. */
export const open = (user: string, password: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const taken: Array<{ readonly to: ReadonlyArray<string>; readonly raw: Buffer; readonly mail: Email }> = []
      const troubles: Array<Trouble.Trouble> = []
      const server = new SMTPServer({
        allowInsecureAuth: true,
        disabledCommands: ["STARTTLS"],
        onAuth: ({ password: given, username }, _session, callback) => {
          const isTrouble = troubles[0] === "unauthorised" && troubles.shift() !== undefined
          if (!isTrouble && username === user && given === password) return callback(null, { user })
          const said = Buffer.from(`\0${username}\0${given}`).toString("base64")
          return callback(Object.assign(new Error(`not ${given} nor ${said}`), { responseCode: 535 }))
        },
        onRcptTo: (_address, _session, callback) => {
          const trouble = troubles[0]
          if (trouble !== "refused" && trouble !== "busy") return callback()
          troubles.shift()
          return callback(Object.assign(new Error(`no, ${password}`), { responseCode: replies[trouble] }))
        },
        onData: (stream, session, callback) => {
          const pieces: Array<Buffer> = []
          stream.on("data", (piece: Buffer) => pieces.push(piece))
          stream.on("end", () => {
            const trouble = troubles.shift()
            const raw = Buffer.concat(pieces)
            const cut = () => {
              // The connections of the server are what it has.
              for (const one of server.connections)
                (one as unknown as { _socket: { destroy(): void } })._socket.destroy()
            }
            if (trouble === "lost before") return cut()
            const to = session.envelope.rcptTo.map(({ address }) => address)
            return void PostalMime.parse(raw).then((mail) => {
              taken.push({ to, raw, mail })
              if (trouble === "lost after") cut()
              else callback()
            })
          })
        }
      })
      server.on("error", () => undefined)
      server.listen(0, "127.0.0.1")
      await once(server.server, "listening")
      const address = server.server.address()
      const port = typeof address === "object" ? (address?.port ?? 0) : 0
      return { server, port, taken, next: (trouble: Trouble.Trouble) => Effect.sync(() => void troubles.push(trouble)) }
    }),
    ({ server }) => Effect.promise(() => new Promise<void>((done) => server.close(() => done())))
  )
