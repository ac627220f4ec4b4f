import { once } from "node:events"
import { createServer as createHttpServer } from "node:http"
import { createServer } from "node:net"
import { MemoryPictures } from "@dualops/adapter-memory"
import { WeiboApi, WeiboGrants, WeiboHosts, WeiboPublisher, WeiboTransport } from "@dualops/adapter-weibo"
import { Emulator, Fault } from "@dualops/adapter-weibo/emulator"
import { Publisher } from "@dualops/core/content"
import type { Writing } from "@dualops/core/operations"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import * as house from "./house.ts"

const publish = Publisher.Publisher.use((publisher) =>
  publisher.publish({ account: house.brand, content: { text: house.text(1), pictures: [] } })
)

/** A publisher for whatever answers at this address. */
const at = (url: string) =>
  WeiboPublisher.layer({ rip: house.rip }).pipe(
    Layer.provide(WeiboApi.layer({ hosts: WeiboHosts.at(url) })),
    Layer.provide(WeiboGrants.layer({ [house.brand]: { token: Redacted.make(house.token) } })),
    Layer.provide(FetchHttpClient.layer),
    Layer.provide(MemoryPictures.layer())
  )

describe("A publish that goes wrong", () => {
  const whatItSays: Readonly<Record<Fault.Name, Writing.Failure["_tag"] | "out">> = {
    "timeout before": "Writing.Unknown",
    "timeout after": "Writing.Unknown",
    "timeout, then effect": "Writing.Unknown",
    "reset before": "Writing.Unknown",
    "reset after": "Writing.Unknown",
    "unavailable before": "Writing.Unknown",
    "unavailable after": "Writing.Unknown",
    truncated: "Writing.Unknown",
    slow: "out",
    "accepted slowly": "Writing.Unknown",
    "rpc error after": "Writing.Unknown",
    repeat: "Writing.Unknown",
    "too many posts": "Writing.TryLater",
    "address quota": "Writing.TryLater",
    "user quota": "Writing.TryLater",
    "interface quota": "Writing.TryLater",
    "token expired": "Writing.Unauthorised",
    busy: "Writing.TryLater",
    "illegal content": "Writing.Refused"
  }

  it.live.each(Fault.names)("is told apart: %s", (name) =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.Emulator
      emulator.next(house.share, name)
      const said = yield* Effect.match(publish, { onSuccess: () => "out", onFailure: (failure) => failure._tag })
      assert.strictEqual(said, whatItSays[name])
      // Whatever is said not to be out is not out, by the emulator's own record.
      if (said !== "Writing.Unknown") assert.strictEqual(emulator.posts().length, said === "out" ? 1 : 0)
    }).pipe(Effect.provide(house.publisher().pipe(Layer.provideMerge(house.emulator()))))
  )

  it.live("is unknown when the client gives up waiting", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.Emulator
      emulator.next(house.share, "timeout after")
      const failure = yield* Effect.flip(publish)
      assert.strictEqual(failure._tag, "Writing.Unknown")
      assert.strictEqual(failure._tag === "Writing.Unknown" && failure.code, "timeout")
      assert.strictEqual(emulator.posts().length, 1)
    }).pipe(
      Effect.provide(
        house.publisher({ writeWithin: "400 millis" }).pipe(Layer.provideMerge(house.emulator({ silence: 5_000 })))
      )
    )
  )

  it.live("is not out and may be made again when no connection was made", () =>
    Effect.gen(function* () {
      // A port that was free a moment ago, and listens to nobody now.
      const port = yield* Effect.promise(async () => {
        const server = createServer().listen(0, "127.0.0.1")
        await once(server, "listening")
        const address = server.address()
        server.close()
        return typeof address === "object" ? address?.port : undefined
      })
      const nobody = at(`http://127.0.0.1:${port}`)
      const failure = yield* Effect.flip(Effect.provide(publish, nobody))
      assert.strictEqual(failure._tag, "Writing.TryLater")
      assert.strictEqual(failure._tag === "Writing.TryLater" && failure.code, "unreachable")
    })
  )
})

describe("A redirect", () => {
  it.live("is not followed, for it would carry the token and the text elsewhere", () =>
    Effect.gen(function* () {
      const asked: Array<string> = []
      const server = createHttpServer((request, response) => {
        asked.push(request.url ?? "")
        response.writeHead(307, { location: "/elsewhere" }).end()
      }).listen(0, "127.0.0.1")
      yield* Effect.promise(() => once(server, "listening"))
      const address = server.address()
      const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`
      const failure = yield* Effect.flip(Effect.provide(publish, at(url)))
      server.closeAllConnections()
      server.close()
      assert.strictEqual(failure._tag, "Writing.Unknown")
      assert.deepEqual(asked, [house.share])
    })
  )
})

describe("A broken connection", () => {
  const failing = (fields: object) => Object.assign(new Error("broken"), fields)

  it("comes before the request only when connecting or finding the host failed", () => {
    assert.isTrue(
      WeiboTransport.isBeforeSending(new TypeError("fetch failed", { cause: failing({ syscall: "connect" }) }))
    )
    assert.isTrue(WeiboTransport.isBeforeSending(failing({ syscall: "getaddrinfo", code: "ENOTFOUND" })))
    assert.isTrue(WeiboTransport.isBeforeSending(failing({ code: "UND_ERR_CONNECT_TIMEOUT" })))
    assert.isTrue(WeiboTransport.isBeforeSending(failing({ code: "CERT_HAS_EXPIRED" })))
  })

  it("may come after the request although its code speaks of the network", () => {
    assert.isFalse(WeiboTransport.isBeforeSending(failing({ syscall: "read", code: "EHOSTUNREACH" })))
    assert.isFalse(WeiboTransport.isBeforeSending(failing({ syscall: "read", code: "ECONNRESET" })))
    assert.isFalse(WeiboTransport.isBeforeSending(new Error("other side closed")))
    assert.isFalse(WeiboTransport.isBeforeSending(undefined))
  })

  it("of several addresses comes before the request only if each of them does", () => {
    const each = (...syscalls: ReadonlyArray<string>) =>
      failing({ errors: syscalls.map((syscall) => failing({ syscall })) })
    assert.isTrue(WeiboTransport.isBeforeSending(each("connect", "connect")))
    assert.isFalse(WeiboTransport.isBeforeSending(each("connect", "write")))
  })
})
