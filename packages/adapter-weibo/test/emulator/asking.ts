/** The emulator as a program asks it: over HTTP, without the adapter. */
import { Emulator } from "@dualops/adapter-weibo/emulator"
import * as house from "../house.ts"

/** Any answer of the emulator, whose fields are what tests look at. */
export type Answered = Readonly<Record<string, unknown>>

/** Asks a running emulator with the token of the brand. */
export const withEmulator = async (
  body: (
    ask: (path: string, form?: Record<string, string>) => Promise<Answered>,
    emulator: Emulator.Running
  ) => Promise<void>,
  options: Partial<Emulator.Options> = {}
) => {
  const emulator = await Emulator.startAsync({ ...house.options, ...options })
  const ask = async (path: string, form?: Record<string, string>) => {
    const post = form && { method: "POST", body: new URLSearchParams({ rip: house.rip, ...form }) }
    const headers = { authorization: `OAuth2 ${house.token}` }
    return (await (await fetch(emulator.url + path, { ...post, headers })).json()) as Answered
  }
  try {
    await body(ask, emulator)
  } finally {
    await emulator.close()
  }
}
