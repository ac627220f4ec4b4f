/**
 * The connection to a mail server, with TLS wherever that is not on this machine.
 *
 * @module
 */
import { Redacted, Schema } from "effect"
import { createTransport } from "nodemailer"
import { Secret } from "../webhook/Secret.ts"

/** What a configuration says of it. */
export const Settings = Schema.Struct({
  host: Schema.NonEmptyString,
  /** 465 speaks TLS from the first byte, any other port begins in the open and has to go on with TLS; 465 unless told. */
  port: Schema.optionalKey(Schema.Int),
  /** Who we are to the server; without it, the server takes messages from this machine. */
  user: Schema.optionalKey(Schema.NonEmptyString),
  password: Schema.optionalKey(Secret),
  from: Schema.Struct({ name: Schema.NonEmptyString, address: Schema.NonEmptyString }),
  language: Schema.optionalKey(Schema.Literals(["zh", "en"]))
})
/** What a configuration says of it. */
export type Settings = typeof Settings.Type

const waits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** What every connection has. */
export const optionsOf = ({ host, password, port = 465, user }: Settings) => {
  const isHere = ["127.0.0.1", "::1", "localhost"].includes(host)
  return {
    host,
    port,
    secure: port === 465,
    requireTLS: port !== 465 && !isHere,
    ...(user !== undefined && password !== undefined && { auth: { user, pass: Redacted.value(password) } }),
    ...waits,
    disableFileAccess: true,
    disableUrlAccess: true
  }
}

/** A connection for each message. */
export const single = (settings: Settings) => createTransport(optionsOf(settings))

/** A few connections for many messages, until it is closed. */
export const pooled = (settings: Settings) => createTransport({ ...optionsOf(settings), pool: true, maxConnections: 4 })

/** What of the settings nobody may read, also as it is sent. */
export const secretsOf = ({ password, user }: Settings): ReadonlyArray<Redacted.Redacted<string>> =>
  password === undefined ? [] : [password, Redacted.make(`\0${user}\0${Redacted.value(password)}`)]

/** One address and nothing else: quotes, brackets and blanks would be read as several, or as another one. */
export const address = /^[^\s@"'<>()[\],:;\\]+@[^\s@"'<>()[\],:;\\]+$/u
