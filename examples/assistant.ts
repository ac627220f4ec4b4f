/**
 * An assistant as a colleague, over HTTP: it drafts, a person approves, and what it has no right for it is refused. The client here is a script; a model
 * behind any client of the protocol is given the same.
 *
 * @module
 */
import { Actor } from "@dualops/core"
import { Desk, Door, TokenDoor } from "@dualops/desk"
import { NodeDesk } from "@dualops/desk/node"
import { Client } from "@modelcontextprotocol/sdk/client/index.js"
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js"
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { handbook, pages, processes, store } from "./assistant/house.ts"

// #region token
/** A token of its own for each assistant, for as long as it is wanted; what is told once is the secret, and the list has its SHA-256. */
const until = DateTime.addDuration(await Effect.runPromise(DateTime.now), "30 days")
const [helper, he] = await Effect.runPromise(
  Effect.all([TokenDoor.issue(Actor.person("helper"), until), TokenDoor.issue(Actor.person("he"), until)])
)
// #endregion

// #region desk
/** The same desk as for people: its server for assistants is at `/desk/mcp`. */
const desk = Desk.handler({ processes, pages, title: handbook.brand, base: "/desk" })
// #endregion

/** A client of the protocol, with a token. */
const connected = async (url: string, token: Redacted.Redacted<string>) => {
  const client = new Client({ name: "a script", version: "1" })
  const requestInit = { headers: { authorization: `Bearer ${Redacted.value(token)}` } }
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/desk/mcp`), { requestInit }) as Transport)
  const call = async (name: string, told: Record<string, unknown>) => {
    const { content, isError, structuredContent } = await client.callTool({ name, arguments: told })
    return isError === true ? Reflect.get(Object(Reflect.get(Object(content), 0)), "text") : Object(structuredContent)
  }
  return { client, call }
}

const program = Effect.gen(function* () {
  const url = yield* NodeDesk.serve(NodeDesk.listener(yield* desk))
  const slot = DateTime.formatIso(DateTime.addDuration(yield* DateTime.now, "2 days"))
  return yield* Effect.promise(async () => {
    const assistant = await connected(url, helper.secret)
    const lead = await connected(url, he.secret)
    const { tools } = await assistant.client.listTools()

    // #region work
    const content = { text: "桂花乌龙回来了。 https://xinghe.example/osmanthus ", pictures: [] }
    const draft = await assistant.call("Post_Compose", {
      input: { account: handbook.account.id, content, slot }
    })
    const post = { case: draft.case }
    await assistant.call("Post_Submit", { ...post, expected: 1 })
    // Neither its own post nor anybody's: its role has no content.approve.
    const approval = await assistant.call("Post_Approve", { ...post, expected: 2 })
    const approved = await lead.call("Post_Approve", { ...post, expected: 2 })
    // A byte that is changed after that is not what was approved.
    const edited = await assistant.call("Post_Edit", {
      ...post,
      expected: 3,
      input: { content: { ...content, text: `${content.text}!` }, slot }
    })
    const published = await lead.call("Post_PublishNow", { ...post, expected: 4 })
    // #endregion

    await assistant.client.close()
    await lead.client.close()
    return {
      tools: tools.length,
      approval,
      approved: approved.state.name,
      edited: edited.state.name,
      published
    }
  })
})

const house = Layer.merge(store(":memory:"), Door.layer(TokenDoor.make(Effect.succeed([helper.token, he.token]))))
export const answer = await Effect.runPromise(program.pipe(Effect.scoped, Effect.provide(house)))
console.log(answer) // => { tools: 16, approval: 'Process.NotPermitted', approved: 'Approved', edited: 'Draft', published: 'Process.OutOfOrder' }
