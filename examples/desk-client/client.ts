/**
 * A client of a desk, generated of its document: a step of a process of one's own is typed by what it is told. `desk-client.test.ts` generates
 * `desk.d.ts` anew and runs this against the desk of a house.
 */
// #region client
import createClient from "openapi-fetch"
import type { paths } from "./desk.d.ts"

/** What a program does with the claim of a winner, by the generated types: nothing of it is written by hand, and nothing of the desk is installed. */
export const confirmAndGrant = async (desk: string, token: string, claim: string) => {
  const { GET, POST } = createClient<paths>({ baseUrl: desk, headers: { authorization: `Bearer ${token}` } })
  const order = (key: string) => ({ path: { case: claim }, header: { "idempotency-key": `${claim} ${key}` } })
  await POST("/api/cases/PrizeClaim/{case}/Ask", {
    params: order("asked"),
    body: { input: { winner: "小林", prize: { zh: "桂花乌龙", en: "osmanthus tea" } } }
  })
  await POST("/api/cases/PrizeClaim/{case}/Confirm", { params: order("confirmed"), body: {} })
  const granted = await POST("/api/cases/PrizeClaim/{case}/Grant", { params: order("granted"), body: { expected: 2 } })
  const seen = await GET("/api/cases/{process}/{case}", { params: { path: { process: "PrizeClaim", case: claim } } })
  return { refused: granted.error?.detail, state: seen.data?.case.state.name }
}
// #endregion

// #region wrong
/** None of these compiles: the reason is left out, the step is the clock's, there is no such step, and a number is no reason. */
export const wrong = async (desk: string, claim: string) => {
  const { POST } = createClient<paths>({ baseUrl: desk })
  const params = { path: { case: claim }, header: { "idempotency-key": "1" } }
  // @ts-expect-error
  await POST("/api/cases/PrizeClaim/{case}/Refuse", { params, body: {} })
  // @ts-expect-error
  await POST("/api/cases/PrizeClaim/{case}/Escalate", { params, body: {} })
  // @ts-expect-error
  await POST("/api/cases/PrizeClaim/{case}/Gramt", { params, body: {} })
  // @ts-expect-error
  await POST("/api/cases/PrizeClaim/{case}/Refuse", { params, body: { input: { why: 1 } } })
}
// #endregion
