/** Requests byte for byte, to an emulator with the brand in it. */
import { connect } from "node:net"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import * as house from "../house.ts"

export const words = house.text(1)
export const urlencoded = "application/x-www-form-urlencoded"
export const form = (more: Record<string, string> = {}) =>
  new URLSearchParams({ status: words, rip: house.rip, access_token: house.token, ...more }).toString()

export const withEmulator = async (
  body: (emulator: Emulator.Running) => Promise<void>,
  options: Partial<Emulator.Options> = {}
) => {
  const emulator = await Emulator.startAsync({ ...house.options, ...options })
  try {
    await body(emulator)
  } finally {
    await emulator.close()
  }
}

/** Sends bytes as they are, and gives what comes back until the connection ends. */
export const raw = (url: string, ...pieces: ReadonlyArray<string | Uint8Array>): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1")
    let said = ""
    socket.on("data", (data) => {
      said += data
    })
    socket.on("error", reject)
    socket.on("close", () => resolve(said))
    for (const piece of pieces) socket.write(piece)
  })

export const head = (...lines: ReadonlyArray<string>) => `${lines.join("\r\n")}\r\n\r\n`
export const post = (...lines: ReadonlyArray<string>) =>
  head(`POST ${house.share} HTTP/1.1`, "Host: api.weibo.com", "Connection: close", ...lines)
export const length = (body: string | Uint8Array) => `Content-Length: ${Buffer.byteLength(body)}`
