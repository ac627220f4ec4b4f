/**
 * Request Tracker 5 itself, as Debian installs it, on a database of its own. Where it is not installed, tests are skipped aloud.
 *
 * @module
 */
import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { promisify } from "node:util"
import { Effect } from "effect"
import * as Postgres from "../../../adapter-sql/test/Postgres.ts"

const program = "/usr/share/request-tracker5/libexec/rt-server"
const setup = "/usr/sbin/rt-setup-database-5"

/** Whether there is a Request Tracker that tests can start. */
export const isThere = Postgres.isThere && existsSync(program) && existsSync(setup)
if (!isThere) console.warn("Request Tracker 5 is not installed: its tests are skipped")

/** The password of `root`. */
export const rootPassword = "rootpw-of-tests"

const execute = promisify(execFile)

/** A server that runs until it is stopped. */
export const start = async (hook: { readonly url: string; readonly secret: string } = { url: "", secret: "" }) => {
  const folder = mkdtempSync(join(tmpdir(), "dualops-rt-"))
  for (const name of ["var", "mason", "session", "conf.d"]) mkdirSync(join(folder, name))
  writeFileSync(join(folder, "rootpw"), rootPassword)
  const { database, host } = await Effect.runPromise(Postgres.database)
  const port = await freePort()
  const env = {
    ...process.env,
    RT_SITE_CONFIG: join(import.meta.dirname, "RT_SiteConfig.pm"),
    RT_SITE_CONFIG_DIR: join(folder, "conf.d"),
    RT_TEST_DIR: folder,
    RT_TEST_PORT: String(port),
    RT_TEST_DB: database,
    RT_TEST_DBHOST: host,
    RT_TEST_HOOK_URL: hook.url,
    RT_TEST_HOOK_SECRET: hook.secret,
    TZ: "America/New_York"
  }
  // Without a terminal: it would ask for a password.
  const prepare = async (...args: ReadonlyArray<string>) => {
    const running = execute(setup, ["--skip-create", "--dba", "postgres", "--dba-password", "x", ...args], { env })
    running.child.stdin?.end()
    await running
  }
  await prepare("--action", "init", "--root-password-file", join(folder, "rootpw"))
  for (const file of ["../../rt/dualops.initialdata", "people.initialdata"]) {
    await prepare("--action", "insert", "--datafile", join(import.meta.dirname, file))
  }

  const url = `http://127.0.0.1:${port}`
  let running: ChildProcess | undefined
  const launch = async () => {
    const log = openSync(join(folder, "server.log"), "a")
    running = spawn(program, ["--host", "127.0.0.1", "--port", String(port), "--max-workers", "4"], {
      env,
      detached: true,
      stdio: ["ignore", log, log]
    })
    const answers = async () => {
      const response = await fetch(`${url}/REST/2.0/rt`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
      return response?.status === 401
    }
    while (!(await answers())) {
      if (running.exitCode !== null) throw new Error(readFileSync(join(folder, "server.log"), "utf8"))
      await setTimeout(50)
    }
  }
  /** Never by INT: run by root, that changes who owns the files of the system's own installation. */
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    const ended = running
    running = undefined
    if (ended?.pid === undefined || ended.exitCode !== null || ended.signalCode !== null) return
    const over = once(ended, "exit")
    process.kill(-ended.pid, signal)
    await over
  }
  const killed = () => {
    if (running?.pid !== undefined) process.kill(-running.pid, "SIGKILL")
  }
  process.once("exit", killed)
  await launch()
  return {
    url,
    token: readFileSync(join(folder, "token"), "utf8"),
    log: () => readFileSync(join(folder, "server.log"), "utf8"),
    /** Ended in the middle of whatever it does, and started again. */
    restart: async () => {
      await end("SIGKILL")
      await launch()
    },
    stop: async () => {
      await end("SIGTERM")
      process.off("exit", killed)
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** A server that runs. */
export type Server = Awaited<ReturnType<typeof start>>

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  server.close()
  if (address === null || typeof address === "string") throw new Error("The server has no port.")
  return address.port
}
