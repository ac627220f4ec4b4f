/**
 * The resources of the company that feed the account: what they are, who needs them, how one is asked for, and notice of what is about
 * to happen.
 *
 * @module
 */

export * as Need from "./Need.ts"
export * as EventNotice from "./notice/EventNotice.ts"
export { EventNoticeProcess } from "./notice/EventNoticeProcess.ts"
export * as Resource from "./Resource.ts"
export * as ResourceRequest from "./ResourceRequest.ts"
export { ResourceRequestProcess } from "./ResourceRequestProcess.ts"
