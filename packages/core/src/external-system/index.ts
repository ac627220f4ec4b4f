/**
 * The resources of the company that feed the account: what they are, who needs them, and how one is asked for.
 *
 * @module
 */
export * as Need from "./Need.ts"
export * as Resource from "./Resource.ts"
export * as ResourceRequest from "./ResourceRequest.ts"
export { ResourceRequestProcess } from "./ResourceRequestProcess.ts"
