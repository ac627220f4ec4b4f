/**
 * A real browser, where this machine has one, and the windows of people in it.
 *
 * @module
 */
import { existsSync } from "node:fs"
import { Effect } from "effect"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { as } from "./house.ts"

const executablePath = "/usr/bin/chromium"
/** There is none here. */
export const absent = !existsSync(executablePath)
if (absent) console.warn(`No ${executablePath}: what the desk does in a browser is NOT tested here.`)

/** The browser. It is closed with the scope. */
export const browser = Effect.acquireRelease(
  Effect.promise(() => chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] })),
  (open: Browser) => Effect.promise(() => open.close())
)

/** Whatever a page asks for, and whatever its policy stops. */
export const heard: Array<string> = []

/** The window of a person. */
export const windowOf = (open: Browser, person: string, more: BrowserContextOptions = {}): Effect.Effect<Page> =>
  Effect.promise(async () => {
    const context = await open.newContext({
      extraHTTPHeaders: as(person),
      viewport: { width: 1100, height: 900 },
      ...more
    })
    const tab = await context.newPage()
    tab.on("console", (message) => heard.push(message.text()))
    tab.on("pageerror", (error) => heard.push(error.message))
    return tab
  })
